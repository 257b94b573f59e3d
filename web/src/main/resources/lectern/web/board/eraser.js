// Takes a part out of ink. What stays is ink again, each piece with the frame, look and precision that the stroke had. As in Java,
// where the reasons are.

import { toPage } from './frame.js';
import { crossed, inkWidth, segments, toSegment } from './hit.js';
import { encode, pointsOf } from './ink.js';

/** @typedef {import('./board-wire.js').Shape} Shape */
/** @typedef {import('./board-wire.js').Point} Point */

const HALVINGS = 24;

/**
 * What is left of a stroke when a round eraser moved over it on a straight way; null where it missed, an empty list where nothing is left.
 * @param {Shape} shape @param {Point} from @param {Point} to @param {number} radius @returns {any[] | null} forms
 */
export function cut(shape, from, to, radius) {
  const { form } = shape;
  if (form.type !== 'ink' || !crossed(shape, from, to, radius)) return null;
  const pieces = piecesOf(shape, from, to, radius);
  return pieces.length === 1 && pieces[0].points === form.points ? null : pieces;
}

/** @param {Shape} shape @param {Point} from @param {Point} to @param {number} radius */
function piecesOf({ form, frame, look }, from, to, radius) {
  const { x, y, pressure } = pointsOf(form);
  const quantum = 2 ** -form.precision;
  /** @type {any[]} */
  const pieces = [];
  let piece = { x: /** @type {number[]} */ ([]), y: /** @type {number[]} */ ([]), pressure: /** @type {number[]} */ ([]) };
  const between = (/** @type {number[]} */ values, /** @type {number} */ i, /** @type {number} */ t) => {
    const first = values[Math.max(0, i - 1)];
    return first + t * (values[i] - first);
  };
  const beyond = (/** @type {number} */ i, /** @type {number} */ t) => {
    const at = toPage(frame, between(x, i, t) * quantum, between(y, i, t) * quantum);
    const first = inkWidth(look, pressure[Math.max(0, i - 1)]);
    return toSegment(at, from, to) - radius - (first + t * (inkWidth(look, pressure[i]) - first)) / 2;
  };
  const isOut = (/** @type {number} */ i, /** @type {number} */ t) => beyond(i, t) > 0;
  const edge = (/** @type {number} */ i, /** @type {number} */ outside, /** @type {number} */ inside) => {
    let [out, into] = [outside, inside];
    for (let n = 0; n < HALVINGS; n++) {
      const middle = (out + into) / 2;
      if (isOut(i, middle)) out = middle;
      else into = middle;
    }
    return out;
  };
  const nearest = (/** @type {number} */ i) => {
    let [low, high] = [0, 1];
    for (let n = 0; n < 2 * HALVINGS; n++) {
      const a = low + (high - low) / 3;
      const b = high - (high - low) / 3;
      if (beyond(i, a) <= beyond(i, b)) high = b;
      else low = a;
    }
    return (low + high) / 2;
  };
  const isFar = (/** @type {number} */ i) =>
    segments(toPage(frame, x[i - 1] * quantum, y[i - 1] * quantum), toPage(frame, x[i] * quantum, y[i] * quantum), from, to) > radius + look.width / 2;
  const add = (/** @type {number} */ i, /** @type {number} */ t) => {
    const atX = Math.floor(between(x, i, t) + 0.5);
    const atY = Math.floor(between(y, i, t) + 0.5);
    if (piece.x.length > 0 && piece.x.at(-1) === atX && piece.y.at(-1) === atY) return;
    piece.x.push(atX);
    piece.y.push(atY);
    piece.pressure.push(Math.floor(between(pressure, i, t) + 0.5));
  };
  const finish = () => {
    // A piece of one point would be a dot where nobody made one.
    if (piece.x.length > 1) pieces.push({ type: 'ink', precision: form.precision, points: encode(piece) });
    piece = { x: [], y: [], pressure: [] };
  };

  let out = isOut(0, 0);
  if (out) add(0, 0);
  for (let i = 1; i < x.length; i++) {
    // Where the eraser comes nearest may lie between two points that both are out of its reach.
    const far = isFar(i);
    const near = far ? 0 : nearest(i);
    const hole = !far && !isOut(i, near);
    const outNext = far || isOut(i, 1);
    if (out && hole) {
      add(i, edge(i, 0, near));
      finish();
    }
    if (hole && outNext) add(i, edge(i, 1, near));
    else if (!out && outNext) add(i, edge(i, 1, 0));
    else if (out && !hole && !outNext) {
      add(i, edge(i, 0, 1));
      finish();
    }
    if (outNext) add(i, 1);
    out = outNext;
  }
  finish();
  return pieces;
}
