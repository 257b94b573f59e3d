// What is done to the frames of all that is selected: moved, scaled, turned.

import { normal, turned } from './angles.js';
import { SelectionBox } from './selection-box.js';
import { movedBy } from '../frame.js';

/** @typedef {import('../board-wire.js').Frame} Frame */
/** @typedef {{frame: (frame: Frame) => Frame, box: (box: SelectionBox) => SelectionBox}} Transform */

const SMALLEST = 1e-3;

/** @param {SelectionBox} box @param {Partial<{x: number, y: number, width: number, height: number, degrees: number}>} other */
const changed = (box, other) => new SelectionBox({ ...box, ...other });

/** @param {number} dx @param {number} dy @returns {Transform} */
export const move = (dx, dy) => ({ frame: (frame) => movedBy(frame, dx, dy), box: (box) => changed(box, { x: box.x + dx, y: box.y + dy }) });

/** @param {number} x @param {number} y @param {number} degrees @returns {Transform} */
export function rotate(x, y, degrees) {
  return {
    frame: (frame) => ({ ...frame, ...turned(x, y, degrees, frame.x - x, frame.y - y), rotation: normal(frame.rotation + degrees) }),
    box: (box) => changed(box, { ...turned(x, y, degrees, box.x - x, box.y - y), degrees: normal(box.degrees + degrees) }),
  };
}

/** Larger or smaller along and across a direction, while one place stays. @param {number} x @param {number} y @param {number} degrees @param {number} along @param {number} across @returns {Transform} */
function scale(x, y, degrees, along, across) {
  const scaled = (/** @type {number} */ px, /** @type {number} */ py) => {
    const inside = turned(0, 0, -degrees, px - x, py - y);
    return turned(x, y, degrees, inside.x * along, inside.y * across);
  };
  return {
    frame: (frame) => ({ ...frame, ...scaled(frame.x, frame.y), scaleX: frame.scaleX * along, scaleY: frame.scaleY * across }),
    box: (box) => changed(box, { ...scaled(box.x, box.y), width: box.width * Math.abs(along), height: box.height * Math.abs(across) }),
  };
}

/**
 * From a handle that is pulled to what that does.
 * @param {SelectionBox} box @param {import('./selection-box.js').Handle} handle @param {{x: number, y: number}} from @param {{x: number, y: number}} to
 * @param {boolean} even as much along as across, and nothing is mirrored @param {boolean} fromMiddle the middle stays instead of what is opposite
 */
export function resize(box, handle, from, to, even, fromMiddle) {
  const pulled = turned(0, 0, -box.degrees, to.x - from.x, to.y - from.y);
  const handleX = (handle.across * box.width) / 2;
  const handleY = (handle.down * box.height) / 2;
  const [staysX, staysY] = fromMiddle ? [0, 0] : [-handleX, -handleY];
  const [wide, high] = [handleX - staysX, handleY - staysY];
  let [along, across] = [factor(wide, pulled.x), factor(high, pulled.y)];
  if (even) {
    const length = wide * wide + high * high;
    const both = length < 1e-9 ? 1 : 1 + (pulled.x * wide + pulled.y * high) / length;
    along = across = Math.max(both, SMALLEST);
  }
  const stays = turned(box.x, box.y, box.degrees, staysX, staysY);
  return scale(stays.x, stays.y, box.degrees, along, across);
}

/** What is as flat as a line can't be made wider. @param {number} size @param {number} pulled */
function factor(size, pulled) {
  if (Math.abs(size) < 1e-6) return 1;
  const by = 1 + pulled / size;
  return Math.abs(by) < SMALLEST ? (by < 0 ? -SMALLEST : SMALLEST) : by;
}
