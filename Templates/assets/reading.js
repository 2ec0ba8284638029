// Footnotes that open beside their marks, tables as files, and previews of linked issues and parties. Loaded by site.js on first use.
// Without it, a mark links to its note, and a link to its page.
(() => {
  const { sheet, root } = document.currentScript.dataset;
  const base = new URL(root || "./", location.href);

  const make = (name, values, ...children) => {
    const element = Object.assign(document.createElement(name), values);
    element.append(...children);
    return element;
  };

  // Resolves when the style sheet is loaded, so that nothing is shown without it.
  const styled = new Promise((done) => {
    document.head.append(make("link", { rel: "stylesheet", href: sheet, onload: done, onerror: done }));
  });

  // Places a box below an element, or above it if there is more room, and keeps it inside the window.
  const place = (box, element) => {
    const at = element.getClientRects()[0] ?? element.getBoundingClientRect();
    const gap = 8;
    const most = document.documentElement.clientWidth - box.offsetWidth - gap;
    const isBelow = innerHeight - at.bottom > Math.min(at.top, box.offsetHeight + 2 * gap);
    const top = isBelow ? at.bottom + gap : at.top - gap - box.offsetHeight;
    const left = Math.max(gap, Math.min(at.left + (at.width - box.offsetWidth) / 2, most));
    box.style.top = `${top + scrollY}px`;
    box.style.left = `${left + scrollX}px`;
  };

  // Removes what only works on its own page: ids, permalinks and, unless `links` is true, links.
  const plain = (nodes, links) => {
    const box = make("div", {}, ...nodes);
    for (const part of box.querySelectorAll(".back, .permalink, .changed-mark, .proposition-label, img, script")) part.remove();
    for (const part of box.querySelectorAll("[id]")) part.removeAttribute("id");
    if (!links) for (const link of box.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    return box.childNodes;
  };

  // Footnotes

  const notes = []; // Open notes; each is inside the one before it.

  const closeNotes = (keeps) => {
    while (notes.length && !keeps(notes.at(-1))) {
      const { box, mark } = notes.pop();
      const hadFocus = box.contains(document.activeElement);
      mark.setAttribute("aria-expanded", "false");
      box.remove();
      if (hadFocus) mark.focus({ preventScroll: true });
    }
  };

  const noteOf = (mark) => {
    try {
      return document.getElementById(decodeURIComponent(mark.hash.slice(1)));
    } catch {
      return null;
    }
  };

  const openNote = async (mark, note) => {
    const wasOpen = notes.some((open) => open.mark === mark);
    closeNotes((open) => open.box.contains(mark));
    if (wasOpen) return;
    const box = make("div", { className: "note", popover: "manual", tabIndex: -1 }, ...plain(note.cloneNode(true).childNodes, true));
    box.setAttribute("role", "note");
    box.setAttribute("aria-label", mark.getAttribute("aria-label"));
    notes.push({ box, mark });
    (mark.closest("sup") ?? mark).after(box);
    mark.setAttribute("aria-expanded", "true");
    await styled;
    if (!box.isConnected) return;
    box.showPopover();
    place(box, mark);
    box.focus({ preventScroll: true });
  };

  document.addEventListener("click", (event) => {
    const mark = event.target.closest?.(".footnote a[href^='#']");
    if (!mark || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const note = noteOf(mark);
    if (!note) return;
    event.preventDefault();
    hide();
    openNote(mark, note);
  });

  const isAt = (target) => ({ box, mark }) => box.contains(target) || mark.contains(target);
  document.addEventListener("pointerdown", (event) => closeNotes(isAt(event.target)));
  document.addEventListener("focusout", (event) => {
    if (event.relatedTarget) closeNotes(isAt(event.relatedTarget));
  });

  // Tables as CSV files. The script is loaded on first use.

  document.addEventListener("click", (event) => {
    const holder = document.querySelector(".table-script:not([data-by])");
    const place = [...document.querySelectorAll(".table-end a")].indexOf(event.target.closest?.("a"));
    if (!holder || place < 0) return;
    event.preventDefault();
    holder.dataset.by = place;
    document.head.append(make("script", { src: holder.dataset.script }));
  });

  // Previews

  const known = new Map(); // Contents of pages by address.
  const most = 5; // The maximum number of positions in a preview.
  let wanted = null; // The link that is hovered or focused.
  let shown = null;
  let timer;

  const later = (work, pause) => {
    clearTimeout(timer);
    timer = setTimeout(work, pause);
  };

  // The link at an element and the address of its issue or party; null for other links.
  const subject = (element) => {
    const link = element.closest?.("main :is(.prose, .relations, .names, .mentions) a[href]");
    if (!link || location.protocol === "file:" || navigator.connection?.saveData) return null; // Browsers do not let pages read files.
    const { origin, pathname } = new URL(link.href);
    if (origin !== base.origin || !pathname.startsWith(base.pathname) || pathname === location.pathname) return null;
    return /^(issues|parties)\/[^/]+(\/|\.html|\/index\.html)$/.test(pathname.slice(base.pathname.length)) ? { link, address: pathname } : null;
  };

  const read = async (address) => {
    const answer = await fetch(address);
    const page = new DOMParser().parseFromString(answer.ok ? await answer.text() : "", "text/html");
    const title = page.querySelector("main h1");
    if (!title) return null;
    const parts = [make("p", { className: "preview-title" }, title.textContent)];
    const lead = page.querySelector(".opening .lead, .opening .proposition");
    if (lead) parts.push(make("p", {}, ...plain(lead.childNodes)));
    const count = page.querySelector(".opening .byline");
    if (count) parts.push(make("p", { className: "preview-count" }, ...plain(count.childNodes)));
    const date = (section) => section.querySelector("time")?.dateTime ?? "";
    const sections = [...page.querySelectorAll(".positions .subject")].sort((one, other) => date(other).localeCompare(date(one)));
    const list = sections.slice(0, most).map((section) => {
      const heading = section.querySelector("th");
      const rows = section.querySelectorAll("tr.position"); // Several where none supersedes the others.
      if (!heading || !rows.length) return "";
      const parts = [...rows].flatMap((row, place) => {
        const [stance, words] = row.querySelectorAll("td");
        return [place ? " · " : " ", make("bdi", {}, ...plain(stance.childNodes), " ", ...plain(words.childNodes))];
      });
      return make("li", { className: heading.className }, make("b", {}, ...plain(heading.childNodes)), ...parts);
    });
    if (sections.length > most) list.push(make("li", {}, "…"));
    if (list.length) parts.push(make("ul", {}, ...list));
    return parts;
  };

  const load = (address) => {
    if (!known.has(address)) {
      known.set(address, read(address).catch(() => {
        known.delete(address); // Try again next time.
        return null;
      }));
    }
    return known.get(address);
  };

  const hide = () => {
    clearTimeout(timer);
    wanted = null;
    if (!shown) return;
    shown.link.removeAttribute("aria-describedby");
    shown.card.remove();
    shown = null;
  };

  const show = async ({ link, address }) => {
    const [parts] = await Promise.all([load(address), styled]);
    if (wanted !== link) return;
    hide();
    if (!parts || !link.isConnected) return;
    wanted = link;
    const card = make("div", { className: "preview", popover: "manual", id: "preview:" }, ...parts.map((part) => part.cloneNode(true)));
    card.setAttribute("role", "tooltip");
    link.closest("main").append(card);
    link.setAttribute("aria-describedby", card.id);
    card.showPopover();
    place(card, link);
    shown = { link, card, isByFocus: link.matches(":focus-visible") };
  };

  const want = (found) => {
    if (shown?.link === found.link) clearTimeout(timer);
    else if (wanted !== found.link) later(() => show(found), 400);
    wanted = found.link;
  };

  const leave = () => {
    if (shown?.isByFocus && shown.link === document.activeElement) return;
    wanted = null;
    later(hide, 300);
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (shown?.card.contains(event.target)) {
      wanted = shown.link;
      return clearTimeout(timer);
    }
    const found = subject(event.target);
    if (found) want(found);
    else if (wanted) leave();
  });
  document.documentElement.addEventListener("pointerleave", () => wanted && leave());
  document.addEventListener("focusin", (event) => {
    const found = event.target.matches?.(":focus-visible") && subject(event.target);
    if (found) want(found);
  });
  document.addEventListener("focusout", (event) => {
    if (event.target === shown?.link) shown.isByFocus = false;
    if (event.target === wanted) leave();
  });
  addEventListener("pagehide", hide);

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const wasShown = shown;
    hide();
    if (!wasShown && notes.length) closeNotes((open) => open !== notes.at(-1));
  });

  const replace = () => {
    for (const { box, mark } of notes) place(box, mark);
    if (shown) place(shown.card, shown.link);
  };
  addEventListener("resize", replace);
  document.addEventListener("scroll", (event) => event.target !== document && replace(), { capture: true, passive: true });
})();
