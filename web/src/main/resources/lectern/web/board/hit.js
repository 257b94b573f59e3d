// Which shape is meant by a place, a stroke of the eraser, a rectangle pulled open. Lengths are in page units.

import { around, boundsOf, contains, overlap } from './bounds.js';
import { toPage } from './frame.js';
import { FULL_PRESSURE, pointsOf } from './ink.js';

/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {import('./board-wire.js').Point} Point */

const LEAST_WIDTH = 0.3;

/** A marker, which one can see through, is as wide everywhere: its ends would show else. @param {import('./board-wire.js').Look} look @param {number} pressure */
export const inkWidth = (look, pressure) => (look.opacity < 1 ? look.width : look.width * (LEAST_WIDTH + ((1 - LEAST_WIDTH) * pressure) / FULL_PRESSURE));

/** Is a place on the shape, or at most `tolerance` beside it? What isn't filled is hit by its line alone. @param {Shape} shape @param {number} x @param {number} y @param {number} tolerance */
export const near = (shape, x, y, tolerance) => crossed(shape, { x, y }, { x, y }, tolerance);

/** Does a round eraser that moves from one place to another come upon the shape? @param {Shape} shape @param {Point} from @param {Point} to @param {number} radius */
export function crossed(shape, from, to, radius) {
  const { form, look, frame } = shape;
  const reach = radius + look.width / 2;
  const filled = look.fill !== undefined && look.fill !== null;
  switch (form.type) {
    case 'ink': return inkCrossed(shape, from, to, radius);
    case 'path':
      return outlineCrossed(form.points.map((/** @type {Point} */ point) => toPage(frame, point.x, point.y)), form.closed, form.closed && filled, from, to, reach);
    case 'rectangle': return outlineCrossed(corners(form, frame), true, filled, from, to, reach);
    case 'ellipse': return outlineCrossed(round(form, frame), true, filled, from, to, reach);
    default: return outlineCrossed(corners(form, frame), true, true, from, to, radius);
  }
}

/** Is all of the shape in the rectangle? @param {Shape} shape @param {import('./board-wire.js').Region} rectangle */
export const within = (shape, rectangle) => contains(rectangle, boundsOf(shape));

/** Does it reach into the rectangle? @param {Shape} shape @param {import('./board-wire.js').Region} r */
export function touches(shape, r) {
  if (!overlap(boundsOf(shape), r)) return false;
  if (within(shape, r)) return true;
  const all = [{ x: r.x, y: r.y }, { x: r.x + r.width, y: r.y }, { x: r.x + r.width, y: r.y + r.height }, { x: r.x, y: r.y + r.height }];
  return all.some((corner, i) => crossed(shape, corner, all[(i + 1) % 4], 0));
}

/** The topmost of those on a sheet that a place means. @param {import('./sheet.js').Sheet} sheet @param {number} x @param {number} y @param {number} tolerance @param {(shape: Shape) => boolean} may */
export function topAt(sheet, x, y, tolerance, may = () => true) {
  return sheet.in(around(x, y, tolerance)).findLast((shape) => near(shape, x, y, tolerance) && may(shape)) ?? null;
}

/** @param {Shape} shape @param {Point} from @param {Point} to @param {number} radius */
function inkCrossed({ form, frame, look }, from, to, radius) {
  const { x, y, pressure } = pointsOf(form);
  const quantum = 2 ** -form.precision;
  let last = null;
  for (let i = 0; i < x.length; i++) {
    const at = toPage(frame, x[i] * quantum, y[i] * quantum);
    const reach = radius + inkWidth(look, pressure[i]) / 2;
    if ((last ? segments(last, at, from, to) : toSegment(at, from, to)) <= reach) return true;
    last = at;
  }
  return false;
}

/** @param {Point[]} points @param {boolean} closed @param {boolean} filled @param {Point} from @param {Point} to @param {number} reach */
function outlineCrossed(points, closed, filled, from, to, reach) {
  for (let i = closed ? 0 : 1; i < points.length; i++)
    if (segments(points.at(i - 1) ?? points[i], points[i], from, to) <= reach) return true;
  return filled && inside(points, from);
}

/** By the even-odd rule. @param {Point[]} points @param {Point} at */
function inside(points, { x, y }) {
  let is = false;
  for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
    const [a, b] = [points[i], points[j]];
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) is = !is;
  }
  return is;
}

/** @param {any} form @param {import('./board-wire.js').Frame} frame */
function corners({ width = 0, height = 0 }, frame) {
  return [toPage(frame, 0, 0), toPage(frame, width, 0), toPage(frame, width, height), toPage(frame, 0, height)];
}

/** An ellipse as 64 straight lines: for hitting that is round enough. @param {any} form @param {import('./board-wire.js').Frame} frame */
function round({ width, height }, frame) {
  return Array.from({ length: 64 }, (_, i) => {
    const angle = (2 * Math.PI * i) / 64;
    return toPage(frame, (width / 2) * (1 + Math.cos(angle)), (height / 2) * (1 + Math.sin(angle)));
  });
}

// Distances by square roots alone, not `hypot`: every machine and browser gives the same bits for those.

/** @param {Point} a @param {Point} b */
const apart = (a, b) => Math.sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));

/** @param {Point} at @param {Point} a @param {Point} b */
export function toSegment(at, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : ((at.x - a.x) * dx + (at.y - a.y) * dy) / length2;
  const clamped = Math.max(0, Math.min(1, t));
  return apart(at, { x: a.x + clamped * dx, y: a.y + clamped * dy });
}

/** From one straight line, a to b, to another, c to d; 0 where they cross. @param {Point} a @param {Point} b @param {Point} c @param {Point} d */
export function segments(a, b, c, d) {
  if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return 0;
  return Math.min(toSegment(a, c, d), toSegment(b, c, d), toSegment(c, a, b), toSegment(d, a, b));
}

/** @param {Point} a @param {Point} b @param {Point} at */
const side = (a, b, at) => Math.sign((b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x));
