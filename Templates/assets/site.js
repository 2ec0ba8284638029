// For every page, which is complete without it.

// The reader's choice of scheme, else the system's. Read before the page is shown, so nothing flickers.
(() => {
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const key = "standpoint-scheme";

  const chosen = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // Without storage, for this page alone.
    }
  };

  const remember = (scheme) => {
    try {
      if (scheme) localStorage.setItem(key, scheme);
      else localStorage.removeItem(key);
    } catch {}
  };

  const isDark = () => (page.dataset.scheme || (system.matches ? "dark" : "light")) === "dark";

  const show = (scheme) => {
    if (scheme === "dark" || scheme === "light") page.dataset.scheme = scheme;
    else delete page.dataset.scheme;
    for (const button of document.querySelectorAll(".scheme")) button.setAttribute("aria-pressed", isDark());
  };

  page.dataset.script = "";
  show(chosen());

  addEventListener("DOMContentLoaded", () => {
    show(page.dataset.scheme);
    for (const button of document.querySelectorAll(".scheme")) {
      button.addEventListener("click", () => {
        const scheme = isDark() === system.matches ? (isDark() ? "light" : "dark") : null;
        remember(scheme);
        show(scheme);
      });
    }
  });

  system.addEventListener("change", () => show(page.dataset.scheme));
  addEventListener("storage", (event) => {
    if (event.key === key) show(event.newValue);
  });
})();

// The search needs a server. Its script is loaded on first use.
(() => {
  if (location.protocol === "file:") return;
  document.documentElement.dataset.search = "";
  const open = async (button) => {
    try {
      await (await import(new URL(button.dataset.script, location.href).href)).open(button);
    } catch {
      button.textContent = button.dataset.failed;
    }
  };
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".search-open");
    if (!button) return;
    button.addEventListener("click", () => open(button));
    addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input, textarea, select, [contenteditable], dialog");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      open(button);
    });
  });
})();

// Marks cells that are new or changed since the reader's last visit, which only the browser knows.
(() => {
  const { changed, root: way } = document.currentScript.dataset;
  if (changed === undefined) return;
  const root = new URL(way || "./", location.href);
  const pause = 30 * 60 * 1000;
  const mostPages = 200;
  const key = "standpoint-visit:" + root.pathname;

  const readVisits = () => {
    try {
      return new Map(Object.entries(JSON.parse(localStorage.getItem(key))));
    } catch {
      return new Map();
    }
  };

  // A hash (FNV-1a) of what a cell says, without notes and links of the page.
  const hashOf = (element) => {
    const copy = (element.querySelector(":scope > .text") || element).cloneNode(true);
    for (const part of copy.querySelectorAll(".footnote, .permalink, .sources")) part.remove();
    let hash = 0x811c9dc5;
    for (const letter of element.id + " " + copy.textContent) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
    return (hash >>> 0).toString(36);
  };

  const mark = (element) => {
    if (element.querySelector(".changed-mark")) return;
    element.classList.add("changed");
    const label = document.createElement("span");
    label.className = "changed-mark";
    label.textContent = changed;
    (element.cells ? element.lastElementChild : element).append(" ", label);
  };

  const compare = () => {
    const cells = [...document.querySelectorAll("td[id], .position")];
    if (!cells.length) return;
    const hashes = cells.map(hashOf);
    const now = hashes.join(" ");
    const page = location.pathname.slice(root.pathname.length);
    const visits = readVisits();
    const last = visits.get(page);
    const isNewVisit = !last || Date.now() - last.time > pause;
    const before = String((isNewVisit ? last?.now : last.before) ?? now);
    visits.delete(page);
    visits.set(page, { time: Date.now(), before, now });
    localStorage.setItem(key, JSON.stringify(Object.fromEntries([...visits].slice(-mostPages))));
    const seen = new Set(before.split(" "));
    for (const [place, hash] of hashes.entries()) if (!seen.has(hash)) mark(cells[place]);
  };

  // Without storage, nothing.
  addEventListener("DOMContentLoaded", () => {
    try {
      compare();
    } catch {}
  });
})();

// The list of a menu entry closes when the reader does something else.
addEventListener("DOMContentLoaded", () => {
  const fold = document.querySelector(".site-menu details");
  if (!fold) return;
  document.addEventListener("click", (event) => {
    if (!fold.contains(event.target)) fold.open = false;
  });
  fold.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !fold.contains(event.relatedTarget)) fold.open = false;
  });
  fold.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !fold.open) return;
    fold.open = false;
    fold.querySelector("summary").focus();
    event.stopPropagation();
  });
});

