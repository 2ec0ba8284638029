// The search dialog, created when it is first opened. Pagefind provides the index.

const batch = 8; // Number of pages shown at a time.
const most = 4; // Maximum number of places shown for one page.
const before = 6; // Number of words before the first match,
const around = 26; // and in total.
const facets = ["party", "issue", "evidence", "kind", "year"];

let search; // The dialog and its parts; undefined until it is created.

const make = (name, values = {}, ...children) => {
  const element = Object.assign(document.createElement(name), values);
  element.append(...children);
  return element;
};

// Resolves when the style sheet is loaded, so that nothing is shown without it.
const style = (href) =>
  new Promise((done) => {
    const link = make("link", { rel: "stylesheet", href, onload: done, onerror: done });
    document.head.append(link);
  });

const build = (button) => {
  const words = button.dataset;
  const root = new URL(words.root || "./", location.href);
  const field = make("input", { type: "search", className: "search-field", placeholder: words.label, autocomplete: "off", spellcheck: false });
  field.setAttribute("aria-label", words.label);
  field.setAttribute("enterkeyhint", "search");
  const close = make("button", { type: "button", className: "search-close" }, words.close);
  const choices = facets.map((facet) => {
    const choice = make("select", { name: facet }, make("option", { value: "" }, words.all));
    return { facet, choice, label: make("label", { hidden: true }, make("span", {}, words[facet]), choice) };
  });
  const status = make("p", { className: "search-status" });
  status.setAttribute("role", "status");
  const list = make("ol", { className: "search-results" });
  const more = make("button", { type: "button", className: "search-more", hidden: true }, words.more);
  const form = make(
    "form",
    { className: "search-form" },
    make("div", { className: "search-line" }, field, close),
    make("div", { className: "search-facets" }, ...choices.map(({ label }) => label)),
  );
  form.setAttribute("role", "search");
  const dialog = make("dialog", { className: "search" }, form, make("div", { className: "search-answer" }, status, list, more));
  dialog.setAttribute("aria-label", words.label);
  document.body.append(dialog);
  return { words, root, dialog, form, field, close, choices, status, list, more, found: [], shown: 0, turn: 0, engine: null };
};

// Pagefind's own script. Loaded again after a failure.
const engine = async () => {
  if (search.engine) return search.engine;
  const found = await import(new URL("assets/pagefind/pagefind.js", search.root).href);
  await found.options({ baseUrl: search.root.pathname });
  fill(await found.filters());
  search.engine = found;
  return found;
};

// Fills in the values of each facet. A facet with a single value is hidden.
const fill = (filters) => {
  const { lang } = document.documentElement;
  for (const { facet, choice, label } of search.choices) {
    const values = Object.keys(filters[facet] ?? {});
    values.sort((a, b) => (facet === "year" ? b - a : a.localeCompare(b, lang || undefined)));
    choice.append(...values.map((value) => make("option", { value }, value)));
    label.hidden = values.length < 2;
  }
};

const chosen = () =>
  Object.fromEntries(search.choices.filter(({ choice }) => choice.value).map(({ facet, choice }) => [facet, choice.value]));

// Disables values that would find nothing.
const narrow = (filters) => {
  for (const { facet, choice } of search.choices) {
    for (const option of choice.options) {
      option.disabled = Boolean(filters && !choice.value && option.value && !filters[facet]?.[option.value]);
    }
  }
};

// “1 result”, “2 results”: the button has the plural forms in the page's language, as JSON.
const counted = (number) => {
  const lang = document.documentElement.lang || undefined;
  const forms = JSON.parse(search.words.found);
  const text = forms[new Intl.PluralRules(lang).select(number)] ?? forms.other ?? Object.values(forms).at(-1);
  return text.replace("{count}", new Intl.NumberFormat(lang).format(number));
};

const ask = async () => {
  const turn = ++search.turn;
  const term = search.field.value.trim();
  const filters = chosen();
  try {
    const { search: run } = await engine();
    const isEmpty = !term && !Object.keys(filters).length;
    const answer = isEmpty ? { results: [] } : await run(term || null, { filters });
    if (turn !== search.turn) return;
    narrow(answer.filters);
    search.found = answer.results;
    search.shown = 0;
    search.list.replaceChildren();
    search.status.textContent = isEmpty ? "" : answer.results.length ? counted(answer.results.length) : search.words.none;
    await show(turn);
  } catch {
    if (turn === search.turn) fail();
  }
};

const fail = () => {
  search.status.textContent = search.words.failed;
  search.list.replaceChildren();
  search.more.hidden = true;
};

// Shows the next results.
const show = async (turn) => {
  const pages = await Promise.all(search.found.slice(search.shown, search.shown + batch).map((result) => result.data()));
  if (turn !== search.turn) return;
  search.shown += pages.length;
  search.list.append(...pages.map(entry));
  search.more.hidden = search.shown >= search.found.length;
};

