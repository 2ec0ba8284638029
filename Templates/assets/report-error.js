// The form for an error names the cell that the address leads to.
(() => {
  const link = document.querySelector(".report-error");
  if (!link) return;
  const usual = link.href;
  link.addEventListener("click", () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const cell = id && document.getElementById(id);
    if (!cell) {
      link.href = usual;
      return;
    }
    const form = new URL(usual);
    const names = [cell.closest("tr")?.querySelector("th")?.textContent, cell.dataset.label].filter(Boolean);
    for (const [key, value] of [...form.searchParams]) {
      if (/title/.test(key) && names.length) form.searchParams.set(key, value + " (" + names.join(", ").trim() + ")");
      if (/body|description/.test(key)) form.searchParams.set(key, value.replace(/(\S*\/)(\n|$)/, "$1#" + encodeURIComponent(id) + "$2"));
    }
    link.href = form.href;
  });
})();