// The table of contents marks the current section, and is open beside the text.
addEventListener("DOMContentLoaded", () => {
  const box = document.querySelector(".contents");
  const fold = box?.querySelector("details");
  if (!box) return;
  const page = document.documentElement;
  const wide = matchMedia("(min-width: 72rem)");
  const isOpen = fold?.open;
  let followed = null; // The target of the last link, until the page is scrolled.
  let height = 0;
  let isWaiting = false;

  const isReached = (section) => {
    if (followed) return section === followed || section.compareDocumentPosition(followed) & Node.DOCUMENT_POSITION_FOLLOWING;
    // The line to pass moves down at the end, to mark the last sections.
    const end = page.scrollHeight - innerHeight;
    const sunk = Math.max(0, 1 - (end - scrollY) / Math.max(1, Math.min(innerHeight, end)));
    return section.getBoundingClientRect().top <= innerHeight * (0.2 + 0.8 * sunk);
  };

  const mark = () => {
    isWaiting = false;
    if (Math.abs(scrollY - height) > 2) followed = null;
    const links = [...box.querySelectorAll("a")];
    const current = links.findLast((link) => {
      const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return section && isReached(section);
    });
    if (current?.hasAttribute("aria-current")) return;
    for (const link of links) link.removeAttribute("aria-current");
    current?.setAttribute("aria-current", "location");
    if (current && box.scrollHeight > box.clientHeight) box.scrollTop = current.offsetTop - box.clientHeight / 2;
  };

  const follow = () => {
    followed = document.querySelector(":target");
    height = scrollY;
    mark();
  };

  const wait = () => {
    if (!isWaiting) requestAnimationFrame(mark);
    isWaiting = true;
  };

  const unfold = () => {
    if (!fold) return;
    fold.open = wide.matches || isOpen;
    fold.firstElementChild.tabIndex = wide.matches ? -1 : 0;
  };

  unfold();
  follow();
  wide.addEventListener("change", unfold);
  box.addEventListener("click", () => setTimeout(follow));
  for (const event of ["hashchange", "load"]) addEventListener(event, follow);
  for (const event of ["scroll", "resize"]) addEventListener(event, wait, { passive: true });
});

// Scripts loaded on first use.
(() => {
  const { reading, readingSheet, root } = document.currentScript.dataset;
  const add = (name, values) => document.head.appendChild(Object.assign(document.createElement(name), values));

  // Cards of cells, forms of citations; an element names the script.
  const load = (name, by) => {
    const holder = document.querySelector(name);
    if (!holder || holder.dataset.by) return;
    holder.dataset.by = by;
    add("link", { rel: "stylesheet", href: holder.dataset.sheet });
    add("script", { src: holder.dataset.script });
  };
  for (const kind of ["hashchange", "load"]) addEventListener(kind, () => location.hash.includes("--") && load(".card-facts", kind));
  document.addEventListener("toggle", (event) => event.target.matches?.("[data-cite]") && load(".citation-script", "toggle"), true);

  // Names of cell links.
  addEventListener("DOMContentLoaded", () => {
    for (const cite of document.querySelectorAll("td > .cite")) {
      const { cellIndex, parentElement: row } = cite.parentElement;
      cite.ariaLabel = [cite, row.closest("table").rows[0].cells[cellIndex], row.cells[0]].map((part) => part?.textContent).join(", ");
    }
  });

  // Footnotes in place, tables as files, previews.
  if (!reading || !HTMLElement.prototype.showPopover) return;
  const kinds = ["click", "pointerover", "focusin"];
  let last; // Repeated after the script is loaded.

  const start = (event) => {
    const link = event.target.closest?.("main a[href]");
    const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const isNote = link?.matches(".footnote a[href^='#'], .table-end a");
    if (!link || (event.type === "click" && !(isPlain && isNote))) return;
    event.type === "click" && event.preventDefault();
    const isLoading = last;
    if (last?.event.type !== "click") last = { link, event };
    if (isLoading) return;
    const script = add("script", { src: reading });
    Object.assign(script.dataset, { sheet: readingSheet, root });
    script.onload = script.onerror = () => {
      for (const kind of kinds) document.removeEventListener(kind, start);
      last.link.dispatchEvent(new last.event.constructor(last.event.type, last.event));
    };
  };

  for (const kind of kinds) document.addEventListener(kind, start);
})();
