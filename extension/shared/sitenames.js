// @ts-check
// The names of sites: those of the site files, and one for each origin that somebody listed
// (companion/sitenames.py says the same). What a person decides is about one of them.

/** The site file of every listed origin; also what earlier versions called each of them. */
export const LISTED = "generic";
const PREFIX = `${LISTED}:`;

/** The name of a listed page's site. @param {string} url */
export function listedName(url) {
  return PREFIX + new URL(url).origin;
}

/** Whether a choice under one name is about a site. Earlier versions had one name for all
 * listed origins. @param {string} chosen @param {string} site */
export function covers(chosen, site) {
  return site !== "" && (chosen === site || (chosen === LISTED && site.startsWith(PREFIX)));
}

/** What people call a listed page, or nothing for any other site. @param {string} site */
export function hostOf(site) {
  const address = site.startsWith(PREFIX) ? site.slice(PREFIX.length) : "";
  return URL.canParse(address) ? new URL(address).host : "";
}
