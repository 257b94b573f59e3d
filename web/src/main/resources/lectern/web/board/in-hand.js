// What is in hand, one's own and the others', and how it is painted: ink as far as it has grown, shapes as they would be.

import { Outline } from './outline.js';
import { colourOf, paintShape } from './painter.js';
import { inkOutline, polygon } from './paths.js';

/** @typedef {import('./tools/stroke.js').Stroke} Stroke */
/** @typedef {import('./board-wire.js').Shape} Shape */

export class InHand {
  /** @type {Stroke | null} */
  #stroke = null;
  #outline = new Outline({ width: 1, opacity: 1 });
  #outlined = 0;
  #unsaidFrom = 0;
  /** @type {Shape[]} */
  #shapes = [];

  /** @param {Stroke} stroke @param {number} from its points from there on are new */
  draw(stroke, from) {
    if (stroke !== this.#stroke || from < this.#outlined) {
      this.#outline = new Outline(stroke.look);
      this.#outlined = 0;
    }
    if (stroke !== this.#stroke) this.#unsaidFrom = 0;
    this.#stroke = stroke;
    this.#unsaidFrom = Math.min(this.#unsaidFrom, from);
    const { pressure } = stroke.points;
    for (; this.#outlined < stroke.size; this.#outlined++) {
      const { x, y } = stroke.point(this.#outlined);
      this.#outline.add(x, y, pressure[this.#outlined]);
    }
  }

  /** @param {Shape[]} shapes */
  preview(shapes) {
    this.#stroke = null;
    this.#shapes = shapes;
  }

  clear() {
    this.#stroke = null;
    this.#shapes = [];
  }

  /** The part of a presence that tells of it: what of the stroke hasn't been said yet. */
  said() {
    const stroke = this.#stroke;
    if (stroke) {
      const said = stroke.inHand(this.#unsaidFrom);
      this.#unsaidFrom = stroke.size;
      return { stroke: said };
    }
    return this.#shapes.length === 1 ? { shape: this.#shapes[0] } : {};
  }

  /** @param {CanvasRenderingContext2D} pen in page units @param {boolean} dark @param {ReturnType<import('./board-client.js').BoardClient['presences']>} others @param {import('./painter.js').Pictures} pictures */
  paint(pen, dark, others, pictures) {
    for (const { presence, ink } of others) {
      const { stroke, shape } = presence;
      if (shape) paintShape(pen, shape, dark, pictures);
      if (!stroke || !ink) continue;
      pen.save();
      pen.translate(stroke.x, stroke.y);
      fill(pen, polygon(inkOutline(ink, stroke.precision, stroke.look, 1, 1, false)), stroke.look, dark);
      pen.restore();
    }
    for (const shape of this.#shapes) paintShape(pen, shape, dark, pictures);
    if (this.#stroke) fill(pen, polygon(this.#outline.polygon(false)), this.#stroke.look, dark);
  }
}

/** @param {CanvasRenderingContext2D} pen @param {Path2D} path @param {import('./board-wire.js').Look} look @param {boolean} dark */
function fill(pen, path, look, dark) {
  pen.globalAlpha = look.opacity;
  pen.fillStyle = colourOf(look.colour, dark);
  pen.fill(path);
  pen.globalAlpha = 1;
}
