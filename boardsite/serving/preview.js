// Shows the page anew after a save; a change of style alone is swapped in without a reload. Sent by the preview only.
(() => {
  "use strict";
  let version = Number(document.currentScript.dataset.version);
  let source = null;

  const listen = () => {
    if (source) return;
    source = new EventSource(`/-/changes?since=${version}&at=${encodeURIComponent(location.pathname)}`);
    // Nothing of this page has changed up to this version; asked again, we begin there.
    source.addEventListener("still", (event) => { version = Number(event.data); });
    source.addEventListener("error", () => { rest(); setTimeout(() => document.hidden || listen(), 3000); });
    source.addEventListener("change", (event) => {
      const [newest, kind] = event.data.split(" ");
      version = Number(newest);
      rest();
      if (kind === "style") { restyle(); listen(); } else { location.reload(); }
    });
  };

  // A browser opens only six connections to one address: a page that nobody looks at gives its own back.
  const rest = () => { if (source) source.close(); source = null; };

  const restyle = () => {
    for (const old of document.querySelectorAll('link[rel="stylesheet"]:not([href="/-/preview.css"])')) {
      const stem = old.dataset.stem || old.href.split("/").pop().split(".")[0];
      const fresh = old.cloneNode();
      fresh.dataset.stem = stem;
      fresh.href = `/-/style/${stem}?${version}`;
      fresh.addEventListener("load", () => old.remove());
      old.after(fresh);
    }
  };

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  if (!document.hidden) listen();
})();
