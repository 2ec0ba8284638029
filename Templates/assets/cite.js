// Makes citations for other programs from the facts in the page, and adds a copy button to each form. Without this script, the
// link and the text can be selected and copied by hand. The formats follow CitationFormat.swift; a test compares them.
(() => {
  const words = document.currentScript.dataset;
  const shared = JSON.parse(document.querySelector(".citation-facts")?.textContent ?? "{}");

  const bibTeX = (text) => text.replace(/[&%$#_{}\\~^]/g, (sign) => ({ "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" })[sign] ?? "\\" + sign);

  const formats = [
    ["BibTeX", words.copyBibtex, (facts) => {
      const [year, month, day] = (facts.date ?? "").split("-");
      const fields = [
        ["author", facts.authors.map((name) => `{${bibTeX(name)}}`).join(" and ")],
        ["title", `{${bibTeX(facts.title)}}`],
        ["howpublished", bibTeX([facts.container, facts.publisher].filter((part) => part != null).join(". "))],
        ["year", year && String(Number(year))],
        ["month", month && String(Number(month))],
        ["day", day && String(Number(day))],
        ["note", facts.note && bibTeX(facts.note)],
        ["url", facts.url],
      ];
      return [`@misc{${facts.key}`, ...fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`)].join(",\n") + "\n}\n";
    }],
    ["RIS", words.copyRis, (facts) => {
      const fields = [
        ["TY", { report: "RPRT", dataset: "DATA" }[facts.kind] ?? "ELEC"], ["ID", facts.key], ...facts.authors.map((name) => ["AU", name]),
        ["TI", facts.title], ["T2", facts.container], ["PB", facts.publisher], ["PY", facts.date && String(Number(facts.date.split("-")[0]))],
        ["DA", facts.date?.replaceAll("-", "/")], ["LA", facts.language], ["N1", facts.note], ["UR", facts.url],
      ];
      const lines = fields.filter(([, value]) => value != null).map(([tag, value]) => `${tag}  - ${value.split(/[\n\r\u2028\u2029\u0085\v\f]+/).filter(Boolean).join(" ")}`);
      return lines.join("\n") + "\nER  - \n";
    }],
    ["CSL-JSON", words.copyCslJson, (facts) => JSON.stringify([{
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

  function addButton(text) {
    if (!navigator.clipboard) return;
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

  // Adds the other forms when a reader opens the citations.
  function fill(citations) {
    const facts = { authors: [], ...shared, ...JSON.parse(citations.dataset.cite) };
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
      citations.querySelector("dl").append(row);
    }
    for (const text of citations.querySelectorAll("[data-copy]")) addButton(text);
  }

  for (const citations of document.querySelectorAll("[data-cite]")) {
    if (citations.open) fill(citations);
    else citations.addEventListener("toggle", () => fill(citations), { once: true });
  }
})();
