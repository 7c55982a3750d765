// @ts-check
// The one line to the companion, and who hears which of its messages.

import { changed } from "./own.js";
import { Companion } from "./port.js";

/** @typedef {Sottovoce.FromDaemon["type"]} Type */

/** @type {Map<string, ((message: any) => void)[]>} */
const ears = new Map();
/** @type {(() => void)[]} */
const mourners = [];

export const companion = new Companion({
  receive: (message) => {
    for (const ear of ears.get(message.type) ?? []) ear(message);
  },
  lost: () => {
    for (const mourner of mourners) mourner();
  },
  changed,
});

/**
 * @template {Type} T
 * @param {T} type @param {(message: Extract<Sottovoce.FromDaemon, {type: T}>) => void} ear
 */
export function heard(type, ear) {
  ears.set(type, [...(ears.get(type) ?? []), ear]);
}

/** @param {() => void} mourner Called when whatever was asked is lost. */
export function onLost(mourner) {
  mourners.push(mourner);
}