const entry = (page) => {
  const { kind = [], year = [] } = page.filters ?? {};
  const about = [...kind, ...(year.length > 1 ? [year[0] + "–" + year[year.length - 1]] : year)].join(", ");
  const title = make("a", { className: "search-page", href: page.url }, page.meta.title ?? page.url);
  const line = make("p", { className: "search-title" }, title, " ", make("span", { className: "search-about" }, about));
  const places = sections(page).slice(0, most);
  const list = make("ul", {}, ...places.map((place) => make("li", {}, placeLink(page, place))));
  return make("li", {}, line, ...(places.length ? [list] : []));
};

const placeLink = (page, { id, title, words }) => {
  const link = make("a", { className: "search-place", href: page.url + (id ? "#" + encodeURIComponent(id) : "") });
  if (title) link.append(make("span", { className: "search-where" }, title), " ");
  const text = make("span", { className: "search-excerpt" });
  for (const { word, isFound } of words) text.append(isFound ? make("mark", {}, word) : word, " ");
  link.append(text);
  return link;
};

// The places of a page with matches: headings, list items and table cells.
const sections = (page) => {
  const content = page.raw_content ?? "";
  const words = content.split(content.includes("\u200B") ? "\u200B" : /\s+/).map((word) => word.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));
  const targets = page.anchors
    .filter(({ element, id }) => /^(h[1-6]|section|td|li)$/.test(element) && !/^(fn|page:)/.test(id))
    .sort((a, b) => a.location - b.location)
    .map((target) => ({ ...target, cell: target.element === "td" && target.text ? target.location + target.text.split(/\s+/).length : 0 }));
  const places = new Map();
  for (const location of [...page.locations].sort((a, b) => a - b)) {
    const index = placeOf(location, targets);
    places.set(index, [...(places.get(index) ?? []), location]);
  }
  const all = [...places].map(([index, found]) => excerpt(words, targets, index, found));
  return all.sort((a, b) => b.weight - a.weight);
};

// The last target at or before a word. Text after the end of a cell is the head of the next row, or text below
// the table.
const placeOf = (location, targets) => {
  let index = targets.length - 1;
  while (index >= 0 && targets[index].location > location) index -= 1;
  if (!targets[index]?.cell || location < targets[index].cell) return index;
  if (targets[index + 1]?.cell) return index + 1;
  while (index >= 0 && targets[index].cell) index -= 1;
  return index;
};

// The words around the first match in a place, with the heading of the place.
const excerpt = (words, targets, index, found) => {
  const target = targets[index];
  const isSection = target?.element === "section";
  const next = targets.slice(index + 1).find(({ element }) => !isSection || element !== "li");
  const end = target?.cell || next?.location || words.length;
  let low = (target?.location ?? 0) + (target ? headingWords(target, words).length : 0);
  // The match is in the head of the cell's row, which begins where the previous cell ends.
  if (target?.cell && found[0] < low) low = targets[index - 1].cell;
  const first = Math.max(low, Math.min(found[0] - before, end - around));
  const hits = new Set(found);
  const text = words.slice(first, Math.min(end, first + around)).map((word, offset) => ({ word, isFound: hits.has(first + offset) }));
  return {
    id: target?.id,
    title: heading(targets, index, words),
    words: text.filter(({ word }) => !isSign(word)),
    weight: found.length,
  };
};

const isSign = (word) => /^#\.?$/.test(word);

// The words of the place's own heading, including its permalink symbol; in a section, the words up to that symbol.
const headingWords = ({ element, text, location }, words) => {
  if (/^h/.test(element)) return text.trim().split(/\s+/);
  if (element !== "section") return [];
  const start = words.slice(location, location + 20);
  return start.slice(0, start.findIndex(isSign) + 1);
};

// The heading above a place.
const heading = (targets, index, words) => {
  for (let at = index; at >= 0; at -= 1) {
    const found = headingWords(targets[at], words).filter((word) => !isSign(word));
    if (found.length) return found.join(" ");
  }
  return "";
};

// Arrow keys move through the results; up from the first one moves back to the field.
const walk = (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.matches("select")) return;
  const links = [...search.list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (at < 0 && (step < 0 || event.target !== search.field)) return;
  event.preventDefault();
  (links[at + step] ?? (at + step < 0 ? search.field : links[at]))?.focus();
};

const listen = () => {
  const { dialog, form, field, close, list, more } = search;
  let timer;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 150);
  });
  form.addEventListener("change", (event) => event.target !== field && ask());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    } else {
      walk(event);
    }
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  close.addEventListener("click", () => dialog.close());
  // A link to the current page loads nothing, so close the dialog explicitly.
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  more.addEventListener("click", async () => {
    const first = search.shown;
    try {
      await show(search.turn);
      list.children[first]?.querySelector("a")?.focus();
    } catch {
      fail();
    }
  });
};

export const open = async (button) => {
  if (!search) {
    search = build(button);
    listen();
    await style(search.words.style);
  }
  if (!search.dialog.open) search.dialog.showModal();
  search.field.focus();
  search.field.select();
  engine().catch(fail);
};
