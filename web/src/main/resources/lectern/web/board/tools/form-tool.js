// What is drawn by pulling from one place to another: line, arrow, rectangle, ellipse. Shift makes steps of 15° and squares; Alt
// pulls a rectangle or ellipse from its middle.

import { frameAt } from '../frame.js';
import { stepped } from './angles.js';
import { lookOf } from './style.js';

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */
/** @typedef {import('./desk.js').PointerInput} PointerInput */
/** @typedef {import('../board-wire.js').Shape} Shape */
/** @typedef {import('../board-wire.js').Point} Point */

const SMALLEST_PIXELS = 4; // a click that trembles is no shape

/** @implements {import('./desk.js').Tool} */
export class FormTool {
  /** @type {import('./desk.js').Cursor} */
  cursor = 'cross';
  #desk;
  #guide;
  #kind;
  /** @type {{id: string, order: number, from: Point} | null} */
  #begun = null;

  /** @param {import('./desk.js').Desk} desk @param {import('./guide.js').Guide} guide @param {'line' | 'arrow' | 'rectangle' | 'ellipse'} kind */
  constructor(desk, guide, kind) {
    this.#desk = desk;
    this.#guide = guide;
    this.#kind = kind;
  }

  get isInHand() {
    return this.#begun !== null;
  }

  /** @param {PointerInput} input @returns {ToolOutput[]} */
  handle(input) {
    if (input.kind === 'down') {
      this.#guide.begin();
      this.#begun = { id: this.#desk.newId(), order: this.#desk.topOrder(), from: this.#held(input) };
      return [];
    }
    if (!this.#begun) return [];
    if (input.kind === 'cancel') return this.cancel();
    if (input.kind !== 'move' && input.kind !== 'up') return [];
    const shape = this.#shape(this.#begun, input);
    if (input.kind === 'move') return [shape ? { do: 'preview', shapes: [shape], hidden: new Set() } : { do: 'nothing-in-hand' }];
    this.#begun = null;
    return [...(shape ? [/** @type {ToolOutput} */ ({ do: 'commit', changes: [{ type: 'add', shape }], sameStep: false })] : []), { do: 'nothing-in-hand' }];
  }

  /** @returns {ToolOutput[]} */
  cancel() {
    if (!this.#begun) return [];
    this.#begun = null;
    return [{ do: 'nothing-in-hand' }];
  }

  get #isLine() {
    return this.#kind === 'line' || this.#kind === 'arrow';
  }

  /** @param {PointerInput} input */
  #held({ x, y }) {
    return this.#isLine ? this.#guide.hold(x, y) : { x, y };
  }

  /** Null where it is too small to be meant. @param {{id: string, order: number, from: Point}} begun @param {PointerInput} input @returns {Shape | null} */
  #shape({ id, order, from }, input) {
    const to = this.#held(input);
    if (Math.hypot(to.x - from.x, to.y - from.y) * this.#desk.zoom() < SMALLEST_PIXELS) return null;
    const style = this.#desk.style();
    if (!this.#isLine) return { id, order, look: lookOf.area(style), ...this.#area(from, to, input) };
    const end = input.shift && !this.#guide.edge ? stepped(from, to.x, to.y) : to;
    return {
      id, order, frame: frameAt(from.x, from.y), look: lookOf.line(style),
      form: { type: 'path', points: [{ x: 0, y: 0 }, { x: end.x - from.x, y: end.y - from.y }], closed: false, start: 'none', end: this.#kind === 'arrow' ? 'arrow' : 'none' },
    };
  }

  /** @param {Point} from @param {Point} to @param {PointerInput} input */
  #area(from, to, { shift, alt }) {
    let [dx, dy] = [to.x - from.x, to.y - from.y];
    if (shift) {
      const side = Math.max(Math.abs(dx), Math.abs(dy));
      [dx, dy] = [dx < 0 ? -side : side, dy < 0 ? -side : side];
    }
    const [width, height] = [Math.abs(dx), Math.abs(dy)];
    if (alt) return { frame: frameAt(from.x - width, from.y - height), form: { type: this.#kind, width: 2 * width, height: 2 * height } };
    return { frame: frameAt(Math.min(from.x, from.x + dx), Math.min(from.y, from.y + dy)), form: { type: this.#kind, width, height } };
  }
}
