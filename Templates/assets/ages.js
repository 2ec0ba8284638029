// In tables of issues by parties, the age of each position: a page that is not built again every day would tell it wrong.
(() => {
  const times = document.querySelectorAll(".matrix td:not(.ended) a > time:first-of-type");
  if (!times.length) return;
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always" });
  for (const time of times) {
    const [year, month, day] = (time.dateTime || time.textContent).split("-").map(Number);
    const days = Math.floor((Date.now() - Date.UTC(year, (month || 1) - 1, day || 1)) / 86400000);
    if (!(days > 0) || !year) continue;
    const age = document.createElement("i");
    const [count, unit] = days < 60 ? [days, "day"] : days < 730 ? [Math.floor((days * 12) / 365), "month"] : [Math.floor(days / 365.25), "year"];
    age.className = "age";
    age.textContent = words.format(-count, unit);
    time.after(age);
  }
})();
