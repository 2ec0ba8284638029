/// The script that keeps a page in the browser up to date.
///
/// It needs no inline code or style of the page, so that it works under a strict Content-Security-Policy. While a
/// tab is hidden it holds no connection: browsers open only six to one host.
enum LiveScript {
  static let answer = PreviewAnswer(type: "text/javascript; charset=utf-8", body: Array(source.utf8))

  private static let source = #"""
    (() => {
      "use strict";
      const mark = "script[data-standpoint]";
      let version = document.querySelector(mark).dataset.standpoint;
      let stream = null, busy = false, again = false;

      const host = document.createElement("standpoint-preview");
      const shadow = host.attachShadow({ mode: "open" });
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        :host { all: initial; }
        [hidden] { display: none !important; }
        div { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 60vh; overflow: auto;
          box-sizing: border-box; padding: 1rem 1.25rem; color: #fff; background: #2b1214; border-top: 4px solid #e5484d;
          font: 14px/1.45 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; }
        pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; }
        button { float: right; margin: 0 0 .5rem 1rem; padding: .2rem .7rem; color: inherit; background: none;
          border: 1px solid currentColor; border-radius: 4px; font: inherit; cursor: pointer; }
        p { position: fixed; z-index: 2147483646; top: 0; right: 0; margin: 0; padding: .25rem .8rem;
          color: #3d2500; background: #ffc53d; border-radius: 0 0 0 6px; font: 600 13px/1.4 system-ui, sans-serif; }
        @media print { :host { display: none; } }`);
      shadow.adoptedStyleSheets = [sheet];
      const overlay = document.createElement("div");
      overlay.setAttribute("role", "alert");
      overlay.hidden = true;
      const words = document.createElement("pre");
      const close = document.createElement("button");
      close.textContent = "Hide";
      close.addEventListener("click", () => { overlay.hidden = true; });
      overlay.append(close, words);
      const draft = document.createElement("p");
      draft.textContent = "Draft";
      shadow.append(overlay, draft);
      // Beside the body, so that a new page content leaves it alone.
      document.documentElement.append(host);

      function showDraft() {
        draft.hidden = !("draft" in document.querySelector(mark).dataset);
      }

      function keepsItself(element) {
        return element.nodeType === 1 && element.matches(mark);
      }

      // Changes as little as possible, so that nothing flickers and open details stay open.
      function morph(from, to) {
        if (from.isEqualNode(to)) return;
        if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) {
          from.replaceWith(document.importNode(to, true));
          return;
        }
        if (from.nodeType !== Node.ELEMENT_NODE) { from.nodeValue = to.nodeValue; return; }
        for (const { name } of [...from.attributes]) if (!to.hasAttribute(name)) from.removeAttribute(name);
        for (const { name, value } of to.attributes)
          if (from.getAttribute(name) !== value) from.setAttribute(name, value);
        morphChildren(from, [...from.childNodes].filter((one) => one !== host), [...to.childNodes]);
      }

      function morphChildren(parent, old, now) {
        while (old.length && now.length && old[0].isEqualNode(now[0])) { old.shift(); now.shift(); }
        let after = null;
        while (old.length && now.length && old.at(-1).isEqualNode(now.at(-1))) { after = old.pop(); now.pop(); }
        const count = Math.min(old.length, now.length);
        for (let index = 0; index < count; index++) morph(old[index], now[index]);
        for (const one of old.slice(count)) one.remove();
        const anchor = after ?? (parent === document.documentElement ? host : null);
        for (const one of now.slice(count)) parent.insertBefore(document.importNode(one, true), anchor);
      }

      const programs = (page) => [...page.querySelectorAll("script")]
        .filter((one) => !keepsItself(one) && !(one.type && one.type.includes("json")))
        .map((one) => one.getAttribute("src") ?? one.textContent).join("\n");
      const sheets = (page) => [...page.querySelectorAll("link[rel~=stylesheet]")]
        .map((one) => one.getAttribute("href")).join("\n");

      function reload() {
        sessionStorage.setItem("standpoint-scroll", JSON.stringify([location.pathname, scrollX, scrollY]));
        location.reload();
      }

      async function update() {
        if (busy) { again = true; return; }
        busy = true;
        try {
          do {
            again = false;
            const answer = await fetch(location.href, { cache: "no-store" });
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            if (answer.redirected) { location.replace(answer.url); return; }
            const next = page.querySelector(mark);
            if (!next) { reload(); return; }
            if (next.dataset.standpoint === version) continue;
            if (programs(page) !== programs(document)) { reload(); return; }
            const swapped = [...document.querySelectorAll("link[data-standpoint-swapped]")];
            if (!swapped.length && sheets(page) !== sheets(document)) { reload(); return; }
            const [x, y] = [scrollX, scrollY];
            for (const link of swapped) {
              const twin = [...page.querySelectorAll("link[rel~=stylesheet]")]
                .find((one) => new URL(one.getAttribute("href"), location).pathname === new URL(link.href).pathname);
              if (twin) twin.replaceWith(page.importNode(link, true));
            }
            morph(document.documentElement, page.documentElement);
            version = next.dataset.standpoint;
            scrollTo({ left: x, top: y, behavior: "instant" });
            showDraft();
            document.dispatchEvent(new CustomEvent("standpoint:changed"));
          } while (again);
        } catch {
          // The preview has ended; the stream connects again when there is one.
        } finally {
          busy = false;
        }
      }

      function fresh(address) {
        const url = new URL(address, location);
        url.searchParams.set("live", Date.now());
        return url.href;
      }

      function file(path) {
        const isIt = (address) => address && new URL(address, location).pathname === path;
        for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
          if (!isIt(link.getAttribute("href"))) continue;
          const next = link.cloneNode();
          next.setAttribute("data-standpoint-swapped", "");
          next.href = fresh(link.href);
          next.addEventListener("load", () => link.remove(), { once: true });
          next.addEventListener("error", () => next.remove(), { once: true });
          link.after(next);
        }
        for (const image of document.querySelectorAll("img[src], source[src], video[src], audio[src]"))
          if (isIt(image.getAttribute("src"))) image.src = fresh(image.src);
        for (const script of document.querySelectorAll("script[src]"))
          if (isIt(script.getAttribute("src"))) reload();
      }

      function connect() {
        if (stream || document.hidden) return;
        stream = new EventSource("/_standpoint/events/" + version + location.pathname);
        const on = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
        on("page", update);
        on("file", file);
        on("fault", (text) => { words.textContent = text.trimEnd(); overlay.hidden = false; });
        on("mended", () => { overlay.hidden = true; });
      }

      document.addEventListener("visibilitychange", () => {
        if (!document.hidden) { connect(); return; }
        stream?.close();
        stream = null;
      });
      addEventListener("pagehide", () => { stream?.close(); stream = null; });
      addEventListener("pageshow", connect);

      const saved = JSON.parse(sessionStorage.getItem("standpoint-scroll") ?? "null");
      sessionStorage.removeItem("standpoint-scroll");
      if (saved && saved[0] === location.pathname)
        scrollTo({ left: saved[1], top: saved[2], behavior: "instant" });
      showDraft();
      connect();
    })();

    """#
}
