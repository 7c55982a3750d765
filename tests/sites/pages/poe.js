// poe.com: a textarea; a GraphQL mutation as JSON; the answer comes over a WebSocket of
// another host.
import { Chat, id, post, sendButton } from "./kit.js";
import { textarea } from "./editors/textarea.js";

let listener = () => {};
const socket = new WebSocket(
  "wss://tch123456.tch.quora.com/up/chan50-8888/updates?min_seq=1&channel=poe-chan50-8888&hash=1",
);
socket.onmessage = ({ data }) => {
  for (const message of JSON.parse(data).messages ?? []) listener(JSON.parse(message));
};
const connected = new Promise((resolve) => (socket.onopen = resolve));

const ask = async ({ kind, text, before, say, signal }) => {
  await connected;
  const answered = new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    listener = ({ payload }) => {
      const message = payload.data.messageAdded;
      say(message.text, true);
      if (message.state === "complete") resolve();
    };
  });
  const mutation = { send: "sendMessageMutation", edit: "editMessageMutation" }[kind];
  const response = await post(
    "/api/gql_POST",
    {
      queryName: mutation ?? "regenerateMessageMutation",
      variables: {
        chatId: chat.chat || null,
        bot: "assistant",
        ...(mutation ? { query: text } : { messageId: before.length + 2 }),
        source: { sourceType: "chat_input", chatInputMetadata: { useVoiceRecord: false } },
        clientNonce: id(),
        sdid: "device",
        attachments: [],
        existingMessageAttachmentsIds: [],
        shouldFetchChat: !chat.chat,
      },
      extensions: { hash: "f2f8c1a0" },
    },
    { headers: { "poe-formkey": "formkey", "poe-tchannel": "poe-chan50-8888" }, signal },
  );
  const { chat: made } = (await response.json()).data.messageCreate;
  if (chat.chat !== made.chatId) {
    chat.chat = made.chatId;
    history.replaceState(null, "", `/chat/${made.chatCode}`);
  }
  await answered;
};

const chat = new Chat(
  textarea(document.querySelector("textarea"), { onSend: () => chat.send() }),
  ask,
);
sendButton(chat, "[data-button-send]");
