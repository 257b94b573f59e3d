// The outline of ink as a polygon to be filled by the non-zero rule; x and y in turn. The same algorithm as in Java, number by
// number: only square roots are used, so both agree.
//
// Through the points goes a smooth middle line: from the middle of each two to the middle of the next two, a quadratic curve with
// the point between as its control. It is cut into as few straight pieces as look round, and pieces that go straight on are
// joined. The polygon lies half the ink's width beside that line. Pens begin and end a little thinner, markers don't.

import { inkWidth } from './hit.js';
import { Sides, apart } from './outline-sides.js';

/** @typedef {import('./board-wire.js').Look} Look */
/** @typedef {{x: number, y: number, r: number, s: number}} Vertex of the middle line: where, half its width, how far from the beginning */

const MOST_PIECES = 16;
const MOST_SKIPPED = 12;
const TAPER_WIDTHS = 1.5;
const TAPER = 0.45;

export class Outline {
  #look;
  #steady;
  #tolerance;
  #nearest;
  #points = 0;
  #x1 = 0;
  #y1 = 0;
  #r1 = 0;
  #x0 = 0;
  #y0 = 0;
  #r0 = 0;
  /** @type {Vertex[]} */
  #middle = [];
  /** @type {{x: number, y: number, r: number}[]} after the last vertex, that may be joined into one piece */
  #skipped = [];

  /** @param {{width: number, opacity: number}} look */
  constructor(look) {
    this.#look = look;
    this.#steady = look.opacity < 1;
    this.#tolerance = 0.05 + 0.01 * look.width; // how far the polygon may lie beside the curve: of a pen, less than a pixel at 800 %
    this.#nearest = Math.min(1, 0.15 * look.width);
  }

