// The matrix: filters by party, group, stance and year, issues on which parties agree or differ, rows and columns that can be
// swapped, and a URL that keeps the choice. Without this script, the whole table is shown.
(() => {
  const form = document.querySelector(".filters");
  const table = document.querySelector(".matrix");
  if (!form || !table) return;

  const head = table.tHead.rows[0];
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
    return { row, name, cells: cells.map(positionOf) };
  }

  function positionOf(cell) {
    if (cell.classList.contains("none")) return { cell };
    const parts = cell.classList.contains("several") ? [...cell.querySelectorAll(":scope > span")] : [cell];
    const stances = parts.map(stanceOf);
    const isEarlier = cell.classList.contains("earlier-question");
    const time = cell.querySelector("time");
    const evidence = (cell.dataset.evidence || "").split(" ");
    return { cell, stances, isEarlier, evidence, year: time ? (time.dateTime || time.textContent).slice(0, 4) : "" };
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
      evidence: data.get("evidence") || "",
      from: data.get("from") || "",
      to: data.get("to") || "",
      swap: data.has("swap"),
    };
  }

  function readAddress() {
    if (location.hash && !location.hash.includes("=")) return;
    const kept = new URLSearchParams(location.hash.slice(1));
    const chosen = (kept.get("party") || "").split(",");
    for (const input of form.querySelectorAll("[name=party]")) input.checked = chosen.includes(input.value);
    for (const name of ["compare", "against", "group", "stance", "evidence", "from", "to"]) {
      field(name).value = kept.get(name) || "";
      if (field(name).selectedIndex < 0) field(name).value = "";
    }
    field("swap").checked = kept.has("swap");
  }

  function keepAddress(now) {
    const kept = new URLSearchParams();
    if (now.parties.length) kept.set("party", now.parties.join(","));
    for (const name of ["compare", "against", "group", "stance", "evidence", "from", "to"]) if (now[name]) kept.set(name, now[name]);
    if (now.swap) kept.set("swap", "1");
    const hash = kept.toString().replaceAll("%2C", ",");
    history.replaceState(null, "", hash ? "#" + hash : location.href.split("#")[0]);
  }

  function arrange(swap) {
    if (table.classList.contains("swapped") === swap) return;
    table.classList.toggle("swapped", swap);
    for (const issue of issues) issue.name.scope = swap ? "col" : "row";
    for (const party of parties) party.cell.scope = swap ? "row" : "col";
    if (swap) {
      head.replaceChildren(corner, ...issues.map((issue) => issue.name));
      const body = document.createElement("tbody");
      for (const [index, party] of parties.entries()) {
        const row = body.insertRow();
        row.append(party.cell, ...issues.map((issue) => issue.cells[index].cell));
      }
      table.replaceChildren(table.tHead, body);
    } else {
      head.replaceChildren(corner, ...parties.map((party) => party.cell));
      for (const issue of issues) issue.row.replaceChildren(issue.name, ...issue.cells.map((position) => position.cell));
      table.replaceChildren(table.tHead, ...groups.map((group) => group.body));
    }
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
    const isNarrowed = now.stance || now.evidence || now.from || now.to;
    const fits = (position) =>
      position.stances !== undefined &&
      (!now.stance || position.stances.includes(now.stance)) &&
      (!now.evidence || position.evidence.includes(now.evidence)) &&
      (!now.from || position.year >= now.from) &&
      (!now.to || (position.year !== "" && position.year <= now.to));
    const isChosen = parties.map((party) => !now.parties.length || now.parties.includes(party.key) || party.key === now.against);
    const counts = compare(now, isChosen);
    const hasAny = parties.map(() => !isNarrowed);
    for (const group of groups) {
      group.isShown = !now.group || group.name === now.group;
      for (const issue of group.rows) {
        issue.isShown = false;
        for (const [index, position] of issue.cells.entries()) {
          const isFit = isChosen[index] && group.isShown && fits(position);
          position.cell.classList.toggle("off", !isFit && position.stances !== undefined);
          if (isFit && issue.fits) hasAny[index] = issue.isShown = true;
        }
      }
      group.isShown = group.rows.some((issue) => issue.isShown);
    }
    arrange(now.swap);
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
    table.classList.toggle("dense", columns > 8);
    table.classList.toggle("few", columns <= 6);
    form.querySelector(".shown-issues").textContent = shownIssues + " / " + issues.length;
    form.querySelector(".shown-parties").textContent = shownParties + " / " + parties.length;
    field("against").parentElement.hidden = now.compare !== "against";
    form.querySelector(".note").hidden = !now.compare;
    const outcomes = form.querySelector(".outcomes");
    outcomes.hidden = !now.compare && now.parties.length < 2;
    for (const [index, name] of ["agree", "differ", "against", "unclear"].entries()) {
      outcomes.querySelectorAll("b")[index].textContent = counts[name];
    }
    return now;
  }

  addParties();
  addOptions("group", groups.filter((group) => group.title).map((group) => [group.name, group.name]));
  addOptions("stance", [...document.querySelectorAll(".legend .stance")].map((mark) => [stanceOf(mark), mark.textContent.trim()]));
  const kinds = new Set(issues.flatMap((issue) => issue.cells.flatMap((cell) => cell.evidence || [])));
  for (const option of [...field("evidence").options]) if (option.value && !kinds.has(option.value)) option.remove();
  field("evidence").parentElement.hidden = field("evidence").options.length < 2;
  field("against").append(...parties.map((party) => new Option(party.name, party.key)));
  field("compare").closest("label").hidden = !sides.size;
  const years = [...new Set(issues.flatMap((issue) => issue.cells.map((cell) => cell.year)))].filter(Boolean).sort();
  for (const name of ["from", "to"]) addOptions(name, years.map((year) => [year, year]));
  readAddress();
  show();

  const picker = form.querySelector(".picker");
  form.addEventListener("input", () => keepAddress(show()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => keepAddress(show())));
  addEventListener("hashchange", () => { readAddress(); show(); });
  picker.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !picker.open) return;
    picker.open = false;
    picker.querySelector("summary").focus();
  });
})();
