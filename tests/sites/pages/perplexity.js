// www.perplexity.ai: Lexical; the question travels twice in one request; suggestions are asked
// for while the person types.
import { Chat, events, id, post, sendButton } from "./kit.js";
import { lexical } from "./editors/lexical.js";

let waiting = 0;
const suggest = () => {
  const query = editor.text();
  if (!query.trim()) return;
  const body = { query, entropy_request_id: "typed", has_file: false };
  const url = "/rest/autosuggest/list-autosuggest?version=2.18&source=default";
  post(url, body).catch(() => {});
};
const onInput = () => {
  clearTimeout(waiting);
  waiting = setTimeout(suggest, 60);
};

const ask = async ({ text, before, say, signal }) => {
  const params = {
    attachments: [],
    language: "en-US",
    timezone: "Europe/Berlin",
    search_focus: "internet",
    sources: ["web"],
    frontend_uuid: id(),
    mode: "concise",
    model_preference: "turbo",
    is_related_query: false,
    is_sponsored: false,
    prompt_source: "user",
    query_source: before.length ? "followup" : "home",
    ...(chat.chat && before.length ? { last_backend_uuid: chat.chat } : {}),
    dsl_query: text,
    use_schematized_api: true,
    send_back_text_in_streaming_api: false,
    version: "2.18",
  };
  const headers = { Accept: "text/event-stream" };
  const body = { params, query_str: text };
  const response = await post("/rest/sse/perplexity_ask", body, { headers, signal });
  for await (const said of events(response)) {
    if (said.backend_uuid && said.backend_uuid !== chat.chat) {
      chat.chat = said.backend_uuid;
      history.replaceState(null, "", `/search/${said.thread_url_slug}`);
    }
    for (const block of said.blocks ?? []) {
      if (block.markdown_block) say(block.markdown_block.answer, true);
    }
  }
};

const editor = lexical(document.querySelector("#ask-input"), {
  onSend: () => chat.send(),
  onInput,
});
const chat = new Chat(editor, ask);
sendButton(chat, "[aria-label=Submit]");
