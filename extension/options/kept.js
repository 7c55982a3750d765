// @ts-check
// What the person said is not sensitive: how much of it is remembered, and a way to forget all
// of it. Nobody can say what it is: only digests are kept. The companion decides and records.

const { say } = globalThis.sottovoce.words;
/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/** Asks before anything is forgotten, or stops asking. @param {boolean} asking */
function ask(asking) {
  at("sure").hidden = !asking;
  at("forget_all").setAttribute("aria-expanded", String(asking));
  at(asking ? "cancel" : "forget_all").focus();
}

/** @param {() => Promise<void>} refresh */
async function forget(refresh) {
  const done = await chrome.runtime.sendMessage({ type: "forget_all" });
  at("sure").hidden = true;
  at("forget_all").setAttribute("aria-expanded", "false");
  await refresh();
  at("kept_note").textContent = say(done ? "forgotten" : "refused");
  at("options_kept_head").focus();
}

/** @param {Sottovoce.Settings} settings */
export function showKept({ companion, remembered: { messages, findings } }) {
  const there = companion.state === "connected";
  const some = there && messages + findings > 0;
  const none = there ? say("options_kept_none") : say("options_may_away");
  at("kept").textContent = some ? say("options_kept", String(messages), String(findings)) : none;
  at("forgetting").hidden = !some;
  if (some) return;
  at("sure").hidden = true;
  at("forget_all").setAttribute("aria-expanded", "false");
}

/** @param {() => Promise<void>} refresh Shows the page anew. */
export function wireKept(refresh) {
  for (const name of ["options_kept_head", "forget_all", "forget_sure", "cancel"]) {
    at(name).textContent = say(name);
  }
  at("forget_now").textContent = say("forget_all");
  at("options_kept_head").tabIndex = -1;
  at("forget_all").addEventListener("click", () => {
    at("kept_note").textContent = "";
    ask(at("sure").hidden === true);
  });
  at("cancel").addEventListener("click", () => ask(false));
  at("sure").addEventListener("keydown", ({ key }) => {
    if (key === "Escape") ask(false);
  });
  at("forget_now").addEventListener("click", () => void forget(refresh));
}
