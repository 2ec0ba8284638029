/// The script that updates a page in the browser when it changes.
///
/// It uses no inline code or styles, so that it works under a strict Content-Security-Policy. It closes the connection
/// while the tab is hidden, because browsers open only six connections to one host.
enum LiveScript {
  static let answer = PreviewAnswer(type: "text/javascript; charset=utf-8", body: Array(source.utf8))

  private static let source = #"""
    (() => {
      "use strict";
      const mark = "script[data-standpoint]";
      let { standpoint: version, files } = document.querySelector(mark).dataset;
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
      // Beside the body, so that updates of the page do not remove it.
      document.documentElement.append(host);

      function showDraft() {
        draft.hidden = !("draft" in document.querySelector(mark).dataset);
      }

      const parsed = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
      const load = () => fetch(location.href, { cache: "no-store" });
      // The page as the server sent it, without later changes by scripts and the reader.
      let base = null;
      const whole = load().then(parsed)
        .then((page) => { base = page; host.toggleAttribute("ready", true); }).catch(() => {});

      // Updates `live` with the differences between `old` and `now`, and changes nothing else, so that nothing flickers
      // and open details stay open.
      function follow(live, old, now) {
        if (old.isEqualNode(now)) return;
        if (old.nodeType !== now.nodeType || old.nodeName !== now.nodeName) {
          live.replaceWith(document.importNode(now, true));
          return;
        }
        if (old.nodeType !== Node.ELEMENT_NODE) { live.nodeValue = now.nodeValue; return; }
        for (const { name } of old.attributes) if (!now.hasAttribute(name)) live.removeAttribute(name);
        for (const { name, value } of now.attributes)
          if (old.getAttribute(name) !== value) live.setAttribute(name, value);
        followChildren(live, [...old.childNodes], [...now.childNodes]);
      }

      function followChildren(live, old, now) {
        const places = counterparts(live, old);
        if (!places) { live.replaceChildren(...now.map((one) => document.importNode(one, true))); return; }
        let start = 0, end = 0;
        const most = Math.min(old.length, now.length);
        while (start < most && old[start].isEqualNode(now[start])) start++;
        while (end < most - start && old.at(-1 - end).isEqualNode(now.at(-1 - end))) end++;
        const anchor = end ? places.at(-end) : old.length ? places.at(-1).nextSibling : live.firstChild;
        const gone = places.slice(start, old.length - end);
        const come = now.slice(start, now.length - end);
        const count = Math.min(gone.length, come.length);
        for (let index = 0; index < count; index++) follow(gone[index], old[start + index], come[index]);
        for (const one of gone.slice(count)) one.remove();
        for (const one of come.slice(count)) live.insertBefore(document.importNode(one, true), anchor);
      }

      // The children of `live` that correspond to those of `old`, in order; null if some were removed.
      function counterparts(live, old) {
        const found = [];
        let next = live.firstChild;
        for (const one of old) {
          while (next && !(next.nodeName === one.nodeName && (!one.id || next.id === one.id))) next = next.nextSibling;
          if (!next) return null;
          found.push(next);
          next = next.nextSibling;
        }
        return found;
      }

      const programs = (page) => [...page.querySelectorAll("script")]
        .filter((one) => !one.matches(mark) && !one.type.includes("json"))
        .map((one) => one.getAttribute("src") ?? one.textContent).join("\n");
      const sheets = (page) => [...page.querySelectorAll("link[rel~=stylesheet], style")]
        .map((one) => one.getAttribute("href") ?? one.textContent).join("\n");

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
            await whole;
            const answer = await load();
            if (answer.redirected) { location.replace(answer.url); return; }
            const page = await parsed(answer);
            const next = page.querySelector(mark)?.dataset.standpoint;
            const isKnown = base?.querySelector(mark)?.dataset.standpoint === version;
            if (!next || !isKnown) { reload(); return; }
            if (next === version) continue;
            if (programs(page) !== programs(base) || sheets(page) !== sheets(base)) { reload(); return; }
            follow(document.documentElement, base.documentElement, page.documentElement);
            base = page;
            version = next;
            showDraft();
          } while (again);
        } catch {
          // The preview was stopped; the stream reconnects when it runs again.
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
        stream = new EventSource("/_standpoint/events/" + version + "." + files + location.pathname);
        const on = (name, act) => stream.addEventListener(name, (event) => act(JSON.parse(event.data)));
        on("page", update);
        on("file", (text) => {
          files = text.slice(0, text.indexOf(" "));
          file(text.slice(text.indexOf(" ") + 1));
        });
        on("stale", reload);
        on("problem", (text) => { words.textContent = text.trimEnd(); overlay.hidden = false; });
        on("fixed", () => { overlay.hidden = true; });
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
