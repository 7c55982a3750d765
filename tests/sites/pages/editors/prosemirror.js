// A plain box made of ProseMirror: Enter sends, Shift+Enter starts a new paragraph.
import { baseKeymap, splitBlock } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { Schema } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

const schema = new Schema({
  nodes: {
    doc: { content: "paragraph+" },
    paragraph: { content: "text*", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
    text: {},
  },
});

/** @param {Element} mount @param {Record<string, string>} attributes */
export const prosemirror = (mount, attributes, { onSend, onInput = () => {} }) => {
  const enter = () => {
    onSend();
    return true;
  };
  const keys = { Enter: enter, "Shift-Enter": splitBlock, "Mod-z": undo, "Mod-y": redo };
  const plugins = [history(), keymap(keys), keymap(baseKeymap)];
  mount.style.whiteSpace = "pre-wrap";
  const view = new EditorView(mount, {
    state: EditorState.create({ schema, plugins }),
    attributes,
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) onInput();
    },
  });
  return {
    text: () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n"),
    clear: () => view.dispatch(view.state.tr.delete(0, view.state.doc.content.size)),
  };
};
