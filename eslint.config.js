// @ts-check
import js from "@eslint/js";
import globals from "globals";

const noMarkup = [
  "error",
  ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({
    property,
    message: "Text nodes only.",
  })),
  { object: "document", property: "write", message: "Text nodes only." },
  {
    object: "window",
    property: "postMessage",
    message: "Pages read every window message; use the private channel.",
  },
];

export default [
  {
    ignores: [
      "**/*.{js,cjs,mjs}",
      "!benchmarks/peers/*/*.mjs",
      "!extension/**/*.js",
      "!placement/web/*.js",
      "!tests/extension/**/*.js",
      "!eslint.config.js",
    ],
  },
  js.configs.recommended,
  {
    files: ["extension/**/*.js", "placement/web/*.js"],
    languageOptions: {
      globals: { ...globals.browser, chrome: "readonly", sottovoce: "writable" },
    },
    rules: {
      eqeqeq: "error",
      "max-lines": ["error", 400],
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": noMarkup,
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["extension/content/*.js", "extension/panel/*.js", "extension/sites/*.js"],
    languageOptions: { sourceType: "script" },
  },
  {
    files: ["benchmarks/peers/*/*.mjs", "tests/extension/**/*.js", "eslint.config.js"],
    languageOptions: { globals: globals.node },
  },
];
