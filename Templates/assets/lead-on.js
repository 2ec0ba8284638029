// Leads from the address of a former page of positions to the report, with the part after “#”, which opens the card of a cell.
(() => {
  const [, report, ending] = location.pathname.match(/^(.*\/reports\/[^/]+)\/positions(\/(?:index\.html)?|\.html)?$/) ?? [];
  if (report) location.replace(report + (ending === ".html" ? ending : "/") + location.search + location.hash);
})();
