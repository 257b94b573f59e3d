// What a pen is held on by an instrument: a straight edge, a circle, a ray.

import { between, toDegrees, toRadians, turned } from './angles.js';

/** @typedef {import('../board-wire.js').Point} Point */
/**
 * @typedef {object} Edge
 * @property {'straight' | 'round' | 'ray'} is
 * @property {(x: number, y: number) => Point} nearest
 * @property {(x: number, y: number) => number} distance infinite where it holds nothing
 * @property {(from: Point, to: Point) => Point[]} between places on it, where a straight line would leave it visibly
 * @property {string} key alike for edges that are the same
 */

const ARC_STEP = 4; // degrees: a chord of 4° leaves a circle by 0.06 % of its radius

/** Beside its ends it holds nothing. @param {Point} a @param {Point} b @returns {Edge} */
export function straightEdge(a, b) {
  const along = (/** @type {number} */ x, /** @type {number} */ y) =>
    ((x - a.x) * (b.x - a.x) + (y - a.y) * (b.y - a.y)) / ((b.x - a.x) ** 2 + (b.y - a.y) ** 2);
  const nearest = (/** @type {number} */ x, /** @type {number} */ y) => {
    const t = along(x, y);
    return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
  };
  return {
    is: 'straight',
    nearest,
    distance: (x, y) => {
      const t = along(x, y);
      if (t < 0 || t > 1) return Infinity;
      const on = nearest(x, y);
      return Math.hypot(on.x - x, on.y - y);
    },
    between: () => [],
    key: `straight ${a.x} ${a.y} ${b.x} ${b.y}`,
  };
}

/** @param {number} cx @param {number} cy @param {number} radius @returns {Edge} */
export function roundEdge(cx, cy, radius) {
  return {
    is: 'round',
    nearest: (x, y) => {
      const far = Math.hypot(x - cx, y - cy);
      return far < 1e-9 ? { x: cx + radius, y: cy } : { x: cx + ((x - cx) / far) * radius, y: cy + ((y - cy) / far) * radius };
    },
    distance: (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - radius),
    between: (from, to) => {
      const turn = between({ x: cx, y: cy }, from, to);
      const steps = Math.ceil(Math.abs(turn) / ARC_STEP);
      return Array.from({ length: Math.max(0, steps - 1) }, (_, i) => turned(cx, cy, (turn * (i + 1)) / steps, from.x - cx, from.y - cy));
    },
    key: `round ${cx} ${cy} ${radius}`,
  };
}

/** From a point outwards, at the whole degree that is nearest to where the pen is; `degrees` counts counter-clockwise from zero. @param {number} cx @param {number} cy @param {number} zeroDegrees @returns {Edge & {degrees: (x: number, y: number) => number}} */
export function rayEdge(cx, cy, zeroDegrees) {
  const degrees = (/** @type {number} */ x, /** @type {number} */ y) => {
    const clockwise = toDegrees(Math.atan2(y - cy, x - cx));
    return ((Math.round(zeroDegrees - clockwise) % 360) + 360) % 360;
  };
  return {
    is: 'ray',
    degrees,
    nearest: (x, y) => {
      const radians = toRadians(zeroDegrees - degrees(x, y));
      const out = Math.max(0, (x - cx) * Math.cos(radians) + (y - cy) * Math.sin(radians));
      return { x: cx + out * Math.cos(radians), y: cy + out * Math.sin(radians) };
    },
    distance: (x, y) => Math.hypot(x - cx, y - cy),
    between: () => [],
    key: `ray ${cx} ${cy} ${zeroDegrees}`,
  };
}
