// The search dialog, created when it is first opened. Pagefind provides the index.

const batch = 8; // Number of pages shown at a time.
const most = 4; // Maximum number of places shown for one page.
const before = 6; // Number of words before the first match,
const around = 26; // and in total.
const mostAnswers = 3; // Maximum number of answers to a query.
const mostOffers = 5; // Maximum number of issues and of parties where nothing is found.
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
  const answers = make("div", { className: "search-cards" });
  const list = make("ol", { className: "search-results" });
  const more = make("button", { type: "button", className: "search-more", hidden: true }, words.more);
  const form = make(
    "form",
    { className: "search-form" },
    make("div", { className: "search-line" }, field, close),
    make("div", { className: "search-facets" }, ...choices.map(({ label }) => label)),
  );
  form.setAttribute("role", "search");
  const dialog = make("dialog", { className: "search" }, form, make("div", { className: "search-answer" }, status, answers, list, more));
  dialog.setAttribute("aria-label", words.label);
  document.body.append(dialog);
  return { words, root, dialog, form, field, close, choices, status, answers, list, more, found: [], shown: 0, turn: 0, engine: null, names: null };
};

// Pagefind's own script. Loaded again after a failure.
const engine = () => {
  search.engine ??= load().catch((error) => {
    search.engine = null;
    throw error;
  });
  return search.engine;
};

// The index of a large site has several parts, which are searched together.
const load = async () => {
  const folder = new URL("assets/pagefind/", search.root);
  const [found, others] = await Promise.all([import(new URL("pagefind.js", folder).href), parts(folder)]);
  const options = { baseUrl: search.root.pathname };
  await found.destroy();
  await found.options(options);
  await Promise.all(others.map((part) => found.mergeIndex(part, options)));
  fill(await found.filters());
  return found;
};

// The addresses of the other parts of the index. A part without pages has no files.
const parts = async (folder) => {
  const answer = await fetch(new URL("parts.json", folder), { cache: "no-cache" });
  const { digests } = await answer.json();
  return digests.flatMap((digest, part) => (part && digest ? [new URL(`part-${part}/`, folder).href] : []));
};

// Fills in the values of each facet. A facet with a single value is hidden.
const fill = (filters) => {
  const { lang } = document.documentElement;
  for (const { facet, choice, label } of search.choices) {
    const values = Object.keys(filters[facet] ?? {});
    values.sort((a, b) => (facet === "year" ? b - a : a.localeCompare(b, lang || undefined)));
    choice.replaceChildren(choice.options[0], ...values.map((value) => make("option", { value }, value)));
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
    const [answer, cards, known] = await Promise.all([isEmpty ? { results: [] } : run(term || null, { filters }), answers(term), names()]);
    if (turn !== search.turn) return;
    narrow(answer.filters);
    search.found = answer.results;
    search.shown = 0;
    search.list.replaceChildren();
    search.answers.replaceChildren(...(isEmpty || answer.results.length || cards.length ? cards : offers(term, known)));
    search.status.textContent = isEmpty ? "" : answer.results.length ? counted(answer.results.length) : search.words.none;
    await show(turn);
  } catch {
    if (turn === search.turn) fail();
  }
};

const fail = () => {
  search.status.textContent = search.words.failed;
  search.answers.replaceChildren();
  search.list.replaceChildren();
  search.more.hidden = true;
};

// Shows the next results.
const show = async (turn) => {
  const { evidence } = chosen();
  const pages = await Promise.all(search.found.slice(search.shown, search.shown + batch).map((result) => result.data()));
  const all = evidence ? await Promise.all(pages.map((page) => resting(page, evidence))) : [];
  if (turn !== search.turn) return;
  search.shown += pages.length;
  search.list.append(...pages.map((page, index) => entry(page, all[index])));
  search.more.hidden = search.shown >= search.found.length;
};

