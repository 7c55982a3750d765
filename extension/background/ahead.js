// @ts-check
// The person paused in writing: what stands in the text box is judged ahead, so that a harmless
// message need not wait when they press send. Nothing is shown, recorded or answered, and a
// message that may go is judged again, as it leaves, like any other.

import { isPass } from "../shared/messages.js";
import { bridges, on, tell } from "./bridges.js";
import { conversationOf } from "./holding.js";
import { companion, heard, onLost } from "./line.js";
import { chatOf, siteOf } from "./sites.js";

/** What was asked ahead, by its prompt. @type {Map<string, {bridge: string, n: number}>} */
const open = new Map();

on("ahead", (bridge, { n, text, page }) => {
  const site = siteOf(bridge.url);
  if (!site || companion.state.state !== "connected") return;
  const id = crypto.randomUUID();
  open.set(id, { bridge: bridge.key, n });
  companion.send({
    type: "prompt",
    id,
    site: site.name,
    conversation: conversationOf(bridge, site.name, chatOf(site, String(page))),
    text: String(text).toWellFormed(),
    latest: 0,
    readable: true,
    attachments: [],
    stage: "ahead",
  });
});

heard("decided", (decided) => {
  const asked = open.get(decided.id);
  const bridge = asked && bridges.get(asked.bridge);
  open.delete(decided.id);
  if (bridge && isPass(decided)) tell(bridge, { type: "ahead", n: asked.n });
});
heard("held", ({ id }) => void open.delete(id));
heard("fault", ({ id }) => void open.delete(id));
onLost(() => open.clear());
