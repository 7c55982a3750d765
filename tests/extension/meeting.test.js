// @ts-check
// The bridge and the hook meet, whoever else listens.
import assert from "node:assert/strict";
import { test } from "node:test";

const HANDOVER = "sottovoce-port";
const page = new EventTarget();
Object.assign(globalThis, { document: page, sottovoce: {} });
await import("../../extension/content/meeting.js");
const { meet } = /** @type {{meet: (heard: (message: any) => void) => any}} */ (
  /** @type {any} */ (globalThis).sottovoce
);

/** Lets somebody listen for the meeting of one test.
 * @param {import("node:test").TestContext} t @param {(box: MessagePort) => void} heard */
const onMeeting = (t, heard) => {
  const listen = (/** @type {any} */ event) => heard(event.ports[0]);
  page.addEventListener(HANDOVER, listen);
  t.after(() => page.removeEventListener(HANDOVER, listen));
};

/** Puts one end of a new line into the box, and returns what the other end hears.
 * @param {import("node:test").TestContext} t @param {MessagePort} box */
const offer = (t, box) => {
  const { port1, port2 } = new MessageChannel();
  /** @type {any[]} */
  const heard = [];
  port1.onmessage = ({ data }) => heard.push(data);
  t.after(() => port1.close());
  box.postMessage(null, [port2]);
  return { heard, port: port1 };
};

/** Several turns of the event loop: more than any message needs. */
const quiet = async () => {
  for (let i = 0; i < 20; i++) await new Promise((done) => setImmediate(done));
};

test("what was said before they met arrives in its order, and so does what follows", async (t) => {
  /** @type {ReturnType<typeof offer>[]} */
  const lines = [];
  onMeeting(t, (box) => lines.push(offer(t, box)));
  /** @type {any[]} */
  const heard = [];
  const hook = meet((message) => heard.push(message));
  hook.postMessage("first");
  await quiet();
  hook.postMessage("second");
  lines[0]?.port.postMessage("hello");
  await quiet();
  assert.deepEqual(lines[0]?.heard, ["first", "second"]);
  assert.deepEqual(heard, ["hello"]);
});

for (const place of ["before", "after"]) {
  test(`a line of another's, put in ${place} the hook's, ends the meeting for both`, async (t) => {
    /** @type {ReturnType<typeof offer>[]} */
    const lines = [];
    onMeeting(t, (box) => lines.push(offer(t, box)));
    onMeeting(t, (box) => lines.push(offer(t, box)));
    /** @type {any[]} */
    const heard = [];
    const hook = meet((message) => heard.push(message));
    hook.postMessage("a secret");
    for (const { port } of lines) port.postMessage("forged");
    await quiet();
    hook.postMessage("another");
    await quiet();
    assert.deepEqual(
      lines.map((line) => line.heard),
      [[], []],
    );
    assert.deepEqual(heard, []);
  });
}

test("who keeps the box and offers a line later is not heard, and hears nothing", async (t) => {
  /** @type {MessagePort[]} */
  const kept = [];
  onMeeting(t, (box) => void kept.push(box));
  /** @type {ReturnType<typeof offer>[]} */
  const lines = [];
  onMeeting(t, (box) => lines.push(offer(t, box)));
  const hook = meet(() => {});
  await quiet();
  const late = offer(t, /** @type {MessagePort} */ (kept[0]));
  hook.postMessage("only for the hook");
  await quiet();
  assert.deepEqual(late.heard, []);
  assert.deepEqual(lines[0]?.heard, ["only for the hook"]);
});
