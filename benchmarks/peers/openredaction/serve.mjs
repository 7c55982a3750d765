// Serves OpenRedaction over standard input and output, like benchmarks/peers/serve.py.
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import net from "node:net";

const started = performance.now();
net.Socket.prototype.connect = () => {
  throw new Error("measured without a network");
};
globalThis.fetch = async () => {
  throw new Error("measured without a network");
};
const answers = process.stdout.write.bind(process.stdout);
console.log = console.error;
const { OpenRedaction } = await import("@openredaction/core");
const engine = new OpenRedaction();
await engine.detect("Call me at 415-555-0134 or write to jane@example.org.");

const about = new URL("./node_modules/@openredaction/core/package.json", import.meta.url);
const version = JSON.parse(readFileSync(about, "utf8")).version;
const megabytes = () => Math.round(process.memoryUsage.rss() / 1e6);
let peak = megabytes();
say({ load_s: (performance.now() - started) / 1000, rss_mb: peak, version });

for await (const line of createInterface({ input: process.stdin })) {
  const { text } = JSON.parse(line);
  const began = performance.now();
  const { detections } = await engine.detect(text);
  const ms = performance.now() - began;
  const point = codePoints(text);
  const found = detections.map(({ type, position, confidence }) => [
    point(position[0]),
    point(position[1]),
    type,
    confidence ?? 1,
  ]);
  peak = Math.max(peak, megabytes());
  say({ ms, level: Math.max(0, ...found.map((each) => each[3])), found, peak_mb: peak });
}

// Offsets in JavaScript count UTF-16 units; ours count code points.
function codePoints(text) {
  if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
  return (offset) => [...text.slice(0, offset)].length;
}

function say(values) {
  answers(`${JSON.stringify(values)}\n`);
}
