// A plain box made of Quill: Enter sends, Shift+Enter starts a new line.
import Quill from "quill";

/** @param {Element} mount */
export const quill = (mount, { onSend, onInput = () => {} }) => {
  const enter = {
    key: "Enter",
    shiftKey: false,
    handler: () => {
      onSend();
      return false;
    },
  };
  const editor = new Quill(mount, { modules: { keyboard: { bindings: { enter } } }, formats: [] });
  editor.on("text-change", onInput);
  return {
    text: () => editor.getText().replace(/\n$/, ""),
    clear: () => editor.setText("\n"),
  };
};
