// Makes a CSV file (RFC 4180) from a table of a report, as the page shows it. A column with stances is followed by one with their
// names. Loaded by reading.js on first use. Without it, the link leads to the file of all positions.
(() => {
  const holder = document.querySelector(".table-script");
  const own = ":scope > :is(.cite, .permalink, .evidence, .as-of, .corrected, .changed-mark, .cell-card), .former-anchor, .footnote, .note, .stance";

  const textOf = (cell) => {
    const copy = cell.cloneNode(true);
    for (const part of copy.querySelectorAll(own)) part.remove();
    for (const line of copy.querySelectorAll("br")) line.replaceWith(" ");
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  // A spreadsheet calculates what begins like a formula, so an apostrophe marks it as text, as in positions.csv.
  const marked = (text) => (/^'*(?:[=@]|[-+](?!\d*\.?\d+$|\d+\.$))/.test(text) ? `'${text}` : text);
  const quoted = (text) => (/[",\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const field = (text) => quoted(marked(text));

  const csv = (table) => {
    const rows = [...table.rows].map((row) => [...row.cells]);
    const stance = (cell) => cell?.querySelector(":scope > .stance, :scope > bdi > .stance")?.textContent ?? "";
    const rated = rows[0].map((_, column) => rows.some((row) => stance(row[column])));
    const label = holder.dataset.stance;
    return rows.map((row, number) => row.flatMap((cell, column) => {
      const text = textOf(cell);
      return rated[column] ? [text, number ? stance(cell) : `${text} (${label})`] : [text];
    }).map(field).join(",") + "\r\n").join("");
  };

  // The table above a link; between the two is nothing but its frame.
  const save = (link) => {
    const table = link.closest(".table-end").previousElementSibling?.querySelector("table");
    if (!table) return false;
    const address = URL.createObjectURL(new Blob([csv(table)], { type: "text/csv;charset=utf-8" }));
    const name = (table.closest("[id]")?.id.replace(/[^\p{L}\p{N}-]+/gu, "-") || "table") + ".csv";
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".table-end a");
    if (link && save(link)) event.preventDefault();
  });
  // The click that loaded this script.
  document.querySelectorAll(".table-end a")[holder.dataset.by]?.click();
})();
