// A textarea as chat pages use it: Enter sends unless a character is being composed.

/** @param {HTMLTextAreaElement} element */
export const textarea = (element, { onSend, onInput = () => {} }) => {
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    onSend();
  });
  element.addEventListener("input", () => onInput());
  return {
    text: () => element.value,
    clear: () => {
      element.value = "";
    },
  };
};
