// The last moments of each laser, for its trail.

/** @typedef {import('./board-wire.js').Point} Point */

const TRAIL_MS = 500;
const MOST_POINTS = 60;

export class LaserTrails {
  /** @type {Map<string, {x: number, y: number, at: number}[]>} by participant */
  #trails = new Map();

  /** @param {string} who @param {Point} point @param {number} nowMs */
  add(who, { x, y }, nowMs) {
    const trail = this.#trails.get(who) ?? [];
    const last = trail.at(-1);
    if (last && last.x === x && last.y === y) return;
    trail.push({ x, y, at: nowMs });
    if (trail.length > MOST_POINTS) trail.shift();
    this.#trails.set(who, trail);
  }

  /** @param {string} who */
  end(who) {
    this.#trails.delete(who);
  }

  /** The trail now; the last point stays as long as the laser is on. @param {string} who @param {number} nowMs @returns {Point[]} */
  of(who, nowMs) {
    const trail = this.#trails.get(who) ?? [];
    while (trail.length > 1 && trail[0].at + TRAIL_MS - nowMs <= 0) trail.shift();
    return trail;
  }

  /** Is one still fading? */
  get isMoving() {
    return [...this.#trails.values()].some((trail) => trail.length > 1);
  }
}
