// The matrix: filters by party, group, stance and year, issues on which parties agree or differ, sorting, rows and columns that can
// be swapped, a list for phones, and a URL that keeps the choice. Without this script, the whole table is shown.
(() => {
  const form = document.querySelector(".filters");
  const table = document.querySelector(".matrix");
  if (!form || !table) return;

  const head = table.tHead.rows[0];
  const isDense = table.classList.contains("dense");
  const narrow = matchMedia("(max-width: 40rem)");
  // The stances of the scale, from one end to the other, as the legend gives them.
  const scale = [...document.querySelectorAll(".legend .stance")].map(stanceOf);
  const corner = head.cells[0];
  const parties = [...head.cells].slice(1).map((cell) => ({ cell, key: keyOf(cell), name: (cell.querySelector("a") || cell).textContent, shown: true }));
  const groups = [...table.tBodies].map((body) => {
    const title = body.querySelector(".group");
    const rows = [...body.rows].filter((row) => row !== title);
    return { body, title, name: title ? title.textContent.trim() : "", rows: rows.map(issueOf) };
  });
  const issues = groups.flatMap((group) => group.rows);
  // The signs of the stances that take a side, as the page gives them.
  const sides = new Map([...document.querySelectorAll(".legend [data-side]")].map((mark) => [stanceOf(mark), Number(mark.dataset.side)]));
  const steps = new Map([["champions", 2], ["supports", 1], ["neutral", 0], ["opposes", -1], ["red-line", -2]]);
  const field = (name) => form.elements.namedItem(name);

  function keyOf(cell) {
    const link = cell.querySelector("a");
    return link ? decodeURIComponent(new URL(link.href).pathname.replace(/((\/index)?\.html|\/)$/, "").split("/").pop()) : "";
  }

  function stanceOf(mark) {
    return /\bs-([a-z-]+)/.exec(mark.className)?.[1] ?? "unrated";
  }

  function issueOf(row) {
    const [name, ...cells] = row.cells;
    return { row, name, key: keyOf(name), cells: cells.map(positionOf) };
  }

  function positionOf(cell) {
    if (cell.classList.contains("none")) return { cell };
    const parts = cell.classList.contains("several") ? [...cell.querySelectorAll(":scope > span")] : [cell];
    const stances = parts.map(stanceOf);
    const isEarlier = cell.classList.contains("earlier-question");
    const time = cell.querySelector("time");
    const evidence = (cell.dataset.evidence || "").split(" ");
    return { cell, stances, isEarlier, isOpen: !cell.matches(".ended, .remembered"), evidence, year: time ? (time.dateTime || time.textContent).slice(0, 4) : "" };
  }

  // The side of a position; undefined: missing, unrated, mixed, several stances, of an earlier proposition, or held by a party
  // that has ended. This and the next two functions follow Agreement.swift; a test compares them.
  function sideOf(position) {
    if (position.cell.classList.contains("ended")) return undefined;
    const all = new Set(position.stances);
    return all.size === 1 && !position.isEarlier ? sides.get(position.stances[0]) : undefined;
  }

  function isAgainst(one, others) {
    return others.length > 0 && others.every((other) => other * one < 0);
  }

  // How the chosen parties relate on an issue, and whether one of them stands against the others: the given one, or any.
  function outcomeOf(all, opponent) {
    const known = new Set(all.filter((side) => side !== undefined));
    const outcome = known.size > 1 ? "differ" : all.length > 1 && known.size && !all.includes(undefined) ? "agree" : "unclear";
    const isAlone = (place) => isAgainst(all[place], all.filter((_, other) => other !== place));
    const hasOne = opponent >= 0 ? isAlone(opponent) : all.length > 2 && all.some((_, place) => isAlone(place));
    return { outcome, hasOne };
  }

  function addOptions(name, options) {
    const select = field(name);
    const last = [...select.options].slice(1);
    select.append(...options.map(([value, text]) => new Option(text, value)), ...last);
    select.closest("label").hidden = select.options.length < 3;
  }

  function addParties() {
    const box = form.querySelector(".picker > div");
    for (const party of parties) {
      const label = document.createElement("label");
      const input = document.createElement("input");
      Object.assign(input, { type: "checkbox", name: "party", value: party.key });
      const name = document.createElement("span");
      name.className = party.cell.className;
      name.textContent = party.name;
      label.append(input, name);
      box.append(label);
    }
  }

  // The choice, from the form and in the URL.
  function choice() {
    const data = new FormData(form);
    return {
      parties: data.getAll("party"),
      group: data.get("group") || "",
      compare: data.get("compare") || "",
      against: data.get("compare") === "against" ? data.get("against") || "" : "",
      stance: data.get("stance") || "",
      evidence: data.getAll("evidence"),
      from: data.get("from") || "",
      to: data.get("to") || "",
      sort: (isTurned ? "-" : "") + (data.get("sort") || ""),
      swap: data.has("swap") && !narrow.matches,
      one: narrow.matches ? data.get("one") || "all" : "all",
    };
  }

  function readAddress() {
    if (location.hash && !location.hash.includes("=")) return;
    const kept = new URLSearchParams(location.hash.slice(1));
    const chosen = (kept.get("party") || "").split(",");
    for (const input of form.querySelectorAll("[name=party]")) input.checked = chosen.includes(input.value);
    const kinds = (kept.get("evidence") || "").split(",");
    for (const input of form.querySelectorAll("[name=evidence]")) input.checked = kinds.includes(input.value);
    for (const name of ["compare", "against", "group", "stance", "from", "to"]) {
      field(name).value = kept.get(name) || "";
      if (field(name).selectedIndex < 0) field(name).value = "";
    }
    field("swap").checked = kept.has("swap");
    const sort = kept.get("sort") || "";
    isTurned = sort.startsWith("-");
    field("sort").value = sort.replace(/^-/, "");
    if (field("sort").selectedIndex < 0) field("sort").value = "";
    if (kept.has("one") || kept.has("party")) field("one").value = kept.get("one") || "all";
    if (field("one").selectedIndex < 0) field("one").value = "all";
  }

  function keepAddress(now) {
    const kept = new URLSearchParams();
    if (now.parties.length) kept.set("party", now.parties.join(","));
    for (const name of ["compare", "against", "group", "stance", "from", "to"]) if (now[name]) kept.set(name, now[name]);
    if (now.evidence.length) kept.set("evidence", now.evidence.join(","));
    if (now.sort) kept.set("sort", now.sort);
    if (now.swap) kept.set("swap", "1");
    const one = field("one");
    if (narrow.matches && !one.selectedOptions[0].defaultSelected) kept.set("one", now.one);
    const hash = kept.toString().replaceAll("%2C", ",").replaceAll("%3A", ":");
    history.replaceState(null, "", hash ? "#" + hash : location.href.split("#")[0]);
  }

  // Sorted and swapped rows are put together anew; a table as it was has its groups.
  function arrange(swap, sort) {
    const layout = (swap ? "swapped " : "") + sort;
    if (layout === (table.dataset.layout ?? "")) return;
    table.dataset.layout = layout;
    table.classList.toggle("swapped", swap);
    for (const issue of issues) issue.name.scope = swap ? "col" : "row";
    for (const party of parties) party.cell.scope = swap ? "row" : "col";
    const order = sorted(sort);
    const body = document.createElement("tbody");
    if (swap) {
      head.replaceChildren(corner, ...order.map((issue) => issue.name));
      for (const [index, party] of parties.entries()) {
        const row = body.insertRow();
        row.append(party.cell, ...order.map((issue) => issue.cells[index].cell));
      }
    } else {
      head.replaceChildren(corner, ...parties.map((party) => party.cell));
      for (const issue of issues) issue.row.replaceChildren(issue.name, ...issue.cells.map((position) => position.cell));
      body.append(...order.map((issue) => issue.row));
      if (!sort) for (const group of groups) group.body.append(...group.rows.map((issue) => issue.row));
    }
    table.replaceChildren(table.tHead, ...(swap || sort ? [body] : groups.map((group) => group.body)));
  }

  // The issues by name, the most disputed first, or by the stance of one party; “-” in front turns the order around.
  function sorted(sort) {
    const key = sort.replace(/^-/, "");
    if (!key) return issues;
    const index = parties.findIndex((party) => key === "party:" + party.key);
    const rankOf = key === "dispute" ? disputeOf : key === "name" ? () => [0] : (issue) => [placeOf(issue.cells[index])];
    const names = new Intl.Collator(document.documentElement.lang || undefined, { numeric: true });
    const ranked = issues.map((issue) => ({ issue, rank: rankOf(issue), name: issue.name.textContent }));
    const turn = sort === key ? 1 : -1;
    ranked.sort((one, other) => {
      for (const [place, rank] of one.rank.entries()) {
        if (rank !== other.rank[place]) return !isFinite(rank) || !isFinite(other.rank[place]) ? rank - other.rank[place] : turn * (rank - other.rank[place]);
      }
      return (key === "name" ? turn : 1) * names.compare(one.name, other.name);
    });
    return ranked.map(({ issue }) => issue);
  }

  // The first stance on the scale that a cell marks; cells without one come last in both directions.
  function placeOf(position) {
    const places = (position.stances || []).map((stance) => scale.indexOf(stance)).filter((place) => place >= 0);
    return places.length ? Math.min(...places) : Infinity;
  }

  // The widest distance between stances, then the number of parties with one, as on the home page (DisputedIssues.swift).
  function disputeOf(issue) {
    const values = issue.cells
      .filter((position) => position.isOpen && !position.isEarlier)
      .flatMap((position) => position.stances || [])
      .map((stance) => steps.get(stance))
      .filter((value) => value !== undefined);
    if (!values.length) return [0, 0];
    return [Math.min(...values) - Math.max(...values), -values.length];
  }

  // Compares the chosen columns on each issue; returns how many issues have each outcome.
  function compare(now, isChosen) {
    const chosen = parties.map((_, index) => index).filter((index) => isChosen[index]);
    const opponent = chosen.findIndex((index) => now.against && parties[index].key === now.against);
    const counts = { agree: 0, differ: 0, against: 0, unclear: 0 };
    for (const issue of issues) {
      const cells = chosen.map((index) => issue.cells[index]);
      const { outcome, hasOne } = outcomeOf(cells.map(sideOf), opponent);
      issue.fits = !now.compare || outcome === now.compare || (now.compare === "against" && hasOne);
      if (cells.some((cell) => cell.stances)) counts[outcome] += 1;
      if (hasOne) counts.against += 1;
    }
    return counts;
  }

  function show() {
    const now = choice();
    const isNarrowed = now.stance || now.evidence.length || now.from || now.to;
    const fits = (position) =>
      position.stances !== undefined &&
      (!now.stance || position.stances.includes(now.stance)) &&
      (!now.evidence.length || position.evidence.every((kind) => now.evidence.includes(kind))) &&
      (!now.from || position.year >= now.from) &&
      (!now.to || (position.year !== "" && position.year <= now.to));
    const [kind, one] = now.one.split(":");
    const isChosen = parties.map((party) => kind === "party" ? party.key === one : !now.parties.length || now.parties.includes(party.key) || party.key === now.against);
    const counts = compare(now, isChosen);
    const hasAny = parties.map(() => !isNarrowed);
    for (const group of groups) {
      group.isShown = !now.group || group.name === now.group;
      for (const issue of group.rows) {
        issue.isShown = false;
        for (const [index, position] of issue.cells.entries()) {
          const isFit = isChosen[index] && group.isShown && fits(position);
          position.cell.classList.toggle("off", !isFit && position.stances !== undefined);
          if (isFit && issue.fits && (kind !== "issue" || issue.key === one)) hasAny[index] = issue.isShown = true;
        }
      }
      group.isShown = group.rows.some((issue) => issue.isShown);
    }
    form.querySelector(".kinds b").textContent = now.evidence.length || "";
    arrange(now.swap, now.sort);
    markSort(now.sort);
    const isColumn = isChosen.map((chosen, index) => chosen && hasAny[index]);
    for (const [index, party] of parties.entries()) {
      party.cell.hidden = !now.swap && !isColumn[index];
      if (now.swap) party.cell.parentElement.hidden = !isColumn[index];
    }
    for (const group of groups) {
      group.body.hidden = !group.isShown;
      if (group.title) group.title.cells[0].colSpan = 1 + isColumn.filter(Boolean).length;
      for (const issue of group.rows) {
        issue.row.hidden = !issue.isShown;
        issue.name.hidden = now.swap && !issue.isShown;
        for (const [index, position] of issue.cells.entries()) {
          position.cell.hidden = now.swap ? !issue.isShown : !isColumn[index];
        }
      }
    }
    // With few columns, there is room for the words of stances.
    const shownIssues = issues.filter((issue) => issue.isShown).length;
    const shownParties = isColumn.filter(Boolean).length;
    const columns = now.swap ? shownIssues : shownParties;
    table.classList.toggle("dense", columns > 8 && !narrow.matches);
    table.classList.toggle("few", columns <= 6);
    table.classList.toggle("listed", narrow.matches);
    table.classList.toggle("of-party", kind === "party");
    table.classList.toggle("of-issue", kind === "issue");
    if (!table.classList.contains("dense")) labelCells();
    form.querySelector(".shown-issues").textContent = shownIssues + " / " + issues.length;
    form.querySelector(".nothing").hidden = shownIssues > 0;
    form.querySelector(".shown-parties").textContent = shownParties + " / " + parties.length;
    field("against").parentElement.hidden = now.compare !== "against";
    form.querySelector(".explanation").hidden = !now.compare;
    const outcomes = form.querySelector(".outcomes");
    outcomes.hidden = !now.compare && now.parties.length < 2;
    for (const [index, name] of ["agree", "differ", "against", "unclear"].entries()) {
      outcomes.querySelectorAll("b")[index].textContent = counts[name];
    }
    return now;
  }

  let isTurned = false;

  // Sorts by a head; a second time turns the order around, a third time ends it.
  function sortBy(key) {
    const isSame = field("sort").value === key;
    if (isSame && isTurned) field("sort").value = "";
    else if (!isSame) field("sort").value = key;
    isTurned = isSame && !isTurned;
    keepAddress(show());
  }

  function addSort(cell, key, name) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "sort", value: key });
    if (cell === corner) button.dataset.name = name;
    button.setAttribute("aria-label", field("sort").closest("label").firstChild.textContent.trim() + ": " + name);
    button.addEventListener("click", () => sortBy(key));
    cell.append(button);
  }

  function markSort(sort) {
    for (const button of table.querySelectorAll(".sort")) {
      const isPressed = button.value === sort.replace(/^-/, "");
      button.setAttribute("aria-pressed", isPressed);
      button.classList.toggle("reversed", isPressed && sort.startsWith("-"));
    }
  }

  function addSorts() {
    const [name] = [...field("sort").options].filter((option) => option.value === "name");
    addSort(corner, "name", name.textContent);
    const list = field("sort").querySelector("optgroup");
    if (scale.length) {
      list.append(...parties.map((party) => new Option(party.name, "party:" + party.key)));
      for (const party of parties) addSort(party.cell, "party:" + party.key, party.name);
    } else {
      list.remove();
      field("sort").querySelector("[value=dispute]").remove();
    }
    if (!groups.some((group) => group.title)) field("sort").options[0].textContent = form.dataset.asListed;
  }

  // What a phone shows at first: one party of many, all of few.
  function addChooser() {
    const [ofParties, ofIssues] = field("one").querySelectorAll("optgroup");
    ofParties.append(...parties.map((party) => new Option(party.name, "party:" + party.key)));
    ofIssues.append(...issues.map((issue) => new Option(issue.name.textContent.trim(), "issue:" + issue.key)));
    const first = isDense && ofParties.firstElementChild ? ofParties.firstElementChild : field("one").options[0];
    first.defaultSelected = first.selected = true;
    field("one").closest("label").hidden = false;
    const more = form.querySelector(".more-filters");
    more.hidden = false;
    form.classList.add("folded");
    more.addEventListener("click", () => more.setAttribute("aria-expanded", !form.classList.toggle("folded")));
  }

  // A list has no heads, and room for whole months.
  function labelCells() {
    if (!isDense || table.dataset.labelled) return;
    table.dataset.labelled = "yes";
    const months = new Intl.DateTimeFormat(document.documentElement.lang || undefined, { month: "long", year: "numeric", timeZone: "UTC" });
    for (const issue of issues) for (const [index, { cell }] of issue.cells.entries()) {
      cell.dataset.label = parties[index].name;
      for (const time of cell.querySelectorAll("time:not([datetime])")) {
        time.dateTime = time.textContent;
        if (/^\d{4}-\d\d$/.test(time.dateTime)) time.textContent = months.format(new Date(time.dateTime));
      }
    }
  }

  // Paper has room for so many columns: a wider table is divided, and each part begins with the first column.
  const mostOnPaper = 24;

  function divide() {
    const shown = [...head.cells].map((_, place) => place).filter((place) => place > 0 && !head.cells[place].hidden);
    if (shown.length <= mostOnPaper) return;
    const count = Math.ceil(shown.length / mostOnPaper);
    const size = Math.ceil(shown.length / count);
    for (let part = count - 1; part >= 0; part -= 1) {
      const kept = new Set([0, ...shown.slice(part * size, (part + 1) * size)]);
      const box = table.parentElement.cloneNode(true);
      box.classList.add("division");
      for (const row of box.querySelectorAll("tr:not(.group)")) {
        for (const [place, cell] of [...row.cells].entries()) if (!kept.has(place)) cell.remove();
      }
      for (const title of box.querySelectorAll(".group > th")) title.colSpan = kept.size;
      table.parentElement.after(box);
    }
    table.parentElement.classList.add("undivided");
  }

  function unite() {
    for (const box of document.querySelectorAll(".division")) box.remove();
    table.parentElement.classList.remove("undivided");
  }

  addEventListener("beforeprint", divide);
  addEventListener("afterprint", unite);

  addParties();
  addSorts();
  addChooser();
  addOptions("group", groups.filter((group) => group.title).map((group) => [group.name, group.name]));
  addOptions("stance", [...document.querySelectorAll(".legend .stance")].map((mark) => [stanceOf(mark), mark.textContent.trim()]));
  const kinds = new Set(issues.flatMap((issue) => issue.cells.flatMap((cell) => cell.evidence || [])));
  for (const input of form.querySelectorAll("[name=evidence]")) if (!kinds.has(input.value)) input.parentElement.remove();
  form.querySelector(".kinds").hidden = !form.querySelector("[name=evidence]");
  field("against").append(...parties.map((party) => new Option(party.name, party.key)));
  field("compare").closest("label").hidden = !sides.size;
  const years = [...new Set(issues.flatMap((issue) => issue.cells.map((cell) => cell.year)))].filter(Boolean).sort();
  for (const name of ["from", "to"]) addOptions(name, years.map((year) => [year, year]));
  readAddress();
  show();

  field("sort").addEventListener("input", () => { isTurned = false; });
  narrow.addEventListener("change", show);
  // Group labels stick below the heads, and what has the focus is never below either of them.
  new ResizeObserver(() => {
    const height = narrow.matches ? 0 : table.tHead.offsetHeight;
    table.style.setProperty("--head-height", height + "px");
    document.documentElement.style.scrollPaddingTop = height ? height + 48 + "px" : "";
    document.documentElement.style.scrollPaddingInlineStart = height ? corner.offsetWidth + "px" : "";
  }).observe(table.tHead);
  form.addEventListener("input", () => keepAddress(show()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => { isTurned = false; setTimeout(() => keepAddress(show())); });
  addEventListener("hashchange", () => { readAddress(); show(); });
  for (const picker of form.querySelectorAll(".picker, .kinds")) {
    picker.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !picker.open) return;
      picker.open = false;
      picker.querySelector("summary").focus();
    });
  }
})();
