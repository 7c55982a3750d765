// @ts-check
// Places in a value: keys and indexes from the whole to a part. Only a value's own properties
// count, so that nothing of the prototype is taken for the page's.

/** @param {unknown} value @param {Sottovoce.Path} path @returns {unknown} */
export function at(value, path) {
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) {
      return undefined;
    }
    value = /** @type {any} */ (value)[key];
  }
  return value;
}

/** Whether every named place has the named value; null also where nothing is.
 * @param {unknown} value @param {Sottovoce.Match} match */
export function matches(value, match) {
  return match.every(([path, wanted]) => (at(value, path) ?? null) === wanted);
}

/**
 * Every string and number in a value, and every key with a space, but for what stands at the
 * places in `skip`.
 * @param {unknown} value @param {Sottovoce.Path} under Where the value itself stands.
 * @param {readonly Sottovoce.Path[]} skip @returns {string[]}
 */
export function leavesBut(value, under, skip) {
  /** @type {string[]} */
  const found = [];
  /** @param {unknown} item @param {Sottovoce.Path} path */
  const walk = (item, path) => {
    if (skip.some((place) => covers(place, path))) return;
    if (typeof item === "string" || typeof item === "number") found.push(String(item));
    else if (Array.isArray(item)) item.forEach((one, index) => walk(one, [...path, index]));
    else if (typeof item === "object" && item !== null) {
      for (const [key, one] of Object.entries(item)) {
        if (/\s/.test(key)) found.push(key);
        walk(one, [...path, key]);
      }
    }
  };
  walk(value, under);
  return found;
}

/** Whether two places are the same; `*` stands for every item.
 * @param {Sottovoce.Path} place @param {Sottovoce.Path} path */
function covers(place, path) {
  if (place.length !== path.length) return false;
  return place.every((key, index) => key === path[index] || key === "*");
}
