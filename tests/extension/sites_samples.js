// @ts-check
// Requests as each site's page makes them, written for these tests.

/** @param {unknown} value */
const json = (value) => ({ type: "application/json", body: JSON.stringify(value) });
/** @param {Record<string, string>} fields */
const form = (fields) => ({
  type: "application/x-www-form-urlencoded;charset=UTF-8",
  body: String(new URLSearchParams(fields)),
});
/** @param {Record<string, string>} fields @param {string} [file] */
const multipart = (fields, file) => ({
  type: "multipart/form-data; boundary=x-y",
  body: [
    ...Object.entries(fields).map(
      ([name, text]) =>
        `--x-y\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
    ),
    ...(file
      ? [
          '--x-y\r\nContent-Disposition: form-data; name="file"; filename="notes.txt"\r\n' +
            `Content-Type: text/plain\r\n\r\n${file}\r\n`,
        ]
      : []),
    "--x-y--\r\n",
  ].join(""),
});

const PROMPT = "Ask Ann Keller about the 3rd of May \u{1f600}";
const GEMINI =
  "https://gemini.google.com/_/BardChatUi/data/assistant.lamda.BardFrontendService/StreamGenerate";
const CHATGPT = "https://chatgpt.com/backend-api/f/conversation";
/** @param {string} text */
const turn = (text) => ({ author: { role: "user" }, content: { parts: [text] }, metadata: {} });
/** @param {string} text */
const gemini = (text) => JSON.stringify([null, JSON.stringify([[text], ["en"], ["c_1"]])]);
const CLAUDE = "https://claude.ai/api/organizations/0a-1b/chat_conversations/2c-3d";
const GROK = "https://grok.com/rest/app-chat/conversations";
const DEEPSEEK = "https://chat.deepseek.com/api/v0/chat";
const MISTRAL = "https://chat.mistral.ai/api";
const HUGGING = "https://huggingface.co/chat/conversation/6889-ab";

/**
 * @typedef {object} Sample
 * @property {string} site
 * @property {string} what
 * @property {string} url
 * @property {{type: string, body: string}} request
 * @property {string} [text] What must be found; nothing else may be.
 * @property {string} [conversation]
 * @property {number} [files]
 */

/** @type {readonly Sample[]} */
export const SAMPLES = [
  {
    site: "chatgpt",
    what: "a message",
    url: CHATGPT,
    request: json({ action: "next", messages: [turn(PROMPT)], conversation_id: "c-1" }),
    conversation: "c-1",
  },
  {
    site: "chatgpt",
    what: "an answer again, logged out",
    url: "https://chatgpt.com/backend-anon/f/conversation",
    request: json({ action: "variant", messages: [turn(PROMPT)] }),
  },
  {
    site: "claude",
    what: "a message",
    url: `${CLAUDE}/completion`,
    request: json({ prompt: PROMPT, timezone: "Europe/Berlin", attachments: [], files: [] }),
    conversation: "2c-3d",
  },
  {
    site: "claude",
    what: "an answer again",
    url: `${CLAUDE}/retry_completion`,
    request: json({ prompt: "", attachments: [], files: [] }),
    text: "",
    conversation: "2c-3d",
  },
  {
    site: "claude",
    what: "the chat's title",
    url: `${CLAUDE}/title`,
    request: json({ message_content: PROMPT, recent_titles: [] }),
    conversation: "2c-3d",
  },
  {
    site: "gemini",
    what: "a message",
    url: `${GEMINI}?bl=x&_reqid=1&rt=c`,
    request: form({ "f.req": gemini(PROMPT), at: "AOx" }),
    conversation: "c_1",
  },
  {
    site: "perplexity",
    what: "a question, which travels twice",
    url: "https://www.perplexity.ai/rest/sse/perplexity_ask",
    request: json({
      query_str: PROMPT,
      params: { dsl_query: PROMPT, last_backend_uuid: "b-1", attachments: [], language: "en-US" },
    }),
    conversation: "b-1",
  },
  {
    site: "perplexity",
    what: "a question whose second copy says more",
    url: "https://www.perplexity.ai/rest/sse/perplexity_ask",
    request: json({ query_str: PROMPT, params: { dsl_query: "more" } }),
    text: `${PROMPT}\n\nmore`,
  },
  {
    site: "deepseek",
    what: "a message",
    url: `${DEEPSEEK}/completion`,
    request: json({
      chat_session_id: "s-1",
      parent_message_id: 2,
      prompt: PROMPT,
      ref_file_ids: [],
    }),
    conversation: "s-1",
  },
  {
    site: "deepseek",
    what: "an edited message",
    url: `${DEEPSEEK}/edit_message`,
    request: json({ chat_session_id: "s-1", message_id: 3, prompt: PROMPT }),
    conversation: "s-1",
  },
  {
    site: "deepseek",
    what: "an answer again",
    url: `${DEEPSEEK}/regenerate`,
    request: json({ chat_session_id: "s-1", message_id: 4, thinking_enabled: false }),
    text: "",
    conversation: "s-1",
  },
  {
    site: "mistral",
    what: "the first message",
    url: `${MISTRAL}/trpc/message.newChat?batch=1`,
    request: json({ 0: { json: { content: [{ type: "text", text: PROMPT }], files: [] } } }),
  },
  {
    site: "mistral",
    what: "the first message as a plain text",
    url: `${MISTRAL}/trpc/message.newChat?batch=1`,
    request: json({ 0: { json: { content: PROMPT, features: ["beta-websearch"] } } }),
  },
  {
    site: "mistral",
    what: "a later message",
    url: `${MISTRAL}/chat`,
    request: json({
      chatId: "m-1",
      mode: "append",
      messageInput: [{ type: "text", text: PROMPT }],
      messageId: "i-1",
      features: ["beta-websearch"],
    }),
    conversation: "m-1",
  },
  {
    site: "mistral",
    what: "an answer again",
    url: `${MISTRAL}/chat`,
    request: json({ chatId: "m-1", mode: "retry", messageId: "i-1", libraries: [] }),
    text: "",
    conversation: "m-1",
  },
  {
    site: "mistral",
    what: "a message in a field that nobody described",
    url: `${MISTRAL}/chat`,
    request: json({ chatId: "m-1", mode: "append", input: PROMPT }),
    conversation: "m-1",
  },
  {
    site: "grok",
    what: "the first message",
    url: `${GROK}/new`,
    request: json({ temporary: false, modelName: "grok-4", message: PROMPT, fileAttachments: [] }),
  },
  {
    site: "grok",
    what: "a later message",
    url: `${GROK}/4f-9/responses`,
    request: json({ message: PROMPT, parentResponseId: "r-1" }),
    conversation: "4f-9",
  },
  {
    site: "grok",
    what: "a message on X",
    url: "https://grok.x.com/2/grok/add_response.json",
    request: {
      ...json({ responses: [{ message: PROMPT, sender: 1 }], conversationId: "18" }),
      type: "text/plain;charset=UTF-8",
    },
    conversation: "18",
  },
  {
    site: "metaai",
    what: "a message as a form",
    url: "https://www.meta.ai/api/graphql/",
    request: form({
      fb_api_req_friendly_name: "useAbraSendMessageMutation",
      variables: JSON.stringify({
        message: { sensitive_string_value: PROMPT },
        externalConversationId: "e-1",
        entrypoint: "ABRA__CHAT__TEXT",
      }),
      doc_id: "1",
    }),
    conversation: "e-1",
  },
  {
    site: "metaai",
    what: "a message as JSON",
    url: "https://www.meta.ai/api/graphql",
    request: json({
      doc_id: "29ae",
      variables: { conversationId: "c-2", content: PROMPT, entryPoint: "KADABRA__CHAT" },
    }),
    conversation: "c-2",
  },
  {
    site: "poe",
    what: "a message",
    url: "https://poe.com/api/gql_POST",
    request: json({
      queryName: "sendMessageMutation",
      variables: { chatId: 17, bot: "assistant", query: PROMPT, clientNonce: "n", attachments: [] },
      extensions: { hash: "f2" },
    }),
    conversation: "17",
  },
  {
    site: "poe",
    what: "a message under a name that nobody described",
    url: "https://poe.com/api/gql_POST",
    request: json({
      queryName: "chatSendMutationOfTomorrow",
      variables: { chatId: 17, words: [{ text: PROMPT }] },
    }),
    conversation: "17",
  },
  {
    site: "poe",
    what: "an answer again",
    url: "https://poe.com/api/gql_POST",
    request: json({ queryName: "regenerateMessageMutation", variables: { messageId: 5 } }),
    text: "",
  },
  {
    site: "huggingchat",
    what: "a message",
    url: HUGGING,
    request: multipart({
      data: JSON.stringify({ inputs: PROMPT, id: "i-1", is_retry: false, timezone: "UTC" }),
    }),
    conversation: "6889-ab",
  },
  {
    site: "huggingchat",
    what: "a message with a file",
    url: HUGGING,
    request: multipart({ data: JSON.stringify({ inputs: PROMPT }) }, "the notes"),
    conversation: "6889-ab",
    files: 1,
  },
  {
    site: "huggingchat",
    what: "an answer again",
    url: HUGGING,
    request: multipart({ data: JSON.stringify({ id: "i-1", is_retry: true }) }),
    text: "",
    conversation: "6889-ab",
  },
].map((sample) => ({ text: PROMPT, ...sample }));

/** Bodies that do not have the described shape. @type {readonly Sample[]} */
export const WRONG = [
  { site: "chatgpt", what: "no messages", url: CHATGPT, request: json({ input: PROMPT }) },
  {
    site: "claude",
    what: "another field",
    url: `${CLAUDE}/completion`,
    request: json({ text: PROMPT }),
  },
  { site: "gemini", what: "no f.req", url: GEMINI, request: form({ at: PROMPT }) },
  { site: "gemini", what: "a short list", url: GEMINI, request: form({ "f.req": "[null]" }) },
  {
    site: "perplexity",
    what: "one question only",
    url: "https://www.perplexity.ai/rest/sse/perplexity_ask",
    request: json({ query_str: PROMPT }),
  },
  {
    site: "deepseek",
    what: "no prompt",
    url: `${DEEPSEEK}/completion`,
    request: json({ chat_session_id: "s", text: PROMPT }),
  },
  { site: "grok", what: "no message", url: `${GROK}/new`, request: json({ text: PROMPT }) },
  {
    site: "grok",
    what: "no responses on X",
    url: "https://grok.x.com/2/grok/add_response.json",
    request: json({ responses: [], words: PROMPT }),
  },
  {
    site: "metaai",
    what: "no variables",
    url: "https://www.meta.ai/api/graphql/",
    request: form({ message: PROMPT }),
  },
  {
    site: "poe",
    what: "a query that is a list",
    url: "https://poe.com/api/gql_POST",
    request: json({ queryName: "sendMessageMutation", variables: { query: [PROMPT] } }),
  },
  { site: "huggingchat", what: "no form", url: HUGGING, request: json({ inputs: PROMPT }) },
  {
    site: "huggingchat",
    what: "the field twice",
    url: HUGGING,
    request: {
      type: "multipart/form-data; boundary=x",
      body:
        '--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"inputs":"a"}\r\n' +
        '--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"inputs":"b"}\r\n--x--\r\n',
    },
  },
];

/** What the sites' pages call besides; none of it may be blocked. */
export const QUIET = [
  "https://chatgpt.com/backend-api/conversations?offset=0",
  "https://chatgpt.com/backend-api/conversation/6f-1a",
  "https://chatgpt.com/backend-api/conversation/init",
  "https://chatgpt.com/backend-api/sentinel/chat-requirements",
  "https://chatgpt.com/ces/v1/t",
  "https://claude.ai/api/organizations/0a/chat_conversations",
  "https://claude.ai/api/organizations/0a/chat_conversations/1b",
  "https://claude.ai/api/event_logging/batch",
  "https://gemini.google.com/_/BardChatUi/data/batchexecute?rpcids=x",
  "https://gemini.google.com/app",
  "https://copilot.microsoft.com/c/api/conversations",
  "https://copilot.microsoft.com/c/api/start",
  "https://www.perplexity.ai/rest/thread/list_recent",
  "https://www.perplexity.ai/api/auth/session",
  "https://chat.deepseek.com/api/v0/chat_session/create",
  "https://chat.deepseek.com/api/v0/chat/create_pow_challenge",
  "https://chat.deepseek.com/api/v0/chat/stop_stream",
  "https://chat.mistral.ai/api/trpc/user.limits?batch=1",
  "https://chat.mistral.ai/api/trpc/chat.delete?batch=1",
  "https://grok.com/rest/app-chat/conversations?pageSize=60",
  "https://grok.com/rest/rate-limits",
  "https://x.com/i/api/graphql/abc/HomeTimeline",
  "https://x.com/i/api/1.1/jot/client_event.json",
  "https://www.meta.ai/ajax/bz",
  "https://poe.com/api/settings?channel=x",
  "https://huggingface.co/chat/conversation",
  "https://huggingface.co/chat/api/v2/models",
  "https://huggingface.co/chat/conversation/6889-ab/stop-generating",
  "https://huggingface.co/api/models",
];
