// @ts-check
// WebSockets: the wall is opened for one handshake at a time, and each frame that a document
// holds is read by the site's recipe. The page's hook decides nothing about a frame that it
// holds: here it is read again.

import { fromBase64, sha256 } from "../shared/codec.js";
import { UNREADABLE, extract, extractValue } from "../shared/extract.js";
import "../shared/recipes.js";
import { on, tell } from "./bridges.js";
import { conversationOf, extend, leftFile, submit, wall } from "./holding.js";
import { chatOf, siteOf, socketOf } from "./sites.js";
import { context } from "./talk.js";

/** @typedef {import("./bridges.js").Bridge} Bridge */
/** @typedef {{site: Sottovoce.Site, socket: Sottovoce.Socket | null}} Found */

const { classify, wordsIn } = globalThis.sottovoceRecipes;

/** @param {Bridge} bridge @param {number} n @param {Found} about @param {string} url */
function request(bridge, n, { site }, url) {
  return {
    id: crypto.randomUUID(),
    bridge: bridge.key,
    n,
    site: site.name,
    label: site.label || new URL(url).host,
    fresh: site.fresh,
    conversation: conversationOf(bridge, site.name, chatOf(site, bridge.url)),
    url,
    method: "",
    formDigest: "",
  };
}

// --- handshakes ----------------------------------------------------------------------------------

on("socket", async (bridge, { n, url }) => {
  const address = String(url);
  const about = socketOf(address, bridge.url);
  if (!about) {
    tell(bridge, { type: "socket", n, url: "" });
    return;
  }
  const words = wordsIn(address);
  if (words.length === 0) {
    await admit(bridge, n, address, crypto.randomUUID());
    return;
  }
  // An address leaves with its handshake: what could be words in it is judged like a body.
  const text = words.join("\n").toWellFormed();
  submit({
    ...request(bridge, n, about, address),
    door: "handshake",
    quiet: true,
    digest: await sha256(new TextEncoder().encode(text)),
    extracted: { ...UNREADABLE, text, readable: true },
  });
});

/** Opens the wall for one handshake. @param {Bridge} bridge @param {number} n
 * @param {string} url @param {string} id */
export async function admit(bridge, n, url, id) {
  let open = "";
  try {
    open = await wall.admit({ id, tab: bridge.tab, url });
  } catch {
    // The document hears that it failed.
  }
  tell(bridge, { type: "socket", n, url: open });
}

extend({ admit });

// --- frames --------------------------------------------------------------------------------------

/** A document holds a frame. @param {Bridge} bridge @param {Sottovoce.Hold} message */
export async function frameHeld(bridge, message) {
  const { n, page } = message;
  const url = String(message.url);
  const other = message.moved === true ? siteOf(bridge.url) : null;
  const about = socketOf(url, bridge.url) ?? (other && { site: other, socket: null });
  const bytes = fromBase64(String(message.body));
  const digest = await sha256(bytes);
  if (bridge.cancelled.delete(n)) return;
  if (!about) {
    tell(bridge, { type: "deny", n, keep: false });
    return;
  }
  const read = message.readable === true ? readFrame(about, bytes) : unreadable;
  const early = !about.socket && !other && message.typing === true;
  const asks = read.draft || early ? "draft" : undefined;
  const held = request(bridge, n, about, url);
  const chat = read.extracted.conversation || chatOf(about.site, String(page));
  const conversation = conversationOf(bridge, about.site.name, chat);
  submit(
    {
      ...held,
      conversation,
      digest,
      door: "frame",
      quiet: !read.prompt,
      asks,
      extracted: read.extracted,
      context: asks ? undefined : context(about.site.name, conversation),
    },
    asks && `${bridge.key} ${url} ${read.index}`,
  );
  if (other) leftFile(bridge, url);
}

const unreadable = { extracted: UNREADABLE, prompt: false, draft: false, index: -1 };

/**
 * What a frame carries, by its recipe; what no recipe knows is read by all its strings.
 * @param {Found} about @param {Uint8Array<ArrayBuffer>} bytes
 */
export function readFrame({ socket }, bytes) {
  const text = new TextDecoder().decode(bytes);
  const { kind, index, payload } = classify(socket, text);
  if (kind === "unreadable") return unreadable;
  const recipe = kind === "frame" ? socket?.frames?.[index] : undefined;
  if (recipe) {
    const extracted = extractValue(recipe.body, JSON.parse(payload));
    return { extracted, prompt: true, draft: recipe.stage === "draft", index };
  }
  const leaves = new TextEncoder().encode(payload);
  const extracted = extract({ format: "leaves" }, leaves, "application/json");
  return { extracted, prompt: false, draft: false, index };
}
