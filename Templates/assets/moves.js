// The list of moves: filters by party, issue, direction and year, and a URL that keeps the choice. If years have pages of their
// own, the list shows the newest moves, and a filter takes the others from these pages, year by year, until there are enough.
// Without this script, the whole list is shown.
(() => {
  const form = document.querySelector(".filters");
  const status = form?.querySelector(".shown-moves");
  const lists = [...document.querySelectorAll(".moves")];
  if (!form || !status || lists.length === 0) return;

  const enough = 200;
  const fields = ["party", "issue", "direction", "year"];
  const select = (name) => form.elements.namedItem(name);
  const entriesOf = (list) => (list ? [...list.querySelectorAll(":scope > li")] : []);

  // The years of the list, or the one list of a page without sections.
  const sections = [...document.querySelectorAll("section[id^='year:']")];
  const years = sections.length ? sections.map(yearOf) : lists.map((list) => ({ list, section: list, first: entriesOf(list) }));
  for (const year of years) year.total = Number(year.more?.querySelector(".count")?.textContent ?? year.first.length);
  const total = years.reduce((sum, year) => sum + year.total, 0);
  const leading = [...document.querySelectorAll(".parts a, section[id^='year:'] > .more a")].map((link) => ({ link, path: link.getAttribute("href") }));

  function yearOf(section) {
    const list = section.querySelector(".moves");
    const more = section.querySelector(":scope > .more");
    return { section, list, more, key: section.id.slice(5), first: entriesOf(list), path: more?.querySelector("a").getAttribute("href") };
  }

  // The words for a choice: the names and labels that the entry itself shows.
  function label(move, name) {
    const links = move.querySelectorAll(".position-subject a");
    const find = (part) => [...links].find((link) => link.getAttribute("href").includes(part))?.textContent;
    switch (name) {
      case "party": return find("parties/") ?? move.dataset.party;
      case "issue": return find("issues/") ?? move.dataset.issue;
      case "direction": return move.querySelector(".change")?.textContent ?? move.dataset.direction;
      default: return move.dataset[name];
    }
  }

  // Adds what the moves have to a list of choices that the page does not fill itself.
  function offer(name, values) {
    const list = select(name);
    const known = new Set([...list.options].map((option) => option.value));
    const further = [...values].filter(([value]) => !known.has(value));
    further.sort((a, b) => a[1].localeCompare(b[1], document.documentElement.lang));
    if (name === "year") further.reverse();
    list.append(...further.map(([value, text]) => new Option(text, value)));
    list.closest("label").hidden = list.options.length < 3;
  }

  for (const name of fields) {
    const isFilled = select(name).options.length > 1;
    const moves = isFilled ? [] : years.flatMap((year) => year.first);
    const values = new Map(moves.map((move) => [move.dataset[name], label(move, name)]));
    if (name === "year") for (const year of years) if (year.key) values.set(year.key, year.key);
    offer(name, values);
  }

  // The moves of a year that the list does not show, from the page of the year; its links then begin at this page.
  async function load(year) {
    const address = new URL(year.path, location.href);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(year.path);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const rest = entriesOf(page.querySelector(".moves")).slice(year.first.length);
    for (const link of rest.flatMap((move) => [...move.querySelectorAll("a[href]")])) {
      link.href = new URL(link.getAttribute("href"), address).href;
    }
    return rest;
  }

  function addList(year) {
    year.list = document.createElement("ul");
    year.list.className = "positions moves";
    year.more.before(year.list);
  }

  // Shows the moves that fit, of those that are here, and returns their number.
  function show(wanted) {
    const fits = (move) => wanted.every(([name, value]) => move.dataset[name] === value);
    let shown = 0;
    for (const year of years) {
      for (const move of year.first) move.hidden = !fits(move);
      const rest = wanted.length ? (year.rest ?? []).filter(fits).map((move) => document.importNode(move, true)) : [];
      if (rest.length && !year.list) addList(year);
      year.list?.replaceChildren(...year.first, ...rest);
      if (year.more) year.more.hidden = wanted.length > 0 && Boolean(year.rest);
      const count = year.first.filter((move) => !move.hidden).length + rest.length;
      const isEmpty = count === 0 && (!year.more || year.more.hidden || !canHave(year, wanted));
      year.section.hidden = isEmpty;
      shown += count;
    }
    return shown;
  }

  function canHave(year, wanted) {
    return wanted.every(([name, value]) => name !== "year" || value === year.key);
  }

  let turn = 0;

  async function filter() {
    const mine = (turn += 1);
    const wanted = fields.map((name) => [name, select(name).value]).filter(([, value]) => value);
    const query = new URLSearchParams(wanted).toString();
    history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    // A year’s page continues with the same choice, except for the year.
    const kept = new URLSearchParams(wanted.filter(([name]) => name !== "year")).toString();
    for (const { link, path } of leading) {
      if (!path.startsWith("#")) link.setAttribute("href", kept ? path + "?" + kept : path);
    }
    let shown = show(wanted);
    const isWaiting = (year) => wanted.length > 0 && year.more && !year.rest && canHave(year, wanted);
    const tell = () => (status.textContent = (years.some(isWaiting) ? "≥ " : "") + shown + " / " + total);
    tell();
    for (const year of years.filter(isWaiting)) {
      if (shown >= enough) return;
      try {
        // Pages of files on a disk cannot read each other: the links lead on.
        year.loading ??= load(year);
        year.rest = await year.loading;
      } catch {
        return;
      }
      if (mine !== turn) return;
      shown = show(wanted);
      tell();
    }
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    if (fields.includes(name)) select(name).value = value;
    if (fields.includes(name) && select(name).selectedIndex < 0) select(name).value = "";
  }
  form.addEventListener("change", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", (event) => event.preventDefault());
  filter();
})();
