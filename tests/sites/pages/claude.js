// claude.ai: ProseMirror in a fieldset; the page names the conversation and creates it first.
import { Chat, checked, events, id, post, sendButton } from "./kit.js";
import { prosemirror } from "./editors/prosemirror.js";

const ORGANIZATION = "0b1f3c2d-aaaa-4bbb-8ccc-000000000001";
const CHATS = `/api/organizations/${ORGANIZATION}/chat_conversations`;
const ROOT = "00000000-0000-4000-8000-000000000000";

const ask = async ({ kind, text, before, answer, say, signal }) => {
  if (!chat.chat) {
    const name = id();
    await post(CHATS, { uuid: name, name: "", include_conversation_preferences: true });
    chat.chat = name;
    history.replaceState(null, "", `/chat/${name}`);
  }
  const again = kind === "regenerate";
  const body = {
    prompt: again ? "" : text,
    parent_message_uuid: before.at(-1)?.id || ROOT,
    timezone: "Europe/Berlin",
    personalized_styles: [{ type: "default", key: "Default", prompt: "Normal\n", isDefault: true }],
    locale: "en-US",
    tools: [],
    attachments: [],
    files: [],
    sync_sources: [],
    rendering_mode: "messages",
  };
  const url = `${CHATS}/${chat.chat}/${again ? "retry_completion" : "completion"}`;
  const headers = { Accept: "text/event-stream" };
  const response = checked(await post(url, body, { headers, signal }));
  answer.id = id();
  for await (const { type, delta } of events(response)) {
    if (type === "content_block_delta") say(delta.text);
  }
};

const attributes = { "aria-label": "Write your prompt to Claude", "data-placeholder": "Reply…" };
const editor = prosemirror(document.querySelector("#composer"), attributes, {
  onSend: () => chat.send(),
});
const chat = new Chat(editor, ask);
sendButton(chat, "[aria-label='Send message']");
document.querySelector("[aria-label='Stop response']").addEventListener("click", () => chat.stop());
