// What every page does. It runs before the page is shown, so that the reader's choice of colours never flickers;
// without it the system's choice holds, and nothing is missing.
(() => {
  const page = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const key = "standpoint-scheme";

  const chosen = () => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // No storage: the choice lasts for this page.
    }
  };

  const remember = (scheme) => {
    try {
      if (scheme) localStorage.setItem(key, scheme);
      else localStorage.removeItem(key);
    } catch {
      // As above.
    }
  };

  const isDark = () => (page.dataset.scheme || (system.matches ? "dark" : "light")) === "dark";

  const show = (scheme) => {
    if (scheme === "dark" || scheme === "light") page.dataset.scheme = scheme;
    else delete page.dataset.scheme;
    for (const button of document.querySelectorAll(".scheme")) button.setAttribute("aria-pressed", isDark());
  };

  page.dataset.script = "";
  show(chosen());

  document.addEventListener("DOMContentLoaded", () => {
    show(page.dataset.scheme);
    for (const button of document.querySelectorAll(".scheme")) {
      button.addEventListener("click", () => {
        // To choose what the system has is to follow it again.
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
