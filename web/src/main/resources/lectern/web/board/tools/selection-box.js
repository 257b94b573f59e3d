// The rectangle around what is selected, turned as a single shape is, with its handles.

import { toRadians, turned } from './angles.js';

/** @typedef {import('../board-wire.js').Point} Point */
/** @typedef {{name: string, across: number, down: number}} Handle by where it is: -1, 0, 1 from left to right and top to bottom */

/** How far above the top the handle for turning is, in screen pixels. */
export const ROTATE_PIXELS = 26;

/** @type {Record<string, Handle>} */
export const HANDLES = Object.fromEntries([
  ['north-west', -1, -1], ['north', 0, -1], ['north-east', 1, -1], ['east', 1, 0], ['south-east', 1, 1], ['south', 0, 1], ['south-west', -1, 1], ['west', -1, 0],
  ['rotate', 0, -1],
].map(([name, across, down]) => [name, { name, across, down }]));

/** @param {Handle} handle */
export const isCorner = ({ across, down }) => across !== 0 && down !== 0;

export class SelectionBox {
  /**
   * @param {{x: number, y: number, width: number, height: number, degrees: number, sides: boolean, upDown: boolean}} box x and y of its
   *   middle; whether it has the handles at its sides (a picture doesn't), and those at top and bottom (a text doesn't)
   */
  constructor({ x, y, width, height, degrees, sides, upDown }) {
    [this.x, this.y, this.width, this.height, this.degrees, this.sides, this.upDown] = [x, y, width, height, degrees, sides, upDown];
  }

  /** @param {Handle} handle */
  has(handle) {
    return handle.name === 'rotate' || isCorner(handle) || (this.sides && (handle.down === 0 || this.upDown));
  }

  /** Where a handle is on the page. @param {Handle} handle @param {number} unitsPerPixel @returns {Point} */
  at(handle, unitsPerPixel) {
    const above = handle.name === 'rotate' ? ROTATE_PIXELS * unitsPerPixel : 0;
    return turned(this.x, this.y, this.degrees, (handle.across * this.width) / 2, (handle.down * this.height) / 2 - above);
  }

  /** Clockwise from the upper left one. @returns {Point[]} */
  corners() {
    return ['north-west', 'north-east', 'south-east', 'south-west'].map((name) => this.at(HANDLES[name], 0));
  }

  /** @param {number} pageX @param {number} pageY @param {number} margin */
  contains(pageX, pageY, margin) {
    const cos = Math.cos(toRadians(this.degrees));
    const sin = Math.sin(toRadians(this.degrees));
    const [dx, dy] = [pageX - this.x, pageY - this.y];
    return Math.abs(cos * dx + sin * dy) <= this.width / 2 + margin && Math.abs(cos * dy - sin * dx) <= this.height / 2 + margin;
  }

  /** The handle within reach. Corners go before sides, so a small box can still be made larger. @param {number} pageX @param {number} pageY @param {number} reach @param {number} unitsPerPixel */
  handleAt(pageX, pageY, reach, unitsPerPixel) {
    /** @type {Handle | null} */
    let best = null;
    let nearest = reach;
    for (const handle of Object.values(HANDLES)) {
      if (!this.has(handle)) continue;
      const at = this.at(handle, unitsPerPixel);
      const far = Math.hypot(at.x - pageX, at.y - pageY) - (isCorner(handle) ? reach / 4 : 0);
      if (far <= nearest) [nearest, best] = [far, handle];
    }
    return best;
  }
}
