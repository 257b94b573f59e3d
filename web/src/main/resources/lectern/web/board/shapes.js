// What shapes have in common: their order, and whether parts of two are alike.

/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {import('./board-wire.js').Change} Change */
/** @typedef {{id: string, before: Shape | null, after: Shape | null, restored?: boolean}} Edit adding has no `before`,
 *   deleting no `after`; `restored` tells bringing back from adding */

/** @type {readonly ('order' | 'frame' | 'look' | 'form')[]} */
export const PARTS = ['order', 'frame', 'look', 'form'];

/** The order in which shapes are painted. @param {Shape} one @param {Shape} other */
export function inOrder(one, other) {
  return one.order - other.order || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** Alike in content; a field that is missing is as one that is null. @param {any} one @param {any} other @returns {boolean} */
export function alike(one, other) {
  if (one === other || (one ?? null) === (other ?? null)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false;
  if (Array.isArray(one)) return one.length === other.length && one.every((each, i) => alike(each, other[i]));
  return Object.keys(one).every((key) => alike(one[key], other[key])) && Object.keys(other).every((key) => key in one || (other[key] ?? null) === null);
}

/** Who drew it. @param {string} id of a shape */
export const authorOf = (id) => id.slice(0, id.indexOf('-'));
