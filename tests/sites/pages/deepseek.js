// chat.deepseek.com: a textarea; messages have numbers; a message is edited and an answer
// regenerated at addresses of their own.
import { Chat, events, post, sendButton } from "./kit.js";
import { textarea } from "./editors/textarea.js";

const ask = async ({ kind, text, before, say, signal }) => {
  if (!chat.chat) {
    const made = await (await post("/api/v0/chat_session/create", {})).json();
    chat.chat = made.data.biz_data.id;
    history.replaceState(null, "", `/a/chat/s/${chat.chat}`);
  }
  const shared = { chat_session_id: chat.chat, thinking_enabled: false, search_enabled: false };
  const requests = {
    send: {
      ...shared,
      parent_message_id: before.length || null,
      prompt: text,
      ref_file_ids: [],
      preempt: false,
    },
    edit: { ...shared, message_id: before.length + 1, prompt: text },
    regenerate: { ...shared, message_id: before.length + 2 },
  };
  const paths = { send: "completion", edit: "edit_message", regenerate: "regenerate" };
  const headers = { "x-app-version": "20260701.0", "x-ds-pow-response": "eyJhbGciOiJEZWVw" };
  const url = `/api/v0/chat/${paths[kind]}`;
  const response = await post(url, requests[kind], { headers, signal });
  for await (const { p, o, v } of events(response)) {
    if (typeof v === "string" && (p === undefined || o === "APPEND")) say(v);
  }
};

const chat = new Chat(
  textarea(document.querySelector("#chat-input"), { onSend: () => chat.send() }),
  ask,
);
sendButton(chat, ".ds-icon-button");
