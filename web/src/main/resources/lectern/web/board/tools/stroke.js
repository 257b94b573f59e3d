// Ink in hand: points in quanta relative to where it began, as they will be written.

import { FULL_PRESSURE, NO_PRESSURE, encode } from '../ink.js';
import { frameAt } from '../frame.js';
import { clamp, clampZoom } from '../viewport.js';

/** @typedef {import('../board-wire.js').Shape} Shape */

const PRESENCE_POINTS = 256; // the longest that a point can be written is 14 letters, and a presence may have 4096
const INK_CHARS = 48 * 1024 - 64;
const POINTS = 4_000; // a stroke is painted anew with each point; longer ones would be felt

export class Stroke {
  /** @type {import('../ink.js').InkPoints} */
  points = { x: [], y: [], pressure: [] };
  id;
  look;
  x;
  y;
  precision;
  #order;
  #quantum;

  /** @param {string} id @param {import('../board-wire.js').Look} look @param {number} order @param {import('../board-wire.js').Point} begin @param {number} zoom */
  constructor(id, look, order, begin, zoom) {
    this.id = id;
    this.look = look;
    this.#order = order;
    // A quantum is a quarter of a screen pixel, or a little more or less.
    this.precision = clamp(Math.round(Math.log2(4 * clampZoom(zoom))), -4, 8);
    this.#quantum = 2 ** -this.precision;
    this.x = Math.round(begin.x / this.#quantum) * this.#quantum;
    this.y = Math.round(begin.y / this.#quantum) * this.#quantum;
  }

  get size() {
    return this.points.x.length;
  }

  /** On the page. @param {number} i */
  point(i) {
    return { x: this.x + this.points.x[i] * this.#quantum, y: this.y + this.points.y[i] * this.#quantum };
  }

  /** As it would be if the pen were lifted now. @returns {Shape} */
  shape() {
    return { id: this.id, order: this.#order, frame: frameAt(this.x, this.y), look: this.look, form: { type: 'ink', precision: this.precision, points: encode(this.points) } };
  }

  /** For the others on the page. A part that would be too long begins later. @param {number} from @returns {import('../board-wire.js').StrokeInHand} */
  inHand(from) {
    const first = Math.max(Math.min(from, this.size - 1), this.size - PRESENCE_POINTS);
    return { id: this.id, look: this.look, x: this.x, y: this.y, precision: this.precision, from: first, points: encode(this.points, first) };
  }

  /** Could another point make it longer than one shape may be? */
  get isFull() {
    return this.size >= POINTS || this.size * 14 >= INK_CHARS;
  }

  /** False where it is the same place as the last point's, to the quantum. @param {number} pageX @param {number} pageY @param {number} pressure */
  append(pageX, pageY, pressure) {
    const { x, y, pressure: pressed } = this.points;
    const qx = Math.round((pageX - this.x) / this.#quantum);
    const qy = Math.round((pageY - this.y) / this.#quantum);
    if (x.length > 0 && x.at(-1) === qx && y.at(-1) === qy) return false;
    x.push(qx);
    y.push(qy);
    pressed.push(Number.isNaN(pressure) ? NO_PRESSURE : clamp(Math.round(pressure * FULL_PRESSURE), 0, FULL_PRESSURE));
    return true;
  }

  /** @param {number} size */
  shortenTo(size) {
    for (const values of Object.values(this.points)) values.length = Math.min(values.length, size);
  }
}
