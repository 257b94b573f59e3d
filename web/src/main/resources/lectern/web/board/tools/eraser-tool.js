// Takes away what it comes upon, whole or in part; it is gone from the page when the eraser is lifted. Pictures stay: a worksheet
// isn't rubbed out with what was written on it.

import { around, union } from '../bounds.js';
import { cut } from '../eraser.js';
import { crossed } from '../hit.js';
import { alike } from '../shapes.js';
import { units } from './desk.js';

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */
/** @typedef {import('../board-wire.js').Shape} Shape */
/** @typedef {import('../board-wire.js').Point} Point */

/** @implements {import('./desk.js').Tool} */
export class EraserTool {
  /** @type {import('./desk.js').Cursor} */
  cursor = 'eraser';
  #desk;
  /** @type {Map<string, {shape: Shape, left: Shape[]}>} what was come upon, and the pieces left of it */
  #erased = new Map();
  /** @type {Point | null} */
  #last = null;

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  get isInHand() {
    return this.#last !== null;
  }

  /** @param {import('./desk.js').PointerInput} input @returns {ToolOutput[]} */
  handle({ kind, x, y }) {
    const to = { x, y };
    if (kind === 'cancel') return this.cancel();
    if (kind === 'down') {
      this.#erased.clear();
      return this.#rub(to, to);
    }
    if (!this.#last || (kind !== 'move' && kind !== 'up')) return [];
    const out = this.#rub(this.#last, to);
    return kind === 'move' ? out : this.#finish();
  }

  /** @returns {ToolOutput[]} */
  cancel() {
    if (!this.#last) return [];
    this.#last = null;
    this.#erased.clear();
    return [{ do: 'nothing-in-hand' }];
  }

  /** @param {Point} from @param {Point} to @returns {ToolOutput[]} */
  #rub(from, to) {
    this.#last = to;
    const { eraserWidth, erasesParts } = this.#desk.style();
    const radius = units(this.#desk, eraserWidth / 2);
    let found = false;
    for (const shape of this.#desk.sheet().in(union(around(from.x, from.y, radius), around(to.x, to.y, radius)))) {
      if (shape.form.type === 'picture' || (erasesParts && shape.form.type !== 'ink') || !this.#desk.mayChange(shape)) continue;
      const before = this.#erased.get(shape.id)?.left ?? [shape];
      const left = before.flatMap((piece) => {
        if (!crossed(piece, from, to, radius)) return [piece];
        if (!erasesParts) return [];
        return cut(piece, from, to, radius)?.map((form) => ({ ...piece, form })) ?? [piece];
      });
      if (left.length === before.length && left.every((piece, i) => piece === before[i])) continue;
      this.#erased.set(shape.id, { shape, left });
      found = true;
    }
    if (!found) return [];
    return [{ do: 'preview', shapes: [...this.#erased.values()].flatMap(({ left }) => left), hidden: new Set(this.#erased.keys()) }];
  }

  /** @returns {ToolOutput[]} */
  #finish() {
    // Pieces of a stroke that somebody moved meanwhile would be where it was.
    const there = [...this.#erased.values()].filter(({ shape, left }) => {
      const now = this.#desk.sheet().find(shape.id);
      return now && this.#desk.mayChange(now) && (left.length === 0 || alike(now, shape));
    });
    /** @type {import('../board-wire.js').Change[]} */
    const changes = there.flatMap(({ left }) => left).map((piece) => ({ type: 'add', shape: { ...piece, id: this.#desk.newId() } }));
    if (there.length > 0) changes.unshift({ type: 'delete', ids: there.map(({ shape }) => shape.id) });
    return [...(changes.length > 0 ? [/** @type {ToolOutput} */ ({ do: 'commit', changes, sameStep: false })] : []), ...this.cancel()];
  }
}
