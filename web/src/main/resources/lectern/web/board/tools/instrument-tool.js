// Moves and turns the instrument that lies on the page. In hand whatever tool is chosen, where the instrument is taken.

import { units } from './desk.js';

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */
/** @typedef {import('../board-wire.js').Point} Point */

const REACH_PIXELS = 12;

/** @implements {import('./desk.js').Tool} */
export class InstrumentTool {
  #desk;
  #guide;
  /** @type {{before: import('./instruments.js').Instrument, grip: import('./instruments.js').Grip, from: Point} | null} */
  #pull = null;

  /** @param {import('./desk.js').Desk} desk @param {import('./guide.js').Guide} guide */
  constructor(desk, guide) {
    this.#desk = desk;
    this.#guide = guide;
  }

  get isInHand() {
    return this.#pull !== null;
  }

  /** @param {number} x @param {number} y */
  gripAt(x, y) {
    return this.#guide.instrument?.gripAt(x, y, units(this.#desk, REACH_PIXELS)) ?? null;
  }

  /** @type {import('./desk.js').Cursor} */
  cursor = 'move';

  /** @param {number} x @param {number} y @returns {import('./desk.js').Cursor} */
  cursorAt(x, y) {
    const grip = this.#pull?.grip ?? this.gripAt(x, y);
    return !grip || grip === 'body' ? 'move' : 'rotate';
  }

  /** @param {import('./desk.js').PointerInput} input @returns {ToolOutput[]} */
  handle({ kind, x, y, shift }) {
    const { instrument } = this.#guide;
    if (kind === 'down') {
      const grip = this.gripAt(x, y);
      if (instrument && grip) this.#pull = { before: instrument, grip, from: { x, y } };
    } else if (kind === 'move' && this.#pull)
      this.#guide.instrument = this.#pull.before.pulled(this.#pull.grip, this.#pull.from, { x, y }, shift);
    else if (kind === 'up') this.#pull = null;
    else if (kind === 'cancel') this.cancel();
    return [];
  }

  /** @returns {ToolOutput[]} */
  cancel() {
    if (this.#pull) this.#guide.instrument = this.#pull.before;
    this.#pull = null;
    return [];
  }
}
