// @ts-check
// claude.ai, as public code describes it; not checked against the live site.
"use strict";
(globalThis.sottovoceSites ??= []).push({
  name: "claude",
  label: "Claude",
  pages: "^https://claude\\.ai/",
  endpoints: [
    {
      url: "^https://claude\\.ai/api/(organizations/[^/]+/)?chat_conversations/(?<conversation>[^/?#]+)/(retry_)?completion([?#]|$)",
      methods: ["POST"],
      body: {
        format: "json",
        texts: [["prompt"]],
        also: [["attachments", "*", "extracted_content"]],
        files: [{ list: ["files"], type: ["file_kind"], size: ["size"] }],
      },
    },
  ],
  composer: "div.ProseMirror[contenteditable='true'], fieldset [contenteditable='true']",
  frame: "fieldset",
  fresh: "https://claude.ai/new",
});
