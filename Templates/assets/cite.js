// Adds a copy button to each citation. Without this script, the text can be selected and copied by hand.
(() => {
  if (!navigator.clipboard) return;
  const words = document.currentScript.dataset;
  for (const text of document.querySelectorAll("[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.button;
    button.setAttribute("aria-label", text.dataset.copy);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = words.copied;
      } catch {
        button.textContent = words.byHand;
      }
      setTimeout(() => { button.textContent = words.button; }, 2000);
    });
    text.after(button);
  }
})();
