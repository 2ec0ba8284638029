// The table of coverage: a filter by kinds of evidence, and a URL that keeps the choice. Without this script, the whole table is
// shown.
(() => {
  const form = document.querySelector(".filters");
  const table = document.querySelector(".matrix.coverage");
  if (!form || !table) return;

  const boxes = [...form.querySelectorAll("[name=evidence]")];
  const cells = [...table.tBodies].flatMap((body) => [...body.rows]).flatMap((row) => [...row.cells].slice(1));
  const kindsOf = (cell) => (cell.dataset.evidence || "").split(" ").filter(Boolean);

  // Shows the cells whose current positions rest on the chosen kinds alone.
  function show() {
    const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
    let shown = 0;
    for (const cell of cells) {
      const kinds = kindsOf(cell);
      const fits = chosen.length === 0 || (kinds.length > 0 && kinds.every((kind) => chosen.includes(kind)));
      cell.classList.toggle("off", !fits);
      if (fits && cell.firstElementChild) shown += 1;
    }
    form.querySelector(".shown-cells").textContent = shown;
    const hash = chosen.length ? "#evidence=" + chosen.join(",") : "";
    if (chosen.length || location.hash.startsWith("#evidence=")) history.replaceState(null, "", hash || location.href.split("#")[0]);
  }

  function read() {
    if (!location.hash.startsWith("#evidence=")) return;
    const kept = location.hash.slice(10).split(",");
    for (const box of boxes) box.checked = kept.includes(box.value);
  }

  read();
  addEventListener("hashchange", () => { read(); show(); });
  form.addEventListener("change", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
