// Pen and marker. A stroke grows point by point; with Shift, and along a protractor's ray, the part since then is one straight
// line instead. A stroke that gets too long is committed and goes on as another, in the same step of undo.

import { stepped } from './angles.js';
import { PenPressure } from './pen-pressure.js';
import { Stroke } from './stroke.js';
import { lookOf } from './style.js';

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */
/** @typedef {import('./desk.js').PointerInput} PointerInput */

const NEAREST_PIXELS = 0.7; // nearer points tell nothing new and cost bytes

/** @implements {import('./desk.js').Tool} */
export class PenTool {
  /** @type {import('./desk.js').Cursor} */
  cursor = 'cross';
  #desk;
  #guide;
  #marker;
  #byHand = new PenPressure();
  /** @type {Stroke | null} */
  #stroke = null;
  #committed = false;
  #straightFrom = -1; // the number of the point that a straight part begins at; -1 while it is drawn free

  /** @param {import('./desk.js').Desk} desk @param {import('./guide.js').Guide} guide @param {boolean} marker */
  constructor(desk, guide, marker) {
    this.#desk = desk;
    this.#guide = guide;
    this.#marker = marker;
  }

  get isInHand() {
    return this.#stroke !== null;
  }

  /** @param {PointerInput} input @returns {ToolOutput[]} */
  handle(input) {
    switch (input.kind) {
      case 'down': return this.#begin(input);
      case 'move': return this.#stroke ? this.#draw(this.#stroke, input, NEAREST_PIXELS) : [];
      case 'up': return this.#stroke ? this.#finish(this.#stroke, input) : [];
      case 'cancel': return this.cancel();
      default: return [];
    }
  }

  /** @returns {ToolOutput[]} */
  cancel() {
    if (!this.#stroke) return [];
    this.#stroke = null;
    return [{ do: 'nothing-in-hand' }];
  }

  /** @param {PointerInput} input @returns {ToolOutput[]} */
  #begin(input) {
    this.#guide.begin();
    this.#byHand.begin(input.timeMs);
    this.#committed = false;
    this.#straightFrom = -1;
    return [this.#next(this.#guide.hold(input.x, input.y), this.#pressure(input, 0))];
  }

  /** @param {import('../board-wire.js').Point} at @param {number} pressure @returns {ToolOutput} */
  #next(at, pressure) {
    const style = this.#desk.style();
    const look = this.#marker ? lookOf.marker(style) : lookOf.pen(style);
    const stroke = new Stroke(this.#desk.newId(), look, this.#desk.topOrder(), at, this.#desk.zoom());
    stroke.append(at.x, at.y, pressure);
    this.#stroke = stroke;
    return { do: 'draw', stroke, from: 0 };
  }

  /** @param {Stroke} stroke @param {PointerInput} input @param {number} nearestPixels @returns {ToolOutput[]} */
  #draw(stroke, input, nearestPixels) {
    const before = this.#guide.edge;
    const at = this.#guide.hold(input.x, input.y);
    const { edge } = this.#guide;
    if (edge?.is === 'ray' || (!edge && input.shift)) return this.#straight(stroke, input, at);
    this.#straightFrom = -1;
    const from = stroke.size;
    const last = stroke.point(from - 1);
    const pixels = Math.hypot(at.x - last.x, at.y - last.y) * this.#desk.zoom();
    if (pixels < nearestPixels) return [];
    const pressure = this.#pressure(input, pixels);
    if (edge && edge.key === before?.key) for (const between of edge.between(last, at)) stroke.append(between.x, between.y, pressure);
    stroke.append(at.x, at.y, pressure);
    if (stroke.size === from) return [];
    if (!stroke.isFull) return [{ do: 'draw', stroke, from }];
    return [this.#commit(stroke), this.#next(at, pressure)];
  }

  /** @param {Stroke} stroke @param {PointerInput} input @param {import('../board-wire.js').Point} at @returns {ToolOutput[]} */
  #straight(stroke, input, at) {
    if (this.#straightFrom < 0) this.#straightFrom = stroke.size - 1;
    const to = this.#guide.edge ? at : stepped(stroke.point(this.#straightFrom), at.x, at.y);
    stroke.shortenTo(this.#straightFrom + 1);
    stroke.append(to.x, to.y, this.#pressure(input, 0));
    return [{ do: 'draw', stroke, from: this.#straightFrom + 1 }];
  }

  /** The pen is lifted where it is, even if that is less than a pixel on. @param {Stroke} stroke @param {PointerInput} input @returns {ToolOutput[]} */
  #finish(stroke, input) {
    const out = this.#draw(stroke, input, 0);
    if (this.#stroke) out.push(this.#commit(this.#stroke));
    this.#stroke = null;
    out.push({ do: 'nothing-in-hand' });
    return out;
  }

  /** @param {Stroke} stroke @returns {ToolOutput} */
  #commit(stroke) {
    const sameStep = this.#committed;
    this.#committed = true;
    return { do: 'commit', changes: [{ type: 'add', shape: stroke.shape() }], sameStep };
  }

  /** @param {PointerInput} input @param {number} pixels */
  #pressure(input, pixels) {
    if (this.#marker) return 1;
    return Number.isNaN(input.pressure) ? this.#byHand.next(pixels, input.timeMs) : input.pressure;
  }
}
