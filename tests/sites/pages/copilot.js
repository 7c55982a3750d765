// copilot.microsoft.com: a textarea; prompt and answer travel over one WebSocket.
import { Chat, id, post, sendButton } from "./kit.js";
import { textarea } from "./editors/textarea.js";

let socket = null;
let listener = () => {};

const open = () =>
  new Promise((resolve, reject) => {
    socket = new WebSocket(
      `wss://${location.host}/c/api/chat?api-version=2&clientSessionId=${id()}`,
    );
    socket.onmessage = ({ data }) => listener(JSON.parse(data));
    socket.onclose = () => {
      listener({ event: "error" });
      socket = null;
      reject(new Error("closed"));
    };
    socket.onopen = () => {
      socket.send(
        JSON.stringify({ event: "setOptions", supportedFeatures: ["partial-generated-images"] }),
      );
      socket.send(JSON.stringify({ event: "reportLocalConsents", grantedConsents: [] }));
      resolve();
    };
  });

const ask = async ({ text, say, signal }) => {
  if (!socket) await open();
  if (!chat.chat) chat.chat = (await (await post("/c/api/conversations", {})).json()).id;
  history.replaceState(null, "", `/chats/${chat.chat}`);
  await new Promise((resolve, reject) => {
    listener = ({ event, text: piece }) => {
      if (event === "appendText") say(piece);
      if (event === "done") resolve();
      if (event === "error") reject(new Error("socket"));
    };
    signal.addEventListener("abort", () => reject(signal.reason));
    const content = [{ type: "text", text }];
    socket.send(
      JSON.stringify({
        event: "send",
        conversationId: chat.chat,
        content,
        mode: "chat",
        context: {},
      }),
    );
  });
};

const chat = new Chat(
  textarea(document.querySelector("#userInput"), { onSend: () => chat.send() }),
  ask,
);
sendButton(chat, "[data-testid=submit-button]");
open().catch(() => {});