// The positions on a page that rest on a kind of evidence, by their ids. The index knows the kinds of whole pages only.
const resting = async (page, evidence) => {
  const found = new Map();
  try {
    const text = await (await fetch(new URL(page.url, location.href))).text();
    for (const mark of new DOMParser().parseFromString(text, "text/html").querySelectorAll(".evidence")) {
      const position = mark.closest("[id]");
      const kinds = mark.textContent.split(/[:：,،、，]/).map((kind) => kind.trim());
      if (!position?.id.includes("--") || mark.firstElementChild || !kinds.includes(evidence)) continue;
      const cell = position.querySelector(".words") ?? position;
      const head = position.closest("tr")?.querySelector("th") ?? position.closest("tbody")?.querySelector("th");
      const title = [plain(head?.querySelector("a") ?? head), position.dataset.label].filter(Boolean).join(", ");
      for (const part of cell.querySelectorAll(".evidence, .cite, .as-of, .source")) part.remove();
      const words = plain(cell).split(" ").slice(0, around).map((word) => ({ word, isFound: false }));
      found.set(position.id, { id: position.id, title, words, evidence });
    }
  } catch {
    // The page is shown without its positions.
  }
  return found;
};

// The places with the words of the query, those that rest on the chosen evidence first; without words, all of these.
const placesOf = (page, held) => {
  const places = sections(page);
  if (!held) return places;
  if (!page.locations.length) return [...held.values()];
  const all = places.map((place) => ({ ...place, evidence: held.get(place.id)?.evidence }));
  return [...all.filter((place) => place.evidence), ...all.filter((place) => !place.evidence)];
};

const entry = (page, held) => {
  const { kind = [], year = [] } = page.filters ?? {};
  const about = [...kind, ...(year.length > 1 ? [year[0] + "–" + year[year.length - 1]] : year)].join(", ");
  const title = make("a", { className: "search-page", href: page.url }, page.meta.title ?? page.url);
  const line = make("p", { className: "search-title" }, title, " ", make("span", { className: "search-about" }, about));
  const places = placesOf(page, held).slice(0, most);
  const list = make("ul", {}, ...places.map((place) => make("li", {}, placeLink(page, place))));
  return make("li", {}, line, ...(places.length ? [list] : []));
};

const placeLink = (page, { id, title, words, isEarlier, evidence }) => {
  const link = make("a", { className: "search-place", href: page.url + (id ? "#" + encodeURIComponent(id) : "") });
  if (title) link.append(make("span", { className: "search-where" }, title), " ");
  if (isEarlier && search.known) link.append(make("span", { className: "search-earlier" }, search.known.words.earlier), " ");
  if (evidence) link.append(make("span", { className: "search-earlier" }, evidence), " ");
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
    .filter(({ element, id }) => /^(h[1-6]|section|tbody|td|li)$/.test(element) && !/^(fn|page:)/.test(id))
    .sort((a, b) => a.location - b.location)
    .map((target) => ({ ...target, end: /^(td|li)$/.test(target.element) && target.text ? target.location + target.text.trim().split(/\s+/).length : 0 }));
  const places = new Map();
  for (const location of [...page.locations].sort((a, b) => a - b)) {
    const index = placeOf(location, targets);
    places.set(index, [...(places.get(index) ?? []), location]);
  }
  const all = [...places].map(([index, found]) => excerpt(words, targets, index, found));
  return all.sort((a, b) => b.weight - a.weight);
};

// The last target at or before a word. Text after the end of a cell is the head of the next row, or text below
// the table; text after the end of a list item is text below the list.
const placeOf = (location, targets) => {
  let index = targets.length - 1;
  while (index >= 0 && targets[index].location > location) index -= 1;
  if (!targets[index]?.end || location < targets[index].end) return index;
  if (targets[index].element === "td" && targets[index + 1]?.element === "td" && targets[index + 1].end) return index + 1;
  while (index >= 0 && targets[index].end && location >= targets[index].end) index -= 1;
  return index;
};

