// @ts-check
// Written by `python -m scripts.sites` from the site files beside it.
// Change those, not this.

export const VERSION = 1;
