// Parts what one gesture changed into edits that fit into a message each.

import { CHANGES, IDS } from './board-wire.js';

/** @typedef {import('./board-wire.js').Change} Change */

const CHARS = 60_000;

/** @param {Change[]} changes @returns {Change[][]} */
export function messages(changes) {
  /** @type {Change[][]} */
  const all = [];
  let chars = Infinity;
  for (const change of changes.flatMap(ofBearableIds)) {
    const more = JSON.stringify(change).length;
    if (chars + more > CHARS || all[all.length - 1].length === CHANGES) {
      all.push([]);
      chars = 0;
    }
    all[all.length - 1].push(change);
    chars += more;
  }
  return all;
}

/** @param {Change} change @returns {Change[]} */
function ofBearableIds(change) {
  if (change.type !== 'delete' && change.type !== 'restore') return [change];
  const parts = [];
  for (let from = 0; from < change.ids.length; from += IDS) parts.push({ type: change.type, ids: change.ids.slice(from, from + IDS) });
  return parts;
}