// The words around the first match in a place, with the heading of the place.
const excerpt = (words, targets, index, found) => {
  const target = targets[index];
  const isSection = target?.element === "section";
  const next = targets.slice(index + 1).find(({ element, location }) => location > found[0] && (!isSection || element !== "li"));
  const end = target?.end || next?.location || words.length;
  let low = (target?.location ?? 0) + (target ? headingWords(target, words).length : 0);
  // The match is in the head of the cell's row, which begins where the previous cell ends.
  if (target?.end && found[0] < low) low = targets[index - 1].end;
  // Nor does text below a table or a list begin before its end.
  for (const { end: past } of targets.slice(index + 1)) if (past <= found[0]) low = Math.max(low, past);
  const first = Math.max(low, Math.min(found[0] - before, end - around));
  const hits = new Set(found);
  const text = words.slice(first, Math.min(end, first + around)).map((word, offset) => ({ word, isFound: hits.has(first + offset) }));
  return {
    id: target?.id,
    title: heading(targets, index, words),
    words: text.filter(({ word }) => !isSign(word)),
    weight: found.length,
    // Below the standing on the page of an issue or a party, and below the table of a report.
    isEarlier: target?.element === "li" && target.id.includes("--") && targets.some(({ element }) => /^t/.test(element)),
  };
};

// A part of a page that begins with its own heading.
const isPart = (element) => /^(section|tbody)$/.test(element);

const isSign = (word) => /^#\.?$/.test(word);

