// On a page in a frame of another site: tells the page around it how high it is. The message is
// {standpoint: "height", height: …}, in CSS pixels.
(() => {
  if (parent === window) return;
  let told = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height === told) return;
    told = height;
    parent.postMessage({ standpoint: "height", height }, "*");
  };
  // Browsers do not observe sizes in frames that are out of sight.
  addEventListener("load", tell);
  new ResizeObserver(tell).observe(document.body);
})();
