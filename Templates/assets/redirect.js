// Goes from an old address to the new one, with the part after “#”, which leads to a single position.
(() => {
  const { to, cells } = document.currentScript.dataset;
  const targets = cells ? JSON.parse(cells) : {};
  let anchor = location.hash.slice(1);
  try { anchor = decodeURIComponent(anchor); } catch { /* It stays as it is. */ }
  const isCell = Object.hasOwn(targets, anchor);
  const target = new URL(isCell ? targets[anchor] : to, location.href);
  target.search = location.search;
  if (!isCell) target.hash = location.hash;
  location.replace(target);
})();
