// Says to its pages which addresses they fetch, and answers none of them.
const seen = new Set();
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { url, method } = event.request;
  if (method !== "POST" || !url.includes("#") || seen.has(url)) return;
  seen.add(url);
  event.respondWith(
    (async () => {
      for (const client of await self.clients.matchAll({ includeUncontrolled: true })) {
        client.postMessage(url);
      }
      const body = new URL(self.location).searchParams.get("body");
      if (body) await fetch(url, { method: "POST", body }).catch(() => {});
      return new Promise(() => {});
    })(),
  );
});
