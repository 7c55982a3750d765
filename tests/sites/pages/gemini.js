// gemini.google.com: Quill; the prompt goes by XMLHttpRequest in a form's field, JSON within
// JSON; the answer comes in chunks that each hold all of it so far.
import { Chat, sendButton } from "./kit.js";
import { quill } from "./editors/quill.js";

const URL_ =
  "/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate" +
  "?bl=boq_assistant-bard-web-server_20260701.00_p0&f.sid=-1&hl=en&_reqid=100001&rt=c";

/** What has come of the answer, or nothing yet. @param {string} received */
const soFar = (received) => {
  for (const line of received.split("\n").toReversed()) {
    if (!line.startsWith('[["wrb.fr"')) continue;
    try {
      return JSON.parse(JSON.parse(line)[0][2]);
    } catch {
      continue; // the chunk is not complete
    }
  }
  return null;
};

const ask = ({ text, say, signal }) =>
  new Promise((resolve, reject) => {
    const inner = [[text, 0, null, null, null, null, 0], ["en"], [chat.chat, "", ""], "!token"];
    const form = new URLSearchParams({
      "f.req": JSON.stringify([null, JSON.stringify(inner)]),
      at: "AKtoken:1780000000000",
    });
    const request = new XMLHttpRequest();
    request.open("POST", URL_);
    request.setRequestHeader("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8");
    request.setRequestHeader("X-Same-Domain", "1");
    request.onprogress = request.onload = () => {
      const said = request.status === 200 && soFar(request.responseText);
      if (!said) return;
      [chat.chat] = said[1];
      history.replaceState(null, "", `/app/${chat.chat.slice(2)}`);
      say(said[4][0][1][0], true);
    };
    request.onloadend = () => (request.status === 200 ? resolve() : reject(new Error("failed")));
    signal.addEventListener("abort", () => request.abort());
    request.send(`${form}&`);
  });

const editor = quill(document.querySelector("#composer"), { onSend: () => chat.send() });
const chat = new Chat(editor, ask);
sendButton(chat, ".send-button.submit");
document.querySelector(".send-button.stop").addEventListener("click", () => chat.stop());
