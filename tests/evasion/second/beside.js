// Keeps all that a script in the page's own world can see, if it ran before every other.
(() => {
  const seen = [];
  const keep = (what) => {
    seen.push(what);
    document.documentElement?.setAttribute("data-seen-beside", seen.join("\n"));
  };
  const listen = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (name, handler, ...rest) {
    if (this instanceof MessagePort && typeof handler === "function") {
      listen.call(this, name, ({ data }) => keep(`heard ${JSON.stringify(data)}`));
    }
    return listen.call(this, name, handler, ...rest);
  };
})();
