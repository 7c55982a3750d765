// Open WebUI: TipTap; the new chat is saved with its first message before the answer is asked
// for; the whole history travels each time; the answer comes over Socket.IO.
import { Chat, id, post, sendButton } from "./kit.js";
import { tiptap } from "./editors/tiptap.js";

// --- Socket.IO, as far as it is needed -----------------------------------------------------------

let listener = () => {};
const session = id();
const socket = new WebSocket(`ws://${location.host}/ws/socket.io/?EIO=4&transport=websocket`);
const connected = new Promise((resolve) => {
  socket.onmessage = ({ data }) => {
    if (data.startsWith("0")) socket.send('40{"token":""}');
    if (data.startsWith("40")) {
      socket.send('42["user-join",{"auth":{"token":""}}]');
      resolve();
    }
    if (data === "2") socket.send("3");
    if (data.startsWith("42")) listener(JSON.parse(data.slice(2))[1]);
  };
});

// --- the chat ------------------------------------------------------------------------------------

const MODEL = "smollm2";
const plain = (turns) => turns.map(({ role, text }) => ({ role, content: text }));

const save = async (turns) => {
  const messages = turns.map((turn) => ({
    id: turn.id,
    parentId: null,
    childrenIds: [],
    role: turn.role,
    content: turn.text,
    timestamp: 1780000000,
    models: [MODEL],
  }));
  const history = {
    messages: Object.fromEntries(messages.map((message) => [message.id, message])),
    currentId: messages.at(-1).id,
  };
  const body = { chat: { id: chat.chat, title: "New Chat", models: [MODEL], history, messages } };
  const url = chat.chat ? `/api/v1/chats/${chat.chat}` : "/api/v1/chats/new";
  return (await post(url, body)).json();
};

const ask = async ({ before, user, answer, say, signal }) => {
  await connected;
  answer.id = id();
  const turns = [...before, user];
  if (!chat.chat) {
    chat.chat = (await save(turns)).id;
    history.replaceState(null, "", `/c/${chat.chat}`);
  } else {
    await save(turns);
  }
  const finished = new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
    listener = ({ data: { type, data } }) => {
      if (type !== "chat:completion") return;
      say(data.content, true);
      if (data.done) resolve();
    };
  });
  finished.catch(() => {});
  const body = {
    stream: true,
    model: MODEL,
    messages: plain(turns),
    params: {},
    tool_servers: [],
    features: { image_generation: false, code_interpreter: false, web_search: false },
    variables: { "{{USER_NAME}}": "User", "{{CURRENT_TIMEZONE}}": "Europe/Berlin" },
    model_item: { id: MODEL, name: MODEL },
    session_id: session,
    chat_id: chat.chat,
    id: answer.id,
    background_tasks: { title_generation: !before.length, tags_generation: !before.length },
  };
  await post("/api/chat/completions", body, { signal });
  await finished;
  const completed = {
    model: MODEL,
    messages: plain(chat.turns),
    chat_id: chat.chat,
    id: answer.id,
  };
  await post("/api/chat/completed", { ...completed, session_id: session });
  await save(chat.turns);
};

const editor = tiptap(
  document.querySelector("#composer"),
  { id: "chat-input", "aria-label": "How can I help you today?" },
  { onSend: () => chat.send() },
);
const chat = new Chat(editor, ask);
sendButton(chat, "#send-message-button");
