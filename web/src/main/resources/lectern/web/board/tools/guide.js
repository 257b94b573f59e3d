// Holds a pen on the instrument that lies on the page, from where it first touches an edge until it leaves it.

import { units } from './desk.js';

/** @typedef {import('../board-wire.js').Point} Point */

const REACH_PIXELS = 12;

export class Guide {
  /** @type {import('./instruments.js').Instrument | null} */
  instrument = null;
  /** @type {import('./edge.js').Edge | null} */
  edge = null;
  #desk;

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  /** The pen comes down; nothing holds it yet. */
  begin() {
    this.edge = null;
  }

  /** Where the pen is that is pushed there. @param {number} x @param {number} y @returns {Point} */
  hold(x, y) {
    if (!this.instrument) return { x, y };
    const reach = units(this.#desk, REACH_PIXELS);
    if (!this.edge || !this.instrument.holds(this.edge, x, y, reach)) this.edge = this.instrument.edgeAt(x, y, reach);
    const { edge } = this;
    if (!edge) return { x, y };
    if (edge.is === 'ray' && edge.distance(x, y) > reach)
      this.instrument = /** @type {any} */ (this.instrument).showing(/** @type {any} */ (edge).degrees(x, y));
    return edge.nearest(x, y);
  }
}
