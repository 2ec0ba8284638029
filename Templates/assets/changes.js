// Marks the cells that are new, or say something else, since the reader's last visit. What was seen is kept in the
// reader's own browser and goes nowhere; without this script nothing is missing.
(async () => {
  const words = document.currentScript.dataset;
  const root = new URL(words.root || "./", location.href);
  const pause = 30 * 60 * 1000;
  const key = "standpoint-visit:" + root.pathname;

  const readVisit = () => {
    try {
      const visit = JSON.parse(localStorage.getItem(key));
      return visit && typeof visit.now === "string" && typeof visit.before === "string" ? visit : null;
    } catch {
      return null;
    }
  };

  const mark = (element) => {
    if (element.querySelector(":scope > .changed-mark")) return;
    element.classList.add("changed");
    const label = document.createElement("span");
    label.className = "changed-mark";
    label.textContent = words.changed ?? "";
    element.append(" ", label);
  };

  // The cell that an element shows: a report's own cell by its id, other places by their link to the cell.
  const addressOf = (element) => {
    const link = element.matches("td[id]") ? "#" + element.id : element.querySelector(".source a")?.getAttribute("href");
    if (!link) return null;
    const url = new URL(link, location.href);
    const path = url.pathname.replace(/index\.html$/, "");
    if (!path.startsWith(root.pathname)) return null;
    return decodeURIComponent(path.slice(root.pathname.length) + url.hash);
  };

  try {
    const response = await fetch(new URL("changes.json", root), { cache: "no-cache" });
    if (!response.ok) return;
    const { version, cells } = await response.json();
    if (version !== 1) return;
    const now = Object.values(cells).join(" ");
    const last = readVisit();
    const isNewVisit = !last || Date.now() - last.time > pause;
    const before = !last ? now : isNewVisit ? last.now : last.before;
    localStorage.setItem(key, JSON.stringify({ time: Date.now(), before, now }));
    const seen = new Set(before.split(" "));
    for (const element of document.querySelectorAll("td[id], li.position")) {
      const address = addressOf(element);
      const hash = address && cells[address];
      if (hash && !seen.has(hash)) mark(element);
    }
  } catch {
    // Without storage or network there is no last visit to compare with.
  }
})();
