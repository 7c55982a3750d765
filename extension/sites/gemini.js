// @ts-check
// gemini.google.com, as public code describes it; not checked against the live site.
"use strict";
(globalThis.sottovoceSites ??= []).push({
  name: "gemini",
  label: "Gemini",
  pages: "^https://gemini\\.google\\.com/",
  endpoints: [
    {
      url: "^https://gemini\\.google\\.com/(u/\\d+/)?_/BardChatUi/data/assistant\\.lamda\\.BardFrontendService/StreamGenerate([?#]|$)",
      methods: ["POST"],
      body: {
        format: "form",
        field: "f.req",
        nested: [1],
        texts: [[0, 0]],
        files: [{ list: [0, 3], type: [1], size: [2] }],
        conversation: [2, 0],
      },
    },
  ],
  composer: "div.ql-editor[contenteditable='true']",
  frame: "input-area-v2, .text-input-field",
  fresh: "https://gemini.google.com/app",
});
