// Goes along a line of changing width and builds what lies left and right of it: the polygon around ink.

const SMOOTH_COSINE = 0.8; // a direction change of less is smooth; more is a corner, which is rounded

/** By square roots alone: `hypot` differs between machines. @param {number} ax @param {number} ay @param {number} bx @param {number} by */
export const apart = (ax, ay, bx, by) => Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));

export class Sides {
  /** @type {number[]} */
  #left = [];
  /** @type {number[]} */
  #right = [];
  #tolerance;
  #size = 0;
  #start = { x: 0, y: 0, r: 0, ux: 0, uy: 0 };
  #x = 0;
  #y = 0;
  #r = 0;
  #ux = 0;
  #uy = 0;

  /** @param {number} tolerance */
  constructor(tolerance) {
    this.#tolerance = tolerance;
  }

  /** @param {number} toX @param {number} toY @param {number} toR */
  add(toX, toY, toR) {
    if (this.#size === 0) {
      [this.#x, this.#y, this.#r] = [toX, toY, toR];
      this.#start = { x: toX, y: toY, r: toR, ux: 0, uy: 0 };
      this.#size = 1;
      return;
    }
    const way = apart(this.#x, this.#y, toX, toY);
    if (way === 0) return;
    const vx = (toX - this.#x) / way;
    const vy = (toY - this.#y) / way;
    if (this.#size === 1) [this.#start.ux, this.#start.uy] = [vx, vy];
    else this.#corner(vx, vy);
    [this.#x, this.#y, this.#r, this.#ux, this.#uy] = [toX, toY, toR, vx, vy];
    this.#size++;
  }

  /** @returns {number[]} */
  polygon() {
    let [x, y, r] = [this.#x, this.#y, this.#r];
    if (this.#size === 1) return this.circle(x, y, r);
    const [ux, uy] = [this.#ux, this.#uy];
    const left = this.#left;
    left.push(x + uy * r, y - ux * r);
    this.#arc(left, uy * r, -ux * r, ux * r, uy * r, ux * r, uy * r);
    left.push(x + ux * r, y + uy * r);
    this.#arc(left, ux * r, uy * r, -uy * r, ux * r, ux * r, uy * r);
    left.push(x - uy * r, y + ux * r);
    for (let i = this.#right.length - 2; i >= 0; i -= 2) left.push(this.#right[i], this.#right[i + 1]);
    ({ x, y, r } = this.#start);
    [this.#x, this.#y, this.#r] = [x, y, r];
    const bx = this.#start.ux * r;
    const by = this.#start.uy * r;
    left.push(x - by, y + bx);
    this.#arc(left, -by, bx, -bx, -by, -bx, -by);
    left.push(x - bx, y - by);
    this.#arc(left, -bx, -by, by, -bx, -bx, -by);
    left.push(x + by, y - bx);
    return left;
  }

  /** @param {number} x @param {number} y @param {number} r */
  circle(x, y, r) {
    [this.#x, this.#y, this.#r] = [x, y, r];
    const way = [r, 0, 0, r, -r, 0, 0, -r, r, 0];
    for (let i = 0; i < 8; i += 2) {
      this.#left.push(x + way[i], y + way[i + 1]);
      this.#arc(this.#left, way[i], way[i + 1], way[i + 2], way[i + 3], 0, 0);
    }
    return this.#left;
  }

  /** @param {number} vx @param {number} vy */
  #corner(vx, vy) {
    const [x, y, r, ux, uy] = [this.#x, this.#y, this.#r, this.#ux, this.#uy];
    const cosine = ux * vx + uy * vy;
    if (cosine > SMOOTH_COSINE) {
      const scale = r / (1 + cosine); // so long that the line between two corners keeps its width
      const nx = (uy + vy) * scale;
      const ny = -(ux + vx) * scale;
      this.#left.push(x + nx, y + ny);
      this.#right.push(x - nx, y - ny);
      return;
    }
    const toTheRight = ux * vy - uy * vx > 0;
    const [outer, inner] = toTheRight ? [this.#left, this.#right] : [this.#right, this.#left];
    const side = toTheRight ? r : -r;
    outer.push(x + uy * side, y - ux * side);
    this.#arc(outer, uy * side, -ux * side, vy * side, -vx * side, ux * r, uy * r);
    outer.push(x + vy * side, y - vx * side);
    // Over the middle, so that the inside of a sharp turn is no spike beyond the line.
    inner.push(x - uy * side, y + ux * side, x, y, x - vy * side, y + vx * side);
  }

  /** The corners between two on a circle around here, by halving; where they lie opposite, by way of the third. @param {number[]} to @param {number} ax @param {number} ay @param {number} bx @param {number} by @param {number} viaX @param {number} viaY */
  #arc(to, ax, ay, bx, by, viaX, viaY) {
    const mx = ax + bx;
    const my = ay + by;
    const length = Math.sqrt(mx * mx + my * my);
    if (this.#r - length / 2 <= this.#tolerance) return; // the arc rises so little over its chord
    const opposite = length < 0.1 * this.#r;
    const midX = opposite ? viaX : (mx / length) * this.#r;
    const midY = opposite ? viaY : (my / length) * this.#r;
    this.#arc(to, ax, ay, midX, midY, viaX, viaY);
    to.push(this.#x + midX, this.#y + midY);
    this.#arc(to, midX, midY, bx, by, viaX, viaY);
  }
}
