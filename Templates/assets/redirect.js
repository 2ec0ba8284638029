// Goes from an old address to the new one, with the part after “#”, which leads to a single position.
(() => {
  const target = new URL(document.currentScript.dataset.to, location.href);
  target.search = location.search;
  target.hash = location.hash;
  location.replace(target);
})();
