// A box made of TipTap: Enter sends, Shift+Enter breaks the line.
import { Editor } from "@tiptap/core";
import StarterKit from "@tiptap/starter-kit";

/** @param {Element} element @param {Record<string, string>} attributes */
export const tiptap = (element, attributes, { onSend, onInput = () => {} }) => {
  const editor = new Editor({
    element,
    extensions: [StarterKit],
    onUpdate: () => onInput(),
    editorProps: {
      attributes,
      handleKeyDown: (_view, event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return false;
        onSend();
        return true;
      },
    },
  });
  return {
    text: () => editor.getText({ blockSeparator: "\n" }),
    clear: () => editor.commands.clearContent(),
  };
};