  /** The stroke goes on to here, in page units. @param {number} x @param {number} y @param {number} pressure */
  add(x, y, pressure) {
    const r = inkWidth(/** @type {Look} */ (this.#look), pressure) / 2;
    const [x0, y0, r0] = [this.#x0, this.#y0, this.#r0];
    if (this.#points > 0 && apart(x0, y0, x, y) < this.#nearest) {
      if (this.#points === 1 && r > r0) this.#middle[0].r = this.#r0 = r;
      return;
    }
    if (this.#points === 0) this.#settle(x, y, r);
    else if (this.#points > 1) this.#curve((x0 + x) / 2, (y0 + y) / 2, (r0 + r) / 2);
    else this.#vertex((x0 + x) / 2, (y0 + y) / 2, (r0 + r) / 2);
    [this.#x1, this.#y1, this.#r1] = [x0, y0, r0];
    [this.#x0, this.#y0, this.#r0] = [x, y, r];
    this.#points++;
  }

  /** The whole stroke, finished; or as it is in hand, whose tip isn't thin yet. @param {boolean} finished @returns {number[]} */
  polygon(finished = true) {
    if (this.#points === 0) return [];
    return this.#around(this.#whole(), finished);
  }

  /** From the middle of the two points before, around the last point. @param {number} toX @param {number} toY @param {number} toR */
  #curve(toX, toY, toR) {
    const fromX = (this.#x1 + this.#x0) / 2;
    const fromY = (this.#y1 + this.#y0) / 2;
    const fromR = (this.#r1 + this.#r0) / 2;
    const pieces = piecesOf(fromX, fromY, this.#x0, this.#y0, toX, toY, Math.max(fromR, toR), this.#tolerance);
    for (let i = 1; i <= pieces; i++) {
      const t = i / pieces;
      const a = (1 - t) * (1 - t);
      const b = 2 * t * (1 - t);
      const c = t * t;
      this.#vertex(a * fromX + b * this.#x0 + c * toX, a * fromY + b * this.#y0 + c * toY, a * fromR + b * this.#r0 + c * toR);
    }
  }

  /** Goes on with the middle line. While it goes straight from the last vertex, those between are left out. @param {number} x @param {number} y @param {number} r */
  #vertex(x, y, r) {
    const last = this.#skipped.at(-1);
    if (last && (this.#skipped.length === MOST_SKIPPED || !this.#isStraightTo(x, y, r))) {
      this.#settle(last.x, last.y, last.r);
      this.#skipped = [];
    }
    this.#skipped.push({ x, y, r });
  }

  /** @param {number} toX @param {number} toY @param {number} toR */
  #isStraightTo(toX, toY, toR) {
    const { x, y, r } = this.#middle[this.#middle.length - 1];
    const [dx, dy] = [toX - x, toY - y];
    const length2 = dx * dx + dy * dy;
    if (length2 === 0) return false;
    let last = 0;
    for (const skipped of this.#skipped) {
      const t = ((skipped.x - x) * dx + (skipped.y - y) * dy) / length2;
      if (t < last || t > 1) return false;
      last = t;
      const beside = apart(skipped.x, skipped.y, x + t * dx, y + t * dy);
      const wider = Math.abs(skipped.r - (r + t * (toR - r)));
      if (beside > this.#tolerance / 2 || wider > this.#tolerance) return false;
    }
    return true;
  }

  /** @param {number} x @param {number} y @param {number} r */
  #settle(x, y, r) {
    append(this.#middle, x, y, r);
  }

  /** The middle line with what isn't settled yet. */
  #whole() {
    const all = [...this.#middle];
    const last = this.#skipped.at(-1);
    if (last) append(all, last.x, last.y, last.r);
    if (this.#points > 1) append(all, this.#x0, this.#y0, this.#r0);
    return all;
  }

  /** @param {Vertex[]} middle @param {boolean} finished */
  #around(middle, finished) {
    const sides = new Sides(this.#tolerance);
    if (middle.length === 1) return sides.circle(middle[0].x, middle[0].y, middle[0].r);
    const total = middle[middle.length - 1].s;
    let zone = this.#steady ? 0 : TAPER_WIDTHS * this.#look.width;
    const depth = this.#steady ? 0 : TAPER * Math.min(1, total / (4 * zone));
    if (finished) zone = Math.min(zone, total / 2);
    const taper = (/** @type {number} */ at) => {
      const end = finished ? Math.min(at, total - at) : at;
      if (zone === 0 || end >= zone) return 1;
      const t = end / zone;
      return 1 - depth * (t < 0.5 ? 1 - 1.4 * t : 0.6 * (1 - t));
    };
    // Where the taper bends, the middle line needs a vertex.
    const bends = [zone / 2, zone, total - zone, total - zone / 2];
    middle.forEach((to, i) => {
      if (i > 0 && zone > 0)
        for (let bend = 0; bend < (finished ? 4 : 2); bend++) {
          const at = bends[bend];
          const from = middle[i - 1];
          if (at <= from.s || at >= to.s || (bend > 0 && at <= bends[bend - 1])) continue;
          const t = (at - from.s) / (to.s - from.s);
          sides.add(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y), (from.r + t * (to.r - from.r)) * taper(at));
        }
      sides.add(to.x, to.y, to.r * taper(to.s));
    });
    return sides.polygon();
  }
}

/** @param {Vertex[]} middle @param {number} x @param {number} y @param {number} r */
function append(middle, x, y, r) {
  const last = middle.at(-1);
  const way = last ? apart(last.x, last.y, x, y) : 0;
  if (last && way === 0) return;
  middle.push({ x, y, r, s: last ? last.s + way : 0 });
}

/** Enough for the curve itself, and for its outer side, where width makes angles show. @param {number} ax @param {number} ay @param {number} bx @param {number} by @param {number} cx @param {number} cy @param {number} radius @param {number} tolerance */
function piecesOf(ax, ay, bx, by, cx, cy, radius, tolerance) {
  const bend = apart(ax + cx, ay + cy, 2 * bx, 2 * by);
  const forCurve = Math.sqrt(bend / (4 * tolerance));
  const into = apart(ax, ay, bx, by);
  const out = apart(bx, by, cx, cy);
  const turn = into === 0 || out === 0 ? 0 : apart((bx - ax) / into, (by - ay) / into, (cx - bx) / out, (cy - by) / out);
  const forWidth = turn * 0.6 * Math.sqrt(radius / (2 * tolerance));
  return Math.max(1, Math.min(MOST_PIECES, Math.ceil(Math.max(forCurve, forWidth))));
}
