// grok.com: TipTap; answers are lines of JSON, a token each.
import { Chat, lines, post, sendButton } from "./kit.js";
import { tiptap } from "./editors/tiptap.js";

const CHATS = "/rest/app-chat/conversations";
const shared = (message) => ({
  modelName: "grok-4-auto",
  message,
  fileAttachments: [],
  imageAttachments: [],
  disableSearch: false,
  enableImageGeneration: true,
  returnImageBytes: false,
  returnRawGrokInXaiRequest: false,
  enableImageStreaming: true,
  imageGenerationCount: 2,
  forceConcise: false,
  toolOverrides: {},
  enableSideBySide: true,
  sendFinalMetadata: true,
  isReasoning: false,
  disableTextFollowUps: false,
});

const ask = async ({ text, before, answer, say, signal }) => {
  const body = chat.chat
    ? { ...shared(text), parentResponseId: before.at(-1)?.id ?? "root" }
    : { temporary: false, ...shared(text) };
  const url = chat.chat ? `${CHATS}/${chat.chat}/responses` : `${CHATS}/new`;
  const response = await post(url, body, { signal });
  for await (const line of lines(response)) {
    const { result } = JSON.parse(line);
    if (result.conversation) {
      chat.chat = result.conversation.conversationId;
      history.replaceState(null, "", `/c/${chat.chat}`);
    }
    const said = result.response ?? result;
    if (said.token) say(said.token);
    if (said.modelResponse) answer.id = said.modelResponse.responseId;
  }
};

const attributes = { "aria-label": "Ask Grok anything" };
const editor = tiptap(document.querySelector("#composer"), attributes, {
  onSend: () => chat.send(),
});
const chat = new Chat(editor, ask);
sendButton(chat, "[type=submit]");
