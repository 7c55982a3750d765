// huggingface.co/chat: a textarea; JSON in a field of a multipart form; lines of JSON, each
// token filled up with zero characters.
import { Chat, checked, id, lines, post, sendButton } from "./kit.js";
import { textarea } from "./editors/textarea.js";

const ask = async ({ kind, text, before, answer, say, signal }) => {
  if (!chat.chat) {
    const body = { model: "omni", preprompt: "" };
    chat.chat = (await (await post("/chat/conversation", body)).json()).conversationId;
    history.replaceState(null, "", `/chat/conversation/${chat.chat}`);
  }
  const again = kind === "regenerate";
  const data = {
    inputs: again ? undefined : text,
    id: again ? answer.id || id() : before.at(-1)?.id || "root",
    is_retry: kind !== "send",
    is_continue: false,
    selectedMcpServerNames: [],
    selectedMcpServers: [],
  };
  const form = new FormData();
  form.append("data", JSON.stringify(data));
  const url = `/chat/conversation/${chat.chat}`;
  const response = checked(await fetch(url, { method: "POST", body: form, signal }));
  for await (const line of lines(response)) {
    const said = JSON.parse(line);
    if (said.type === "stream") say(said.token.replaceAll("\0", ""));
    if (said.type === "finalAnswer") say(said.text, true);
  }
  answer.id = id();
};

const chat = new Chat(
  textarea(document.querySelector("textarea"), { onSend: () => chat.send() }),
  ask,
);
sendButton(chat, "[type=submit]");
