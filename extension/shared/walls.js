// @ts-check
// Derives a site's wall from its file, for updates: the same rules that `scripts/walls.py`
// writes for the shipped files, which says why each of them is there.

const PRIORITY = 10;
const LOOPBACK_NAMES = ["127.0.0.1", "localhost"];
const SAFE = ["get", "head", "options"];
const NEEDLESS = "%(2[5def]|3[0-9]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9ae])";
const NEEDLESS_LOCAL = "%(2[de]|3[0-9]|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])";
const START = "^[a-z]+://[!-.0-~]+";
const NUMERALS =
  "^[a-z]+://([!-.0-~]*@)?(127\\.[0-9.]+|\\[::(1|ffff:7f[0-9a-f:]+)\\])\\.?(:[0-9]+)?";
const PATH = '[!-"$->@-~]*';
const URL_PATTERN = /^\^(?:https?|wss?)\??:\/\/(?:[^/[]|\[[^\]]*\])+(\/.*)$/s;
const ATOM = /\\.|\[[^\]]*\]|\(\?(?:<\w+>|:)|\/\??|./gs;
const NUMBER = /^(?:[\d.]+$|\[)/;
const TAIL = "([?#]|$)";
const WIDER = new Map([
  ["\\d", "[0-9]"],
  ["[^/]", "[!-.0-~]"],
  ["[^/?#]", '[!-"$-.0->@-~]'],
]);

/**
 * @typedef {{regexFilter: string, resourceTypes?: string[], excludedRequestMethods?: string[],
 *   requestDomains?: string[], initiatorDomains?: string[]}} Condition
 * @typedef {{priority: number, action: {type: string}, condition: Condition}} Rule
 */

/** The rules of a site, without ids. @param {Sottovoce.Site} site @returns {Rule[]} */
export function rulesOf(site) {
  if ((site.kind ?? "fixed") !== "fixed") return [];
  const { endpoints = [], drafts = [], uploads = [], sockets = [] } = site;
  const doors = [...endpoints, ...drafts, ...uploads];
  const paths = new Map(doors.map(({ url, reads = false }) => [wide(url), reads]));
  for (const { url } of sockets) paths.set(wide(url), false);
  const all = [...paths.keys()];
  const atHome = { requestDomains: domains(site) };
  const rules = [...paths].flatMap(([path, reads]) =>
    both({
      regexFilter: START + path,
      ...atHome,
      ...(reads ? { excludedRequestMethods: SAFE } : {}),
    }),
  );
  if (site.loopback) return [...rules, ...toLoopback(all, atHome), ...fromLoopback(all)];
  const unsafe = { ...atHome, excludedRequestMethods: SAFE };
  rules.push(...both({ regexFilter: `${START}/${PATH}${NEEDLESS}`, ...unsafe }));
  if (sockets.length) {
    const handshake = { ...atHome, resourceTypes: ["websocket"] };
    rules.push(block({ regexFilter: `${START}/${PATH}%`, ...handshake }));
  }
  return rules;
}

/** @param {string[]} paths @param {object} atHome @returns {Rule[]} */
function toLoopback(paths, atHome) {
  const local = `/${PATH}${NEEDLESS_LOCAL}`;
  const unsafe = { excludedRequestMethods: SAFE };
  return [
    ...paths.flatMap((path) => both({ regexFilter: NUMERALS + path })),
    ...both({ regexFilter: START + local, ...atHome, ...unsafe }),
    ...both({ regexFilter: NUMERALS + local, ...unsafe }),
  ];
}

/** @param {string[]} paths @returns {Rule[]} */
function fromLoopback(paths) {
  const fromHere = { initiatorDomains: LOOPBACK_NAMES };
  const unsafe = { ...fromHere, excludedRequestMethods: SAFE };
  const folders = [...new Set(paths.map((path) => path.split("/+")[1]))];
  return [
    ...paths.flatMap((path) => both({ regexFilter: START + path, ...fromHere })),
    ...folders.flatMap((folder) =>
      both({ regexFilter: `${START}/+${folder}/${PATH}%`, ...unsafe }),
    ),
    ...both({ regexFilter: `${START}/${PATH}${NEEDLESS_LOCAL}`, ...unsafe }),
  ];
}

/** @param {Sottovoce.Site} site @returns {string[]} */
function domains({ hosts = [], loopback = false }) {
  const names = hosts.map((host) => host.split("/")[2].replace(/^\*\./, ""));
  if (loopback) names.push("[::1]");
  const dotted = names.flatMap((name) => (NUMBER.test(name) ? [name] : [name, `${name}.`]));
  return [...new Set(dotted)];
}

/** @param {Condition} condition @returns {Rule[]} */
function both(condition) {
  return [block(condition), block({ ...condition, resourceTypes: ["main_frame"] })];
}

/** @param {Condition} condition @returns {Rule} */
function block(condition) {
  return { priority: PRIORITY, action: { type: "block" }, condition };
}

/** @param {string} url */
function wide(url) {
  const path = URL_PATTERN.exec(url)?.[1];
  if (!path) throw new Error("no scheme, host and path");
  const end = path.endsWith(TAIL);
  const atoms = (end ? path.slice(0, -TAIL.length) : path).match(ATOM) ?? [];
  return atoms.map(wider).join("") + (end ? "([?#;%]|$)" : "");
}

/** @param {string} atom */
function wider(atom) {
  if (atom.startsWith("/")) return atom === "/?" ? "/*" : "/+";
  return atom.startsWith("(?") ? "(" : (WIDER.get(atom) ?? atom);
}
