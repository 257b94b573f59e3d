// Undo and redo of one page. A step is the edits of one gesture; undoing one says what would bring its shapes back, and
// leaves alone what somebody else has changed since.

import { PARTS, alike } from './shapes.js';

/** @typedef {import('./board-wire.js').Change} Change */
/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {import('./shapes.js').Edit} Edit */
/** @typedef {import('./sheet.js').Sheet} Sheet */
/** @typedef {{edits: Edit[], numbers: number[]}} Step */

const MOST_STEPS = 500;
const RUN = 1_000; // shapes that one change deletes or restores, so that it is no message too long

/**
 * The changes that undo edits on a sheet as it is now. What a step did to one shape is undone as one.
 * @param {Edit[]} edits @param {Sheet} sheet @returns {Change[]}
 */
export function undoing(edits, sheet) {
  /** @type {Map<string, {before: Shape | null, after: Shape | null, last: Shape | null}>} */
  const wholes = new Map();
  for (const { id, before, after } of [...edits].reverse()) {
    const whole = wholes.get(id);
    if (whole) whole.before = before;
    else wholes.set(id, { before, after, last: after ?? before }); // restoring brings it back as it was last
  }
  /** @type {string[]} */
  const gone = [];
  /** @type {string[]} */
  const back = [];
  /** @type {Change[]} */
  const sets = [];
  for (const [id, { before, after, last }] of wholes) {
    const now = sheet.find(id);
    if (!before && after && now) gone.push(id);
    if (before && !after && !now) back.push(id);
    if (!before) continue;
    const set = after ? setting(before, after, now) : now ? null : setting(before, last, last);
    if (set) sets.push(set);
  }
  return [...inRuns('delete', gone), ...inRuns('restore', back), ...sets];
}

/** Those parts that nobody has changed since, as they were before. @param {Shape} before @param {Shape | null} after @param {Shape | null} now @returns {Change | null} */
function setting(before, after, now) {
  if (!after || !now) return null;
  /** @type {any} */
  const set = { type: 'set', id: before.id };
  for (const part of PARTS) if (!alike(before[part], after[part]) && alike(now[part], after[part])) set[part] = before[part];
  return Object.keys(set).length > 2 ? set : null;
}

/** @param {'delete' | 'restore'} type @param {string[]} ids @returns {Change[]} */
function inRuns(type, ids) {
  const runs = [];
  for (let from = 0; from < ids.length; from += RUN) runs.push({ type, ids: ids.slice(from, from + RUN) });
  return runs;
}

export class History {
  /** @type {Step[]} */
  #undo = [];
  /** @type {Step[]} */
  #redo = [];

  get canUndo() {
    return this.#undo.length > 0;
  }

  get canRedo() {
    return this.#redo.length > 0;
  }

  /** Something new was done. @param {Edit[]} edits @param {number} number @param {boolean} sameStep it belongs to the one before */
  did(edits, number, sameStep) {
    this.#redo.length = 0;
    add(this.#undo, edits, number, sameStep);
  }

  /** The step that is to be undone next, taken out. */
  takeUndo() {
    return this.#undo.pop() ?? null;
  }

  takeRedo() {
    return this.#redo.pop() ?? null;
  }

  /** Undoing did these. @param {Edit[]} edits @param {number} number @param {boolean} sameStep */
  undid(edits, number, sameStep) {
    add(this.#redo, edits, number, sameStep);
  }

  /** @param {Edit[]} edits @param {number} number @param {boolean} sameStep */
  redid(edits, number, sameStep) {
    add(this.#undo, edits, number, sameStep);
  }

  /** An edit was refused: there is nothing of it to undo. @param {number} number */
  refused(number) {
    const kept = (/** @type {Step} */ step) => !step.numbers.includes(number);
    this.#undo = this.#undo.filter(kept);
    this.#redo = this.#redo.filter(kept);
  }
}

/** @param {Step[]} steps @param {Edit[]} edits @param {number} number @param {boolean} sameStep */
function add(steps, edits, number, sameStep) {
  if (edits.length === 0) return;
  if (!sameStep || steps.length === 0) steps.push({ edits: [], numbers: [] });
  if (steps.length > MOST_STEPS) steps.shift();
  const last = steps[steps.length - 1];
  last.edits.push(...edits);
  last.numbers.push(number);
}
