// www.meta.ai: Lexical; GraphQL in the fields of a form; each line of the answer has all so far.
import { Chat, checked, id, lines, sendButton } from "./kit.js";
import { lexical } from "./editors/lexical.js";

const ask = async ({ text, say, signal }) => {
  if (!chat.chat) {
    chat.chat = id();
    history.replaceState(null, "", `/prompt/${chat.chat}`);
  }
  const variables = {
    message: { sensitive_string_value: text },
    externalConversationId: chat.chat,
    offlineThreadingId: id(),
    suggestedPromptIndex: null,
    flashVideoRecapInput: { images: [] },
    flashPreviewInput: null,
    promptPrefix: null,
    entrypoint: "ABRA__CHAT__TEXT",
    icebreaker_type: "TEXT",
    __relay_internal__pv__AbraDebugDevOnlyrelayprovider: false,
  };
  const response = checked(
    await fetch("/api/graphql/", {
      method: "POST",
      body: new URLSearchParams({
        av: "0",
        __user: "0",
        fb_dtsg: "NAtoken",
        fb_api_caller_class: "RelayModern",
        fb_api_req_friendly_name: "useAbraSendMessageMutation",
        variables: JSON.stringify(variables),
        server_timestamps: "true",
        doc_id: "7783822248314888",
      }),
      headers: { "x-fb-friendly-name": "useAbraSendMessageMutation" },
      signal,
    }),
  );
  for await (const line of lines(response)) {
    const message = JSON.parse(line).data?.node?.bot_response_message;
    if (message) say(message.snippet, true);
  }
};

const editor = lexical(document.querySelector("#composer"), { onSend: () => chat.send() });
const chat = new Chat(editor, ask);
sendButton(chat, "[aria-label='Send message']");
