// The paths of shapes as the canvas fills or strokes them, kept as long as the shape is as it is. In coordinates that are scaled and
// not yet turned or moved: scaling must not make lines thicker.

import { headLength } from './bounds.js';
import { pointsOf } from './ink.js';
import { Outline } from './outline.js';

/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {{stroke: Path2D | null, fill: Path2D | null, inner: Path2D | null}} Paths `stroke`: a line to be drawn; `fill`: to be
 *   filled in the line's colour; `inner`: to be filled in the colour of the filling */

/** @type {WeakMap<object, {scaleX: number, scaleY: number, width: number, opacity: number, paths: Paths}>} by form: what is moved or recoloured keeps it */
const known = new WeakMap();

/** @param {Shape} shape @returns {Paths} */
export function pathsOf({ form, frame: { scaleX, scaleY }, look: { width, opacity } }) {
  const last = known.get(form);
  if (last && last.scaleX === scaleX && last.scaleY === scaleY && last.width === width && last.opacity === opacity) return last.paths;
  const paths = /** @type {Paths} */ (drawnInto(Path2D, form, { scaleX, scaleY }, { width, opacity }));
  known.set(form, { scaleX, scaleY, width, opacity, paths });
  return paths;
}

/** @param {Float64Array | number[]} xy x and y in turn @param {new () => any} Path */
export function polygon(xy, Path = Path2D) {
  const path = new Path();
  for (let i = 0; i < xy.length; i += 2) {
    if (i === 0) path.moveTo(xy[0], xy[1]);
    else path.lineTo(xy[i], xy[i + 1]);
  }
  path.closePath();
  return path;
}

/** The same as paths of any kind that takes what a `Path2D` takes. @param {new () => any} Path @param {any} form @param {{scaleX: number, scaleY: number}} frame @param {{width: number, opacity: number}} look @returns {{stroke: any, fill: any, inner: any}} */
export function drawnInto(Path, form, { scaleX: sx, scaleY: sy }, { width, opacity }) {
  switch (form.type) {
    case 'ink':
      return { stroke: null, fill: polygon(inkOutline(pointsOf(form), form.precision, { width, opacity }, sx, sy), Path), inner: null };
    case 'rectangle': {
      const path = new Path();
      path.rect(0, 0, form.width * sx, form.height * sy);
      return { stroke: path, fill: null, inner: path };
    }
    case 'ellipse': {
      const path = new Path();
      const [rx, ry] = [(form.width * sx) / 2, (form.height * sy) / 2];
      path.ellipse(rx, ry, Math.abs(rx), Math.abs(ry), 0, 0, 2 * Math.PI);
      return { stroke: path, fill: null, inner: path };
    }
    case 'path': return straight(Path, form, sx, sy, width);
    default: return { stroke: null, fill: null, inner: null };
  }
}

/** @param {import('./ink.js').InkPoints} points @param {number} precision @param {{width: number, opacity: number}} look @param {number} sx @param {number} sy @param {boolean} finished */
export function inkOutline(points, precision, look, sx = 1, sy = 1, finished = true) {
  const quantum = 2 ** -precision;
  const outline = new Outline(look);
  points.x.forEach((x, i) => outline.add(x * quantum * sx, points.y[i] * quantum * sy, points.pressure[i]));
  return outline.polygon(finished);
}

/** Lines, with the heads of arrows. @param {new () => any} Path @param {any} form @param {number} sx @param {number} sy @param {number} width */
function straight(Path, form, sx, sy, width) {
  const points = form.points.map((/** @type {{x: number, y: number}} */ { x, y }) => ({ x: x * sx, y: y * sy }));
  const heads = new Path();
  const line = [...points];
  if (!form.closed && form.start === 'arrow') line[0] = head(heads, points[1], points[0], width);
  if (!form.closed && form.end === 'arrow') line[line.length - 1] = head(heads, points[points.length - 2], points[points.length - 1], width);
  const path = new Path();
  line.forEach(({ x, y }, i) => (i === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  if (form.closed) path.closePath();
  return { stroke: path, fill: heads, inner: form.closed ? path : null };
}

/** A filled triangle whose point is the end of the line, which is to end in the middle of its base. @param {Path2D} path @param {{x: number, y: number}} from @param {{x: number, y: number}} to @param {number} width */
function head(path, from, to, width) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const far = Math.sqrt(dx * dx + dy * dy);
  const [ux, uy] = far === 0 ? [1, 0] : [dx / far, dy / far];
  const length = headLength(width);
  const half = length * 0.4;
  const base = { x: to.x - ux * length, y: to.y - uy * length };
  path.moveTo(to.x, to.y);
  path.lineTo(base.x - uy * half, base.y + ux * half);
  path.lineTo(base.x + uy * half, base.y - ux * half);
  path.closePath();
  return base;
}
