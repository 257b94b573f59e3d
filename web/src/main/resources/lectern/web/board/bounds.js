// Upright rectangles around shapes: all that is painted of one is in there, the width of its lines included.

import { turn } from './frame.js';
import { pointsOf } from './ink.js';

/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {import('./board-wire.js').Region} Region */

/** From an arrow's point to its base, for a line of that width. @param {number} width */
export const headLength = (width) => 8 + 3 * width;

/** @type {WeakMap<Shape, Region>} */
const known = new WeakMap();

/** @param {Shape} shape @returns {Region} */
export function boundsOf(shape) {
  let bounds = known.get(shape);
  if (!bounds) known.set(shape, (bounds = measured(shape)));
  return bounds;
}

/** @param {Region} one @param {Region} other */
export const overlap = (one, other) =>
  one.x <= other.x + other.width && one.x + one.width >= other.x && one.y <= other.y + other.height && one.y + one.height >= other.y;

/** @param {Region} outer @param {Region} inner */
export const contains = (outer, inner) =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;

/** @param {Region} one @param {Region} other @returns {Region} */
export function union(one, other) {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return { x, y, width: Math.max(one.x + one.width, other.x + other.width) - x, height: Math.max(one.y + one.height, other.y + other.height) - y };
}

/** @param {number} x @param {number} y @param {number} distance @returns {Region} */
export const around = (x, y, distance) => ({ x: x - distance, y: y - distance, width: 2 * distance, height: 2 * distance });

/** Every point of a form in its own coordinates that its bounds hang on, x and y in turn. @param {any} form @returns {ArrayLike<number>} */
function pointsOn(form) {
  switch (form.type) {
    case 'ink': {
      const { x, y } = pointsOf(form);
      const quantum = 2 ** -form.precision;
      const points = new Float64Array(2 * x.length);
      for (let i = 0; i < x.length; i++) {
        points[2 * i] = x[i] * quantum;
        points[2 * i + 1] = y[i] * quantum;
      }
      return points;
    }
    case 'path':
      return form.points.flatMap((/** @type {{x: number, y: number}} */ point) => [point.x, point.y]);
    default: {
      const { width = 0, height = 0 } = form;
      return [0, 0, width, 0, width, height, 0, height];
    }
  }
}

/** Around what is drawn, without the width of its lines; of the form alone where there is no frame. @param {any} form @param {import('./board-wire.js').Frame} frame @returns {Region} */
export function hull(form, frame) {
  const [cos, sin] = turn(frame.rotation);
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  const points = pointsOn(form);
  for (let i = 0; i < points.length; i += 2) {
    const sx = points[i] * frame.scaleX;
    const sy = points[i + 1] * frame.scaleY;
    const x = frame.x + (cos * sx - sin * sy);
    const y = frame.y + (sin * sx + cos * sy);
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** @param {Shape} shape @returns {Region} */
function measured({ form, frame, look }) {
  const { x, y, width, height } = hull(form, frame);
  let half = form.type === 'text' || form.type === 'picture' ? 0 : look.width / 2;
  if (form.type === 'path' && (form.start === 'arrow' || form.end === 'arrow')) half = Math.max(half, headLength(look.width));
  return { x: x - half, y: y - half, width: width + 2 * half, height: height + 2 * half };
}
