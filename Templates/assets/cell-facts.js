// What a cell of the matrix says in full – words, date and source – beside the cell on hover, focus and tap. The facts come from the
// page of the issue; until they are there, and for pages that are opened from a disk, the cell’s own words stand alone.
(() => {
  const table = document.querySelector(".matrix");
  if (!table) return;
  table.classList.add("has-facts");

  const box = document.createElement("div");
  box.className = "cell-facts";
  box.id = "page:cell-facts";
  box.popover = "manual";
  box.setAttribute("role", "tooltip");
  const pages = new Map();
  let owner = null;
  let timer;

  function read(address) {
    if (!pages.has(address)) {
      const reading = fetch(address)
        .then((answer) => (answer.ok ? answer.text() : ""))
        .then((text) => new DOMParser().parseFromString(text, "text/html"))
        .catch(() => null);
      pages.set(address, reading);
    }
    return pages.get(address);
  }

  // The rows of the party on the page of the issue: its words, dates and sources.
  async function factsOf(link) {
    const address = new URL(link.href);
    const party = decodeURIComponent(address.hash.slice(1));
    address.hash = "";
    const page = await read(address.href);
    const rows = page ? [...(page.getElementById(party)?.querySelectorAll(":scope > tr.position") ?? [])] : [];
    return rows.flatMap((row) => [".stance", ".words", ".since", ".sources"].map((part) => row.querySelector(part)).filter(Boolean).map((part) => copy(part, address)));
  }

  function copy(part, address) {
    const kept = document.createElement(part.matches(".stance") ? "span" : "div");
    kept.className = part.className;
    kept.append(...[...part.childNodes].map((node) => document.importNode(node, true)));
    for (const link of kept.querySelectorAll("[href]")) link.href = new URL(link.getAttribute("href"), address).href;
    for (const named of kept.querySelectorAll("[id]")) named.removeAttribute("id");
    return kept;
  }

  async function show(link) {
    if (owner === link) return;
    hide();
    owner = link;
    const title = document.createElement("b");
    const opener = document.createElement("a");
    opener.href = link.href;
    opener.textContent = (link.getAttribute("aria-label") || link.textContent).trim();
    title.append(opener);
    const words = link.querySelector(":scope > span");
    box.replaceChildren(title, ...(words ? [Object.assign(document.createElement("p"), { textContent: words.textContent })] : []));
    table.parentElement.append(box);
    link.setAttribute("aria-describedby", box.id);
    box.showPopover();
    place(link);
    const facts = await factsOf(link);
    if (owner !== link || !facts.length) return;
    box.replaceChildren(title, ...facts);
    place(link);
  }

  // Below the cell, above it where there is no room, and never beyond the window.
  function place(link) {
    const cell = link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = box;
    const left = Math.max(8, Math.min(cell.left, document.documentElement.clientWidth - width - 8));
    const isBelow = cell.bottom + height + 8 < innerHeight || cell.top < height;
    box.style.left = left + scrollX + "px";
    box.style.top = (isBelow ? cell.bottom + 2 : cell.top - height - 2) + scrollY + "px";
  }

  function hide() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    if (box.matches(":popover-open")) box.hidePopover();
  }

  const linkOf = (event) => event.target.closest?.(".matrix td a");
  const later = (action, milliseconds) => {
    clearTimeout(timer);
    timer = setTimeout(action, milliseconds);
  };

  // A page that scrolls below a resting mouse is not pointed at.
  let pointed = "";
  let below = null;
  table.addEventListener("pointermove", (event) => {
    const place = event.screenX + " " + event.screenY;
    const link = linkOf(event);
    if (event.pointerType !== "mouse" || place === pointed || link === below) return;
    pointed = place;
    below = link;
    if (link) later(() => show(link), owner ? 80 : 250);
    else if (owner && owner !== document.activeElement) later(hide, 250);
  });
  table.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "mouse") return;
    below = null;
    if (owner && owner !== document.activeElement) later(hide, 250);
  });
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") later(hide, 250); });
  table.addEventListener("focusin", (event) => {
    const link = linkOf(event);
    // A browser may tell of the focus once more after a tap.
    if (link && link === owner) clearTimeout(timer);
    else if (link?.matches(":focus-visible")) later(() => show(link), 250);
    else if (owner) later(hide, 120);
  });
  // The facts of a cell that the focus has left already do not open any more.
  table.addEventListener("focusout", () => { if (owner) later(hide, 120); else clearTimeout(timer); });
  box.addEventListener("focusin", () => clearTimeout(timer));
  addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // The first tap shows the facts, the second one follows the link.
  let pressed = null;
  table.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link || event.pointerType === "mouse" || !event.pointerType || pressed === link) return;
    event.preventDefault();
    clearTimeout(timer);
    show(link);
  });
  addEventListener("pointerdown", (event) => {
    pressed = owner;
    if (owner && !box.contains(event.target) && !table.contains(event.target)) hide();
  });
})();
