// LibreChat: a textarea; server-sent events as the answer to a POST by XMLHttpRequest.
import { Chat, sendButton } from "./kit.js";
import { textarea } from "./editors/textarea.js";

const ROOT = "00000000-0000-0000-0000-000000000000";

/** What the whole events say so far. @param {string} received */
const said = (received) =>
  received
    .split("\n\n")
    .slice(0, -1)
    .map((event) => JSON.parse(event.slice(event.indexOf("data: ") + 6)));

const ask = ({ kind, text, before, user, answer, say, signal }) =>
  new Promise((resolve, reject) => {
    const again = kind === "regenerate";
    const body = {
      text,
      sender: "User",
      clientTimestamp: "2026-07-01T09:00:00",
      isCreatedByUser: true,
      parentMessageId: before.at(-1)?.id || ROOT,
      messageId: user.id,
      error: false,
      endpoint: "openAI",
      model: "gpt-4o-mini",
      conversationId: chat.chat || null,
      isContinued: false,
      isRegenerate: again,
      ...(again ? { overrideParentMessageId: user.id, responseMessageId: `${user.id}_` } : {}),
      ephemeralAgent: { mcp: [], web_search: false, execute_code: false },
      key: "never",
    };
    const request = new XMLHttpRequest();
    request.open("POST", "/api/agents/chat/openAI");
    request.setRequestHeader("Content-Type", "application/json");
    request.onprogress = request.onload = () => {
      if (request.status !== 200) return;
      for (const event of said(request.responseText)) {
        if (event.conversation && !chat.chat) {
          chat.chat = event.conversation.conversationId;
          history.replaceState(null, "", `/c/${chat.chat}`);
        }
        if (event.responseMessage) answer.id = event.responseMessage.messageId;
        if (event.text) say(event.text, true);
      }
    };
    request.onloadend = () => (request.status === 200 ? resolve() : reject(new Error("failed")));
    signal.addEventListener("abort", () => request.abort());
    request.send(JSON.stringify(body));
  });

const box = textarea(document.querySelector("#prompt-textarea"), { onSend: () => chat.send() });
const chat = new Chat(box, ask);
sendButton(chat, "#send-button");
