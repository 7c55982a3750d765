// A plain box made of Lexical: Enter sends, Shift+Enter breaks the line.
import { registerHistory, createEmptyHistoryState } from "@lexical/history";
import { registerPlainText } from "@lexical/plain-text";
import {
  $createParagraphNode,
  $getRoot,
  COMMAND_PRIORITY_HIGH,
  KEY_ENTER_COMMAND,
  createEditor,
} from "lexical";

/** @param {HTMLElement} element */
export const lexical = (element, { onSend, onInput = () => {} }) => {
  const editor = createEditor({ namespace: "composer", onError: (error) => console.error(error) });
  editor.setRootElement(element);
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  const enter = (event) => {
    if (event?.shiftKey || event?.isComposing) return false;
    event?.preventDefault();
    onSend();
    return true;
  };
  editor.registerCommand(KEY_ENTER_COMMAND, enter, COMMAND_PRIORITY_HIGH);
  editor.registerTextContentListener(() => onInput());
  return {
    text: () => editor.read(() => $getRoot().getTextContent()),
    clear: () =>
      editor.update(() => {
        const paragraph = $createParagraphNode();
        $getRoot().clear().append(paragraph);
        paragraph.select();
      }),
  };
};
