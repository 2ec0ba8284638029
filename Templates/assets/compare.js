// Comparing parties: two lists that lead to the page of a pair, and a third party beside the two of a page. Without this script,
// the table of distances leads to all pairs.
(() => {
  const form = document.querySelector(".choose-parties");
  if (!form) return;
  const { first, second, third } = form.elements;
  const table = document.querySelector(".distances");

  if (table) choosePair();
  if (third) addThird();

  function choosePair() {
    const names = [...table.tHead.rows[0].cells].slice(1).map((cell) => (cell.querySelector("a") || cell).textContent);
    const linkOf = (row, column) => table.tBodies[0].rows[row].cells[column + 1].querySelector("a");
    const offer = () => {
      const before = second.value;
      const others = names.map((_, place) => place).filter((place) => linkOf(Number(first.value), place));
      second.replaceChildren(...others.map((place) => new Option(names[place], place)));
      if (others.map(String).includes(before)) second.value = before;
    };
    first.append(...names.map((name, place) => new Option(name, place)));
    offer();
    first.addEventListener("change", offer);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = linkOf(Number(first.value), Number(second.value)).href;
    });
  }

  function addThird() {
    const status = form.querySelector("[role=status]");
    const keyOf = (cell) => {
      const link = cell.querySelector("a");
      return link ? decodeURIComponent(new URL(link.getAttribute("href"), location.href).pathname.replace(/((\/index)?\.html|\/)$/, "").split("/").pop()) : "";
    };
    let turn = 0;

    // Takes the cells of the third party from the pages that compare it with the first and with the second.
    async function show() {
      const mine = (turn += 1);
      const option = third.selectedOptions[0];
      const paths = [option.dataset.first, option.dataset.second].filter(Boolean);
      let pages = [];
      try {
        pages = await Promise.all(paths.map(read));
      } catch {
        // Pages of files on a disk cannot read each other.
        const matrix = form.dataset.matrix;
        location.href = matrix ? matrix + "#party=" + form.dataset.parties + "," + option.value : paths[0];
        return;
      }
      if (mine !== turn) return;
      for (const cell of document.querySelectorAll(".third")) cell.remove();
      status.replaceChildren(...pages.map(summaryOf));
      if (option.value) for (const pair of document.querySelectorAll("table.pair")) extend(pair, pages, option.value);
    }

    async function read(path) {
      const answer = await fetch(path);
      if (!answer.ok) throw new Error(path);
      return { path, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
    }

    function summaryOf({ path, page }) {
      const line = document.createElement("span");
      const link = document.createElement("a");
      link.href = path;
      link.textContent = page.querySelector("h1").textContent;
      line.append(link, " ", page.querySelector(".pair-summary").textContent);
      return line;
    }

    function extend(pair, pages, key) {
      const heads = pages.flatMap(({ page }) => [...page.querySelectorAll("table.pair thead th")]);
      const head = heads.find((cell) => keyOf(cell) === key);
      const name = third.selectedOptions[0].textContent;
      pair.tHead.rows[0].append(mark(head ? document.importNode(head, true) : Object.assign(document.createElement("th"), { scope: "col", textContent: name })));
      for (const row of pair.tBodies[0].rows) {
        const rows = pages.map(({ page }) => page.getElementById(row.id)).filter(Boolean);
        const cells = rows.map((other) => cellOf(other, key)).filter(Boolean);
        const cell = cells.length ? document.importNode(cells[0], true) : emptyCell(row, pages);
        cell.dataset.label = name;
        for (const other of rows) cell.append(distanceOf(other, key));
        row.append(mark(cell));
      }
    }

    // Where one of the two holds a position, its page with the third would list the issue if the third held one.
    function emptyCell(row, pages) {
      const cell = document.createElement("td");
      const compared = pages.flatMap(({ page }) => [...page.querySelectorAll("table.pair thead th")]).map(keyOf);
      const isKnown = headsOf(row).some((head, place) => place > 0 && compared.includes(keyOf(head)) && !row.cells[place].querySelector(".no-position"));
      if (!isKnown) return cell;
      const words = document.createElement("span");
      words.className = "no-position";
      words.textContent = form.dataset.none;
      cell.append(words);
      return cell;
    }

    function mark(cell) {
      cell.classList.add("third");
      return cell;
    }

    function headsOf(row) {
      return [...row.closest("table").tHead.rows[0].cells];
    }

    function cellOf(row, key) {
      const place = headsOf(row).findIndex((cell) => keyOf(cell) === key);
      return place > 0 ? row.cells[place] : undefined;
    }

    // How far the third party is from the other one of a row.
    function distanceOf(row, key) {
      const line = document.createElement("p");
      const other = headsOf(row).slice(1).find((cell) => keyOf(cell) !== key);
      const name = document.createElement("b");
      name.textContent = (other.querySelector("a") || other).textContent;
      line.className = "distance";
      line.append(name, " ", row.querySelector(".distance")?.textContent ?? row.closest("[data-distance]").dataset.distance);
      return line;
    }

    function readAddress() {
      const key = new URLSearchParams(location.hash.slice(1)).get("with") ?? "";
      if (third.value === key || ![...third.options].some((option) => option.value === key)) return;
      third.value = key;
      show();
    }

    third.addEventListener("change", () => {
      history.replaceState(null, "", third.value ? "#with=" + encodeURIComponent(third.value) : location.href.split("#")[0]);
      show();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("hashchange", readAddress);
    readAddress();
  }
})();