// The words of the place's own heading, including its permalink symbol; in a section, the words up to that symbol.
const headingWords = ({ element, text, location }, words) => {
  if (/^h/.test(element)) return text.trim().split(/\s+/);
  if (!isPart(element)) return [];
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

// The names of issues and parties; undefined if they cannot be loaded. Then there are no answers.
const names = async () => {
  search.names ??= fetch(new URL("assets/search.json", search.root)).then((answer) => (answer.ok ? answer.json() : undefined));
  search.known = await search.names.catch(() => undefined);
  return search.known;
};

const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
const wordsOf = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
const isLike = (word, asked) => word === asked || (asked.length > 3 && word.startsWith(asked));
const isUnspaced = (text) => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u.test(text);

// What a query has of a name: the share of the name's words, and the words of the query that are left.
const share = (query, name) => {
  const own = wordsOf(name);
  const text = ` ${query.join(" ")} `;
  const whole = isUnspaced(name) ? own.join(" ") : ` ${own.join(" ")} `;
  if (own.length && text.includes(whole)) {
    return { share: 1, hits: own.length, rest: wordsOf(text.replace(whole, " ")) };
  }
  const hits = own.filter((word) => query.some((asked) => isLike(word, asked)));
  return { share: hits.length / own.length || 0, hits: hits.length, rest: query.filter((asked) => !own.some((word) => isLike(word, asked))) };
};

// The entries that a query names best: most words, then the largest share of a name.
const named = (query, entries, isEnough) => {
  const all = entries.map((entry) => {
    const [best] = entry.slice(2).map((name) => share(query, name)).sort((a, b) => b.hits + b.share - a.hits - a.share);
    return { entry, ...best };
  });
  const enough = all.filter(isEnough);
  const most = Math.max(...enough.map(({ hits, share }) => hits + share));
  return enough.filter(({ hits, share }) => hits + share === most);
};

// The parties and issues that a query names together. A part of a name counts if no other party has it, too.
const pairs = (query, { issues, parties }) => {
  const whole = parties.flatMap((entry) => named(query, [entry], (one) => one.share === 1));
  const holders = whole.length ? whole : named(query, parties, (one) => one.share >= 0.5);
  if (!holders.length || (!whole.length && holders.length > 1)) return [];
  const rest = holders.reduce((words, { entry }) => named(words, [entry], () => true)[0].rest, query);
  if (!rest.length) return [];
  const about = named(rest, issues, (one) => one.hits && (one.share >= 0.5 || !one.rest.some((word) => word.length > 2)));
  return about.flatMap((issue) => holders.map((party) => ({ party: party.entry, issue: issue.entry }))).slice(0, mostAnswers);
};

// What a party holds on an issue, for each pair that a query names.
const answers = async (term) => {
  try {
    const known = await names();
    return known ? await Promise.all(pairs(wordsOf(term), known).map((pair) => card(pair, known))) : [];
  } catch {
    return [];
  }
};

// Read from the page of the party, which has it in a table, with what those in office hold who act for the party.
const card = async ({ party, issue }, { words }) => {
  const address = new URL(party[1], search.root);
  const text = await (await fetch(address)).text();
  const body = new DOMParser().parseFromString(text, "text/html").getElementById(issue[0]);
  const title = words.answer.replace("{party}", party[2]).replace("{issue}", issue[2]);
  const link = make("a", { className: "search-page", href: address.href + (body ? "#" + encodeURIComponent(issue[0]) : "") }, title);
  const rows = [...(body?.querySelectorAll("tr.position") ?? [])].flatMap((row) => held(row, address));
  const notes = [...(body?.querySelectorAll(".held-note, .silence-note") ?? [])].map((note) => line(note, address));
  const nothing = make("p", {}, words["no-position-reported"]);
  return make("section", { className: "search-card" }, make("p", { className: "search-title" }, link), ...(rows.length ? [...rows, ...notes] : [nothing]));
};

// The stance, the words, the date and the sources in a row of that table.
const held = (row, address) => {
  const stance = row.querySelector("td > span");
  const cell = row.querySelector(".words");
  const holder = cell.querySelector(".acts-for");
  holder?.remove();
  const mark = make("span", { className: stance?.className ?? "" }, plain(stance));
  const since = row.querySelector(".since");
  const sources = [...row.querySelectorAll(".sources > p")].map((source) => line(source, address));
  return [...(holder ? [line(holder, address)] : []), make("p", {}, mark, " ", plain(cell)), line(since, address, since.dataset.label + ": "), ...sources];
};

const plain = (element) => {
  for (const note of element?.querySelectorAll(".footnote, .permalink, .unseen") ?? []) note.remove();
  return element?.textContent.replace(/\s+/g, " ").trim() ?? "";
};

// A line below the words: text, and links that lead to the same place from here.
const line = (element, address, label = "") => {
  const line = make("p", { className: "search-source" }, label);
  const add = (node) => {
    if (node.matches?.("a[href]")) line.append(make("a", { href: new URL(node.getAttribute("href"), address).href }, plain(node)));
    else if (node.childNodes.length) node.childNodes.forEach(add);
    else line.append(node.textContent);
  };
  element.childNodes.forEach(add);
  return line;
};

// Where nothing is found: the issues and parties with the most similar names, and all of them.
const offers = (term, known) => {
  if (!known) return [];
  const parts = (text) => new Set(Array.from(fold(text), (_, place) => fold(text).slice(place, place + 2)));
  const asked = parts(term);
  const likeness = (name) => [...parts(name)].filter((part) => asked.has(part)).length;
  return ["issues", "parties"].map((kind, place) => {
    const rank = (entry) => Math.max(...entry.slice(2).map(likeness));
    const near = known[kind].map((entry) => [rank(entry), entry]).sort((a, b) => b[0] - a[0]);
    const links = near.slice(0, mostOffers).map(([, [, way, name]]) => make("a", { href: new URL(way, search.root).href }, name));
    const all = make("a", { href: new URL(known.all[place], search.root).href }, known.words[kind]);
    return make("p", { className: "search-offer" }, make("b", {}, all), ...links.flatMap((link) => [" · ", link]));
  });
};

// Arrow keys move through the results; up from the first one moves back to the field.
const walk = (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.target.matches("select")) return;
  const links = [...search.dialog.querySelectorAll(".search-answer a")];
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
    dialog.querySelector(".search-answer a")?.click();
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
  list.parentElement.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
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
