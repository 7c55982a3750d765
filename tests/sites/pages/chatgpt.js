// chatgpt.com: ProseMirror; the draft goes ahead while the person types; the answer is a
// stream of changes to a message.
import { Chat, events, id, post, sendButton } from "./kit.js";
import { prosemirror } from "./editors/prosemirror.js";

const message = (text, name = id()) => ({
  id: name,
  author: { role: "user" },
  create_time: 1780000000.5,
  content: { content_type: "text", parts: [text] },
  metadata: { selected_github_repos: [], serialization_metadata: { custom_symbol_offsets: [] } },
});

const shared = (parent) => ({
  parent_message_id: parent,
  model: "auto",
  timezone_offset_min: -60,
  timezone: "Europe/Berlin",
  conversation_mode: { kind: "primary_assistant" },
  system_hints: [],
  supports_buffering: true,
  supported_encodings: ["v1"],
});

const parentOf = (turns) => turns.at(-1)?.id || "client-created-root";

// --- the draft -----------------------------------------------------------------------------------

let conduit = "";
let waiting = 0;
const prepare = async () => {
  const draft = editor.text();
  if (!draft.trim()) return;
  const body = {
    action: "next",
    fork_from_shared_post: false,
    ...shared(parentOf(chat.turns)),
    client_prepare_state: "none",
    partial_query: message(draft, "draft"),
  };
  try {
    const response = await post("/backend-api/f/conversation/prepare", body);
    conduit = (await response.json()).conduit_token;
  } catch {
    conduit = "";
  }
};
const onInput = () => {
  clearTimeout(waiting);
  waiting = setTimeout(prepare, 60);
};

// --- the chat ------------------------------------------------------------------------------------

const ask = async ({ kind, text, before, user, answer, say, signal }) => {
  const body = {
    action: kind === "regenerate" ? "variant" : "next",
    messages: [message(text, user.id)],
    ...(chat.chat ? { conversation_id: chat.chat } : {}),
    ...shared(parentOf(before)),
    enable_message_followups: true,
  };
  const headers = { Accept: "text/event-stream", "x-conduit-token": conduit };
  const response = await post("/backend-api/f/conversation", body, { headers, signal });
  for await (const change of events(response)) {
    if (change.v?.conversation_id && chat.chat !== change.v.conversation_id) {
      chat.chat = change.v.conversation_id;
      history.replaceState(null, "", `/c/${chat.chat}`);
    }
    if (change.v?.message) answer.id = change.v.message.id;
    if (typeof change.v === "string") say(change.v);
  }
};

const attributes = { id: "prompt-textarea", "aria-label": "Chat with ChatGPT" };
const editor = prosemirror(document.querySelector("#composer"), attributes, {
  onSend: () => chat.send(),
  onInput,
});
const chat = new Chat(editor, ask);
sendButton(chat, "#composer-submit-button");
document.querySelector("[data-testid=stop-button]").addEventListener("click", () => chat.stop());
