// The list of moves: filters by party, issue, direction and year, and a URL that keeps the choice. Without this script,
// the whole list is shown.
(() => {
  const form = document.querySelector(".filters");
  const status = form?.querySelector(".shown-moves");
  const moves = [...document.querySelectorAll(".moves > li")];
  if (!form || !status || moves.length === 0) return;

  const fields = ["party", "issue", "direction", "year"];
  const select = (name) => form.elements.namedItem(name);

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

  for (const name of fields) {
    const options = new Map(moves.map((move) => [move.dataset[name], label(move, name)]));
    const sorted = [...options].sort((a, b) => a[1].localeCompare(b[1], document.documentElement.lang));
    if (name === "year") sorted.reverse();
    select(name).append(...sorted.map(([value, text]) => new Option(text, value)));
    select(name).closest("label").hidden = sorted.length < 2;
  }

  function show() {
    const wanted = fields.map((name) => [name, select(name).value]).filter(([, value]) => value);
    let shown = 0;
    for (const move of moves) {
      move.hidden = !wanted.every(([name, value]) => move.dataset[name] === value);
      if (!move.hidden) shown += 1;
    }
    for (const list of document.querySelectorAll(".moves")) {
      const section = list.closest("section") ?? list;
      section.hidden = [...list.children].every((move) => move.hidden);
    }
    status.textContent = shown + " / " + moves.length;
    const query = new URLSearchParams(wanted).toString();
    history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
  }

  for (const [name, value] of new URLSearchParams(location.search)) {
    if (fields.includes(name)) select(name).value = value;
    if (fields.includes(name) && select(name).selectedIndex < 0) select(name).value = "";
  }
  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
