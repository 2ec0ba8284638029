// Opens the card of a cell beside it when the address names the cell: what it says, when, where and on what grounds, what came
// before and after, and how to cite it. Loaded by site.js on first use. Without it, the address leads to the cell.
(() => {
  const holder = document.querySelector(".card-facts");
  if (!HTMLElement.prototype.showPopover) return;
  const facts = JSON.parse(holder.textContent);
  // The report, as its own citation names it.
  const report = JSON.parse(document.querySelector(".report-end details[data-cite]").dataset.cite);
  const words = { /* The texts of the site. */ };
  const sheetLoaded = document.querySelector(`link[href="${holder.dataset.sheet}"]`);
  const phone = matchMedia("(max-width: 40rem)");
  const root = document.documentElement;

  const make = (name, values, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };

  // The pieces of a pattern, with values in place of {0}, {1} …
  const pieces = (key, values) => words[key].split(/\{(\d)\}/).map((piece, place) => (place % 2 ? values[piece] : piece));
  const text = (key, ...values) => pieces(key, values).join("");

  // Each cell with its table and its own facts, in the order of the page.
  const cells = new Map();
  {
    // Other tables, of HTML that the author wrote, can have cells with an id.
    const all = [...document.querySelectorAll(".prose td[id]")].filter((cell) => cell.querySelector(":scope > .cite[href^='#']")).values();
    for (const [anchor, name, cited, list] of facts.tables) for (const own of list) cells.set(all.next().value, { table: { anchor, name, cited }, own });
  }

  // The text of each position is in the structured data of the page.
  const claims = new Map();
  for (const data of document.querySelectorAll("script[type='application/ld+json']")) {
    for (const thing of JSON.parse(data.textContent)["@graph"] ?? []) {
      for (const claim of [thing.hasPart ?? []].flat()) claims.set(String(claim["@id"]).split(/[#:]/).pop(), claim.text);
    }
  }

  // The words of a cell, without what belongs to its place on the page.
  const wordsOf = (cell) => {
    const copy = make("div", {}, ...cell.cloneNode(true).childNodes);
    for (const part of copy.querySelectorAll(":scope > :is(.cite, .evidence, .as-of, .corrected, .changed-mark, .cell-card), .former-anchor, .footnote, .note")) part.remove();
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    return copy.childNodes;
  };

  // A text without its full stop, which would end the sentence around it; that of an abbreviation such as U.S. stays.
  const unended = (text) => text.replace(/(?<!\.|\.\p{L}{1,3})[.。]$/u, "");

  // The facts from which citations are made, as CitationFacts.swift has them.
  const citationOf = (cell, { table, own: [line, date, issue, party] }) => {
    const [iso, day] = facts.dates[date];
    const stance = cell.querySelector(":scope > .stance, :scope > bdi > .stance");
    const subject = text("party-on-issue", facts.parties[party], facts.issues[issue]);
    const isStance = (node) => node.matches?.(".stance") || node.querySelector?.(".stance");
    const said = claims.get(cell.id) ?? make("p", {}, ...[...wordsOf(cell)].filter((node) => !isStance(node))).textContent.trim();
    const title = said ? text("labelled", subject, said) : subject;
    const place = text("cited-place", table.cited, cell.parentElement.rowIndex, line);
    const rating = stance ? ` (${stance.textContent})` : "";
    const link = `${report.url ?? facts.link}#${cell.id}`;
    return {
      link,
      text: text("citation", unended(title) + rating, facts.titled, place, day, unended(report.publisher), link),
      facts: {
        kind: "position",
        key: `${report.key}--${cell.id}`.replace(/[^A-Za-z0-9-]/gu, (sign) => "u" + sign.codePointAt(0).toString(16)),
        title, authors: report.authors, container: report.title, publisher: report.publisher, date: iso || undefined,
        note: place + rating, url: report.url && link, language: report.language,
      },
    };
  };

  const citations = (citation) => {
    const row = (label, name, copy, content) => {
      const element = make(name, name === "code" ? { dir: "ltr" } : {}, content);
      element.dataset.copy = copy;
      return make("div", {}, make("dt", {}, label), make("dd", {}, element));
    };
    const list = make(
      "dl", {},
      row(words.link, "code", words["copy-link"], citation.link), row(words.text, "span", words["copy-text"], citation.text),
    );
    const box = make("details", { className: "citations" }, make("summary", {}, words.cite), list);
    box.dataset.cite = JSON.stringify(citation.facts);
    return box;
  };

  // The notes and the addresses that the cell refers to.
  const sourcesOf = (cell) => {
    const notes = [...cell.querySelectorAll(":scope .footnote a")].map((mark) => {
      const note = document.getElementById(decodeURIComponent(mark.hash.slice(1)));
      const copy = make("div", {}, ...(note?.cloneNode(true).childNodes ?? []));
      for (const back of copy.querySelectorAll(".back")) back.remove();
      for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
      return copy;
    });
    const links = [...wordsOf(cell)].flatMap((node) => [node, ...(node.querySelectorAll?.("a") ?? [])])
      .filter((node) => node.localName === "a" && /^https?:/i.test(node.getAttribute("href"))).map((link) => link.href);
    return [...notes, ...[...new Set(links)].map((href) => make("a", { className: "url", href }, href))];
  };

  const path = (pattern, slug) => pattern.replace(":slug", () => slug);

  const neighbour = (cell, [slug, what, ordinal = 1]) => {
    // What only an edition remembers has an address of its own.
    if (slug.includes("#")) return make("a", { href: slug }, what);
    const anchor = cell.id.split("--").slice(0, 2).join("--") + (ordinal > 1 ? `--${ordinal}` : "");
    return make("a", { href: `${path(facts.toReport, slug)}#${anchor}` }, what);
  };

  const factsOf = (cell, { table, own: [line, date, , , earlier = -1, later = -1, rest = {}] }) => {
    const list = make("dl", { className: "facts" });
    const add = (label, ...values) => {
      if (values.length) list.append(make("div", {}, make("dt", {}, words[label]), ...values.map((value) => make("dd", {}, value))));
    };
    const copies = (selector) => [...cell.querySelectorAll(`:scope > ${selector}`)].map((one) => one.cloneNode(true));
    add("date", facts.dates[date][2]);
    if (!cell.querySelector(":scope > .stance, :scope > bdi > .stance")) add("stance", words.unrated);
    add("evidence", ...copies(".evidence").map((one) => one.textContent));
    add("source", ...sourcesOf(cell));
    add("correction", ...copies(".corrected"));
    if (earlier >= 0) add("earlier", neighbour(cell, facts.neighbours[earlier]));
    if (later >= 0) add("later", neighbour(cell, facts.neighbours[later]));
    add("table", make("a", { href: `#${table.anchor}` }, table.name));
    add("cell", text("row-and-column", cell.parentElement.rowIndex, cell.cellIndex + 1));
    add("file", text("file-and-line", rest.file ?? facts.file, line));
    return list;
  };

  const build = (cell, known) => {
    const [, , issue, party, , , rest = {}] = known.own;
    const [issueSlug, partySlug] = cell.id.split("--");
    const names = pieces("party-on-issue", [
      make("a", { href: path(facts.toParty, partySlug) }, facts.parties[party]),
      make("a", { href: path(facts.toIssue, issueSlug) }, facts.issues[issue]),
    ]);
    const close = make("button", { type: "button", className: "card-close", textContent: "×", onclick: leave });
    close.setAttribute("aria-label", words.close);
    const card = make(
      // The card is in the cell, and in the language of the interface; the words are as in the cell.
      "div", { className: "cell-card", popover: "manual", tabIndex: -1, lang: root.lang, dir: root.dir || "ltr" },
      close, make("p", { id: "card:title", className: "card-title" }, ...names),
      make("div", { className: "wording", lang: cell.closest("[lang]").lang, dir: getComputedStyle(cell).direction }, ...wordsOf(cell)),
      rest.note ? make("p", { className: "answered" }, rest.note) : "",
      factsOf(cell, known), citations(citationOf(cell, known)),
    );
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-labelledby", "card:title");
    return card;
  };

  let open = null; // The open card, its cell, and the link of the cell.

  // Beside the cell where there is room, otherwise below or above it; never over it. On phones, the style sheet makes it a sheet.
  const place = () => {
    if (!open) return;
    const { card, cell } = open;
    card.style.top = card.style.left = "";
    if (phone.matches) return;
    const gap = 8;
    const at = cell.getBoundingClientRect();
    const { clientWidth: width } = document.documentElement;
    const [before, after] = [at.left - gap, width - at.right - gap];
    const isBeside = Math.max(before, after) >= card.offsetWidth + gap;
    let left = Math.max(gap, Math.min(at.left, width - card.offsetWidth - gap));
    let top = Math.max(gap, Math.min(at.top, innerHeight - card.offsetHeight - gap));
    if (isBeside) left = after >= card.offsetWidth + gap ? at.right + gap : at.left - gap - card.offsetWidth;
    else top = at.top - gap > card.offsetHeight && innerHeight - at.bottom < card.offsetHeight ? at.top - gap - card.offsetHeight : at.bottom + gap;
    card.style.top = `${top + scrollY}px`;
    card.style.left = `${left + scrollX}px`;
  };

  // On a phone, the cell stands above the sheet.
  const uncover = () => {
    if (!phone.matches || !open) return;
    const hidden = open.cell.getBoundingClientRect().bottom - open.card.getBoundingClientRect().top;
    if (hidden > 0) scrollBy(0, Math.min(hidden + 8, open.cell.getBoundingClientRect().top - 8));
  };

  const close = () => {
    if (!open) return;
    const { card, link } = open;
    const hadFocus = card.contains(document.activeElement);
    open = null;
    card.remove();
    link?.setAttribute("aria-expanded", "false");
    if (hadFocus) link?.focus({ preventScroll: true });
  };

  // Closes the card and gives the page its address back: that before the card, if the reader opened it here.
  function leave() {
    close();
    if (history.state?.card) history.back();
    else history.replaceState(null, "", location.pathname + location.search);
  }

  const show = (cell) => {
    if (open?.cell === cell) return;
    close();
    const card = build(cell, cells.get(cell));
    const link = cell.querySelector(":scope > .cite");
    open = { card, cell, link };
    cell.append(card);
    card.showPopover();
    card.querySelector("details").open = true;
    link?.setAttribute("aria-expanded", "true");
    place();
    uncover();
    card.focus({ preventScroll: true });
  };

  const named = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest("td[id]");
    } catch {
      return null;
    }
  };

  const follow = (isNew) => {
    const cell = named();
    if (!cells.has(cell)) return close();
    if (isNew && !history.state) history.replaceState({ card: true }, "");
    show(cell);
  };

  addEventListener("hashchange", () => follow(true));
  // From one card to another. The way back leads to where the reader was before the first.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("td > .cite[href^='#']");
    if (!link || !open || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const { state } = history;
    if (link === open.link) return leave();
    location.replace(link.href);
    history.replaceState(state ?? { card: false }, "");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open || event.target.closest?.("dialog, .note")) return;
    event.preventDefault();
    leave();
  });
  addEventListener("resize", place);
  document.addEventListener("scroll", (event) => event.target !== document && !open?.card.contains(event.target) && place(), { capture: true, passive: true });

  const start = () => follow(holder.dataset.by === "hashchange");
  sheetLoaded.sheet ? start() : (sheetLoaded.onload = sheetLoaded.onerror = start);
})();
