// A corner with each click; it ends with a click on the first corner, a double click or Enter. Delete takes the last corner back,
// Shift makes steps of 15°. The first side may be pulled as a line is.

import { frameAt } from '../frame.js';
import { stepped } from './angles.js';
import { Clicks } from './clicks.js';
import { units } from './desk.js';
import { lookOf } from './style.js';

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */
/** @typedef {import('./desk.js').PointerInput} PointerInput */
/** @typedef {import('../board-wire.js').Point} Point */

const CLOSING_PIXELS = 10;
const SAME_PIXELS = 4;
const MOST_POINTS = 500;

/** @implements {import('./desk.js').Tool} */
export class PolygonTool {
  /** @type {import('./desk.js').Cursor} */
  cursor = 'cross';
  #desk;
  #clicks = new Clicks();
  /** @type {Point[]} */
  #corners = [];
  #id = '';
  #order = 0;
  #down = false;
  /** @type {Point} */
  #pointer = { x: 0, y: 0 };

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  get isInHand() {
    return this.#corners.length > 0;
  }

  /** @param {PointerInput} input @returns {ToolOutput[]} */
  handle(input) {
    switch (input.kind) {
      case 'down': return this.#press(input);
      case 'move': return this.isInHand && this.#down ? this.#preview(input) : [];
      case 'hover': return this.isInHand ? this.#preview(input) : [];
      case 'up': return this.#down ? this.#lift(input) : [];
      case 'cancel': return this.cancel();
      default: return [];
    }
  }

  /** @param {import('./desk.js').ToolKey} key @returns {ToolOutput[]} */
  key({ key }) {
    if (!this.isInHand) return [];
    if (key === 'escape' || (key === 'delete' && this.#corners.length === 1)) return this.cancel();
    if (key === 'enter') return this.#finish();
    if (key !== 'delete') return [];
    this.#corners.pop();
    return [this.#shown()];
  }

  /** @returns {ToolOutput[]} */
  cancel() {
    if (!this.isInHand) return [];
    this.#corners = [];
    this.#clicks.forget();
    this.#down = false;
    return [{ do: 'nothing-in-hand' }];
  }

  /** @param {PointerInput} input @returns {ToolOutput[]} */
  #press(input) {
    this.#down = true;
    if (this.isInHand) return this.#preview(input);
    this.#id = this.#desk.newId();
    this.#order = this.#desk.topOrder();
    this.#corners.push({ x: input.x, y: input.y });
    return [];
  }

  /** @param {PointerInput} input @returns {ToolOutput[]} */
  #lift(input) {
    this.#down = false;
    const second = this.#clicks.isSecond(input, this.#desk.zoom());
    if (!this.isInHand) return [];
    const { length } = this.#corners;
    const at = this.#stepped(input);
    if ((length >= 3 && this.#near(this.#corners[0], input, CLOSING_PIXELS)) || (second && length >= 2)) return this.#finish();
    if (!this.#near(this.#corners[length - 1], at, SAME_PIXELS)) this.#corners.push(at);
    return this.#corners.length === MOST_POINTS ? this.#finish() : this.#preview(input);
  }

  /** @param {PointerInput} input @returns {ToolOutput[]} */
  #preview(input) {
    this.#pointer = this.#stepped(input);
    return [this.#shown()];
  }

  /** @returns {ToolOutput} */
  #shown() {
    const all = [...this.#corners, this.#pointer];
    return { do: 'preview', shapes: [this.#shape(all, false)], hidden: new Set() };
  }

  /** @param {PointerInput} input @returns {Point} */
  #stepped({ x, y, shift }) {
    return shift ? stepped(this.#corners[this.#corners.length - 1], x, y) : { x, y };
  }

  /** @param {Point} a @param {Point} b @param {number} pixels */
  #near(a, b, pixels) {
    return Math.hypot(a.x - b.x, a.y - b.y) <= units(this.#desk, pixels);
  }

  /** Two corners are a line; one is nothing. @returns {ToolOutput[]} */
  #finish() {
    /** @type {ToolOutput[]} */
    const out = [];
    const { length } = this.#corners;
    if (length >= 2) out.push({ do: 'commit', changes: [{ type: 'add', shape: this.#shape(this.#corners, length >= 3) }], sameStep: false });
    return [...out, ...this.cancel()];
  }

  /** @param {Point[]} points @param {boolean} closed @returns {import('../board-wire.js').Shape} */
  #shape(points, closed) {
    const [first] = points;
    const style = this.#desk.style();
    return {
      id: this.#id, order: this.#order, frame: frameAt(first.x, first.y), look: closed ? lookOf.area(style) : lookOf.line(style),
      form: { type: 'path', points: points.map(({ x, y }) => ({ x: x - first.x, y: y - first.y })), closed, start: 'none', end: 'none' },
    };
  }
}
