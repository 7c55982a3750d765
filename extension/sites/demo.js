// @ts-check
// The demo chat page that the public variant serves on this machine.
"use strict";
(globalThis.sottovoceSites ??= []).push({
  name: "demo",
  label: "Example Chat",
  pages: "^http://(127\\.0\\.0\\.1|localhost)(:\\d+)?/demo(/|$)",
  chats: "#/c/(?<conversation>[0-9]+)",
  endpoints: [
    {
      url: "^https?://[^/?#]+/demo/v1/chat/completions([?#]|$)",
      methods: ["POST"],
      body: {
        format: "json",
        turns: {
          list: ["messages"],
          role: ["role"],
          content: ["content"],
          site: ["assistant", "system"],
        },
        conversation: ["metadata", "conversation"],
      },
    },
  ],
  composer: "#prompt, textarea, [contenteditable='true']",
  frame: "form",
});
