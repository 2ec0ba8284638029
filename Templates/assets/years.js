// Leads to a position that this page had before years got their own pages: to the page of its year, or to its row here.
(() => {
  // The pages of the years that the row of a party or an issue links to, in turn.
  const pageWith = async (anchor, row) => {
    const paths = new Set([...row.querySelectorAll(".earlier-years > a")].map((link) => link.href.split("#")[0]));
    for (const path of paths) {
      const answer = await fetch(path);
      if (!answer.ok) continue;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (page.getElementById(anchor)) return path;
    }
  };

  const lead = async () => {
    let anchor = location.hash.slice(1);
    try { anchor = decodeURIComponent(anchor); } catch { /* It stays as it is. */ }
    const [subject, report] = anchor.split("--");
    // The place of a former name is in the row, too, between the links to the years.
    const place = document.getElementById(anchor);
    if (!report || (place && !place.closest(".earlier-years"))) return;
    const row = (place ?? document.getElementById(subject))?.closest("tbody");
    if (!row) return;
    row.scrollIntoView();
    const isHere = () => location.hash.slice(1) === anchor || decodeURIComponent(location.hash.slice(1)) === anchor;
    try {
      const path = await pageWith(anchor, row);
      if (path && isHere()) location.replace(path + "#" + encodeURIComponent(anchor));
    } catch { /* Without a server, the row and its links remain. */ }
  };
  addEventListener("DOMContentLoaded", lead);
  addEventListener("hashchange", lead);
})();
