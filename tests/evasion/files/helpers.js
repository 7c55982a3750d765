// What the tricks have in common. `task` comes from the test: name, word, text, path, port, other.
(task) => {
  const origin = location.origin;
  const shape = (content) => JSON.stringify({ messages: [{ role: "user", content }] });
  const t = { ...task };
  t.url = origin + t.path;
  t.socket = t.url.replace(/^http/, "ws");
  t.ask = `${t.path}?${t.word}`;
  t.body = shape(t.text);
  t.post = { method: "POST", body: t.body };
  t.plain = shape("x".repeat(t.text.length));
  t.harmless = shape("Why is the sky blue?");
  const asked = "Why is the sky blue? Why is the grass green in spring? Why is snow so white, ";
  t.safe = shape(`${asked}${"and why is ice so cold".padEnd(99)}`.slice(0, t.text.length));
  t.evil = t.body;
  t.later = (headers = {}) => fetch(t.path, { method: "POST", headers, body: t.safe });
  t.request = (headers = {}) => {
    const request = new XMLHttpRequest();
    request.open("POST", t.path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.send(t.safe);
    return request;
  };
  /** Keeps every buffer that a promise is about, and writes into it again and again. */
  t.keepBuffers = () => {
    const kept = [];
    const overwrite = () => {
      for (const one of kept) if (!one.detached) new Uint8Array(one).set(t.bytes(t.evil));
    };
    Object.defineProperty(Object.prototype, "then", {
      get() {
        if (this instanceof ArrayBuffer) {
          kept.push(this);
          setTimeout(overwrite, 0); // what was handed over is judged by now
        }
        return undefined;
      },
      configurable: true,
    });
  };
  /** Waits until a service worker sees the page's requests. */
  t.watched = async (script, tell) => {
    navigator.serviceWorker.addEventListener("message", ({ data }) => tell(data));
    await navigator.serviceWorker.register(script, { scope: "/demo/" });
    while (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, 10));
  };
  t.bytes = (text) => new TextEncoder().encode(text);
  t.form = () => {
    const form = new FormData();
    form.append("prompt", t.body);
    return form;
  };
  t.gzip = (text) =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).blob();
  t.make = (name, fields) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(fields ?? {})) {
      if (key in element && key !== "style") element[key] = value;
      else element.setAttribute(key, value);
    }
    return element;
  };
  t.add = (name, fields) => {
    const element = t.make(name, fields);
    document.body.append(element);
    return element;
  };
  t.frame = (fields) => t.add("iframe", fields);
  t.realm = () => t.frame().contentWindow;
  t.loaded = (fields, go) =>
    new Promise((done) => {
      const frame = t.make("iframe", fields);
      frame.addEventListener("load", () => done(go(frame.contentWindow)), { once: true });
      document.body.append(frame);
    });
  /** A page in a frame that does what it is told. */
  t.told = (fields) => t.loaded(fields, (w) => w.postMessage({ url: t.url, body: t.body }, "*"));
  t.xhr = (go) =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      request.onloadend = () => done();
      go(request);
    });
  t.submit = (change) => {
    const frame = t.frame({ name: `target-${t.word}` });
    const form = t.add("form", { method: "post", action: t.path, target: frame.name });
    form.append(t.make("input", { name: "prompt", value: t.body }));
    change(form);
    form.submit();
  };
  t.formOf = (at) =>
    `<form method=post action="${at}${t.path}"><input name=prompt value="${t.text}"></form>` +
    "<script>document.forms[0].submit()<\/script>";
  const { url, body, word, socket } = t;
  t.task = JSON.stringify({ url, body, word, socket });
  t.sourceOf = (code) => `const task = ${t.task};\n${code}`;
  t.source = t.sourceOf(
    `fetch(task.url, {method: "POST", body: task.body, mode: "no-cors"}).catch(() => {});`,
  );
  t.encoded = encodeURIComponent(t.source);
  t.script = `<p>x</p><script>${t.source.replaceAll("<", "\\x3c")}<\/script>`;
  t.work = (make, code) =>
    void make(
      URL.createObjectURL(
        new Blob([code ? t.sourceOf(code) : t.source], { type: "text/javascript" }),
      ),
    );
  t.run = (w) => w.fetch(t.url, t.post).catch(() => {});
  t.over = (at) => fetch(at + t.path, { ...t.post, mode: "no-cors" });
  t.boxed = (at, path = t.path) => {
    const source = `fetch(${JSON.stringify(at + path)}, {method: "POST", mode: "no-cors",
      body: ${JSON.stringify(t.body)}}).catch(() => {})`;
    return t.frame({
      sandbox: "allow-scripts",
      srcdoc: `<p>x</p><script>${source.replaceAll("<", "\\x3c")}<\/script>`,
    });
  };
  /** The same from a worker in a sandboxed frame: no hook is there, and no origin. */
  t.boxedWork = (at, path = t.path) => {
    const source = `fetch(${JSON.stringify(at + path)}, {method: "POST", mode: "no-cors",
      body: ${JSON.stringify(t.body)}}).catch(() => {})`;
    const starts = `new Worker(URL.createObjectURL(new Blob([${JSON.stringify(source)}])))`;
    return t.frame({
      sandbox: "allow-scripts",
      srcdoc: `<p>x</p><script>${starts.replaceAll("<", "\\x3c")}<\/script>`,
    });
  };
  t.serve = async (file, order) => {
    const scope = `/demo/scope-${t.word.slice(0, 4)}/`;
    const registered = await navigator.serviceWorker.register(`/demo/files/${file}`, { scope });
    const worker = registered.installing ?? registered.waiting ?? registered.active;
    if (worker.state !== "activated") {
      await new Promise((done) => {
        worker.addEventListener("statechange", () => worker.state === "activated" && done());
      });
    }
    worker.postMessage({ ...order, ...JSON.parse(t.task) });
  };
  t.plainly = () => {
    const request = new XMLHttpRequest();
    request.open("POST", t.path);
    request.send(t.body);
    return fetch(t.path, t.post);
  };
  return t;
};
