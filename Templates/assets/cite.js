// Makes citations for other programs from the facts in the page, and adds a copy button to each form. Without this script, the
// link and the text can be selected and copied by hand. The formats follow CitationFormat.swift; a test compares them.
(() => {
  const words = { /* The texts of the site. */ };

  const bibTeX = (text) => text.replace(/[&%$#_{}\\~^]/g, (sign) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[sign] ?? "\\" + sign);

  // As `withoutFinalStop` in Citation.swift and `published` in CitationFormat.swift.
  const unended = (text) => text.replace(/(?<!\.|\.\p{L}{1,3})[.。]$/u, "");
  const joined = ({ container, publisher }) => {
    if (container == null) return unended(publisher);
    const first = unended(container);
    return first + (/[.?!…]$/.test(first) ? " " : ". ") + unended(publisher);
  };

  const formats = [
    ["BibTeX", words["copy-bibtex"], (facts) => {
      const [year, month, day] = (facts.date ?? "").split("-");
      const fields = [
        ["author", facts.authors.map((name) => `{${bibTeX(name)}}`).join(" and ")],
        ["title", `{${bibTeX(facts.title)}}`],
        ["howpublished", bibTeX(joined(facts))],
        ["year", year && String(Number(year))],
        ["month", month && String(Number(month))],
        ["day", day && String(Number(day))],
        ["note", facts.note && bibTeX(facts.note)],
        ["url", facts.url?.replace(/[{}\\\s]/g, encodeURIComponent)],
      ];
      return [`@misc{${facts.key}`, ...fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`)].join(",\n") + "\n}\n";
    }],
    ["RIS", words["copy-ris"], (facts) => {
      const fields = [
        ["TY", { report: "RPRT", dataset: "DATA" }[facts.kind] ?? "ELEC"], ["ID", facts.key], ...facts.authors.map((name) => ["AU", name]),
        ["TI", facts.title], ["T2", facts.container], ["PB", facts.publisher], ["PY", facts.date && String(Number(facts.date.split("-")[0]))],
        ["DA", facts.date?.replaceAll("-", "/")], ["LA", facts.language], ["N1", facts.note], ["UR", facts.url],
      ];
      const lines = fields.filter(([, value]) => value != null).map(([tag, value]) => `${tag}  - ${value.split(/[\n\r\u2028\u2029\u0085\v\f]+/).filter(Boolean).join(" ")}`);
      return lines.join("\n") + "\nER  - \n";
    }],
    ["CSL-JSON", words["copy-csl-json"], (facts) => JSON.stringify([{
      id: facts.key,
      type: ["report", "dataset"].includes(facts.kind) ? facts.kind : "webpage",
      title: facts.title,
      author: facts.authors.length ? facts.authors.map((literal) => ({ literal })) : undefined,
      "container-title": facts.container ?? undefined,
      publisher: facts.publisher,
      issued: facts.date ? { "date-parts": [facts.date.split("-").map(Number)] } : undefined,
      language: facts.language,
      note: facts.note,
      URL: facts.url,
    }], null, 2) + "\n"],
  ];

  // The button says what it copied, in sight and to screen readers.
  function addButton(text, name, status) {
    if (!navigator.clipboard) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = words.copy;
    button.setAttribute("aria-label", text.dataset.copy);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = `${words.copied} (${name})`;
      } catch {
        button.textContent = words["copy-by-hand"];
      }
      status.textContent = button.textContent;
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    text.after(button);
  }

  const filled = new WeakSet();

  // Adds the other forms when a reader opens the citations.
  function fill(citations) {
    if (filled.has(citations)) return;
    filled.add(citations);
    const facts = { authors: [], ...JSON.parse(citations.dataset.cite) };
    const list = citations.querySelector("dl");
    for (const [name, label, make] of formats) {
      const row = document.createElement("div");
      const term = document.createElement("dt");
      const detail = document.createElement("dd");
      const text = document.createElement("pre");
      term.textContent = name;
      text.textContent = make(facts);
      text.dataset.copy = label;
      detail.append(text);
      row.append(term, detail);
      list.append(row);
    }
    const status = document.createElement("p");
    status.className = "unseen";
    status.setAttribute("role", "status");
    list.after(status);
    for (const text of list.querySelectorAll("[data-copy]")) addButton(text, text.closest("div").querySelector("dt").textContent, status);
  }

  for (const citations of document.querySelectorAll("[data-cite][open]")) fill(citations);
  document.addEventListener("toggle", (event) => event.target.matches?.("[data-cite]") && fill(event.target), true);
})();
