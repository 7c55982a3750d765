self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("message", (event) => {
  const { do: what, url, body, word } = event.data;
  const ways = {
    fetch: () => fetch(url, { method: "POST", body }),
    cache: async () => (await caches.open("x")).add(`${url}?${word}`),
    background: () =>
      self.registration.backgroundFetch.fetch(word, [new Request(url, { method: "POST", body })]),
  };
  event.waitUntil(ways[what]().catch(() => {}));
});
