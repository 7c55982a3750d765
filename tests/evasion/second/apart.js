// Keeps all that an extension's content script can see of a page, for the test to read.
const seen = new Set();
const keep = (what) => {
  if (!what || seen.has(what)) return;
  seen.add(what);
  document.documentElement?.setAttribute("data-seen", [...seen].join("\n"));
};

addEventListener(
  "sottovoce-port",
  (event) => {
    for (const port of event.ports) {
      keep("a port");
      port.addEventListener("message", ({ data }) => keep(`heard ${JSON.stringify(data)}`));
      port.start();
      if (!location.search.includes("spoil")) continue;
      const mine = new MessageChannel();
      mine.port1.onmessage = ({ data }) => keep(`heard ${JSON.stringify(data)}`);
      port.postMessage(null, [mine.port2]);
    }
  },
  true,
);
addEventListener("message", ({ data }) => keep(`heard ${JSON.stringify(data)}`), true);

const look = (root) => {
  for (const element of root.querySelectorAll("*")) {
    if (!(element instanceof HTMLElement)) continue;
    const inner = chrome.dom.openOrClosedShadowRoot(element);
    if (!inner) continue;
    keep(`in a shadow: ${inner.textContent}`);
    for (const one of inner.querySelectorAll("*")) {
      for (const { name, value } of one.attributes) keep(`in a shadow: ${name}=${value}`);
      try {
        keep(`in a frame: ${one.contentDocument?.documentElement.textContent}`);
      } catch {
        // Of another origin.
      }
    }
    look(inner);
  }
};
setInterval(() => look(document), 50);
