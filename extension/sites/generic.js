// @ts-check
// Sites that the companion's policy lists: any chat page whose protocol nobody described.
// Every request of the origin that can carry a body is judged, by all the strings in it.
"use strict";
(globalThis.sottovoceSites ??= []).push({
  name: "generic",
  label: "",
  pages: "^(?!)",
  endpoints: [{ url: "^(?!)", methods: [], body: { format: "leaves" } }],
  composer: "textarea, [contenteditable='true'], [contenteditable=''], input[type='text']",
  frame: "form",
});
