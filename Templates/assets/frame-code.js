// Adapts the code for frames of other sites to what the page shows: the filters of the matrix, or one party of an issue. Adds a
// button that copies it. Without this script, the code shows everything, and can be selected and copied by hand.
(() => {
  const box = document.querySelector(".frame-code");
  const code = box.querySelector("pre");
  const words = box.dataset;
  const whole = code.textContent;
  const isMatrix = document.body.classList.contains("page-matrix");
  const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  let party = "";

  function show() {
    const address = new URL(words.address, location.href);
    address.hash = isMatrix && location.hash.includes("=") ? location.hash : party;
    code.textContent = whole.replace(`src="${quoted(words.address)}"`, () => `src="${quoted(address.href)}"`);
  }

  // The parties of an issue, one of which a frame can show alone.
  function addParties() {
    const subjects = [...document.querySelectorAll(".standings > tbody[id]")];
    if (subjects.length < 2) return;
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.append(new Option(words.all, ""), ...subjects.map((one) => new Option(one.querySelector("th > a").textContent, one.id)));
    select.addEventListener("input", () => { party = select.value; show(); });
    label.append(words.party, " ", select);
    code.before(label);
  }

  function addButton() {
    if (!navigator.clipboard) return;
    const button = document.createElement("button");
    const status = document.createElement("p");
    Object.assign(button, { type: "button", className: "copy", textContent: words.button });
    button.setAttribute("aria-label", code.dataset.copy);
    status.className = "unseen";
    status.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = words.copied;
      } catch {
        button.textContent = words.byHand;
      }
      status.textContent = button.textContent;
      setTimeout(() => { button.textContent = words.button; }, 2000);
    });
    code.after(button, status);
  }

  box.addEventListener("toggle", () => {
    if (!box.open) return;
    if (!box.dataset.made) {
      box.dataset.made = "yes";
      addParties();
      addButton();
      // The script of the matrix keeps its choice in the address.
      if (isMatrix) for (const type of ["input", "click", "reset"]) document.addEventListener(type, () => setTimeout(show));
      addEventListener("hashchange", show);
    }
    show();
  });
})();
