// chat.mistral.ai: ProseMirror; the first message goes to one address that makes the chat and
// the answer is fetched from another; later ones take the second alone.
import { Chat, id, lines, post, sendButton } from "./kit.js";
import { prosemirror } from "./editors/prosemirror.js";

const SHARED = {
  features: ["beta-websearch"],
  integrations: [],
  libraries: [],
  shouldAwaitStreamBackgroundTasks: true,
  shouldUseMessagePatch: true,
  shouldUsePersistentStream: false,
};

const ask = async ({ kind, text, user, answer, say, signal }) => {
  let body;
  if (!chat.chat) {
    const message = {
      content: text,
      contentChunks: null,
      agentId: null,
      files: [],
      features: ["beta-websearch"],
      incognito: false,
    };
    const url = "/api/trpc/message.newChat?batch=1";
    const made = await (await post(url, { 0: { json: message } }, { signal })).json();
    chat.chat = made[0].result.data.json.chatId;
    history.replaceState(null, "", `/chat/${chat.chat}`);
    body = { chatId: chat.chat, mode: "start", ...SHARED };
  } else {
    const mode = { send: "append", edit: "edit", regenerate: "retry" }[kind];
    body = {
      chatId: chat.chat,
      mode,
      messageInput: mode === "retry" ? undefined : [{ type: "text", text }],
      messageId: user.id,
      messageFiles: [],
      ...SHARED,
    };
  }
  const response = await post("/api/chat", body, { signal });
  answer.id = id();
  for await (const line of lines(response)) {
    const [, json] = /^15:(.*)$/.exec(line) ?? [];
    if (!json) continue;
    for (const patch of JSON.parse(json).json.patches) {
      if (patch.op === "append") say(patch.value);
    }
  }
};

const attributes = { "data-placeholder": "Ask Le Chat anything", "aria-label": "Ask Le Chat" };
const editor = prosemirror(document.querySelector("#composer"), attributes, {
  onSend: () => chat.send(),
});
const chat = new Chat(editor, ask);
sendButton(chat, "[type=submit]");
