// Ink as text and back, as docs/protocol.md says (*Ink*): three numbers a point, as differences from a straight
// continuation, zigzagged, in groups of five bits. Some four letters a point.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[LETTERS.charCodeAt(i)] = i;
const FARTHEST = 2 ** 28;

export const MOST_POINTS = 10_000;
export const FULL_PRESSURE = 63;
export const NO_PRESSURE = 32; // the device knows none

/** @typedef {{x: number[], y: number[], pressure: number[]}} InkPoints whole quanta; pressure 0 to 63 */

/** Thrown by `decode`; says what is wrong. */
export class InkError extends Error {}

/** @param {InkPoints} points from the point `from` on, which is written as if it were the first @param {number} from */
export function encode({ x, y, pressure }, from = 0) {
  let text = '';
  const number = (/** @type {number} */ n) => {
    let rest = ((n << 1) ^ (n >> 31)) >>> 0;
    for (; rest >= 32; rest >>>= 5) text += LETTERS[32 + (rest & 31)];
    text += LETTERS[rest];
  };
  for (let i = from; i < x.length; i++) {
    const back = Math.min(i - from, 2);
    number(x[i] - (back === 0 ? 0 : back === 1 ? x[i - 1] : 2 * x[i - 1] - x[i - 2]));
    number(y[i] - (back === 0 ? 0 : back === 1 ? y[i - 1] : 2 * y[i - 1] - y[i - 2]));
    number(pressure[i] - (back === 0 ? 0 : pressure[i - 1]));
  }
  return text;
}

/** @param {string} text @returns {InkPoints} */
export function decode(text) {
  /** @type {InkPoints} */
  const points = { x: [], y: [], pressure: [] };
  const { x, y, pressure } = points;
  let at = 0;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      if (at >= text.length) throw new InkError('ink: cut in a number');
      const group = VALUES[text.charCodeAt(at++)] ?? -1;
      if (group < 0) throw new InkError('ink: letters, digits, - and _');
      if (shift > 30 || (shift === 30 && (group & 31) > 3)) throw new InkError('ink: a number too large');
      value += (group & 31) * 2 ** shift;
      if (group < 32) break;
    }
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  };
  const place = (/** @type {number} */ value) => {
    if (Math.abs(value) > FARTHEST) throw new InkError('ink: too far');
    return value;
  };
  for (let i = 0; at < text.length; i++) {
    if (i >= MOST_POINTS) throw new InkError('ink: too many points');
    x.push(place(number() + (i === 0 ? 0 : i === 1 ? x[0] : 2 * x[i - 1] - x[i - 2])));
    y.push(place(number() + (i === 0 ? 0 : i === 1 ? y[0] : 2 * y[i - 1] - y[i - 2])));
    const pressed = number() + (i === 0 ? 0 : pressure[i - 1]);
    if (pressed < 0 || pressed > FULL_PRESSURE) throw new InkError('ink: pressure is 0 to 63');
    pressure.push(pressed);
  }
  if (x.length === 0) throw new InkError('ink: no point');
  return points;
}

/** @type {WeakMap<object, InkPoints>} forms are values: what was read of one stays right */
const read = new WeakMap();
/** @type {InkPoints} */
const NOTHING = { x: [0], y: [0], pressure: [NO_PRESSURE] };

/** The points of a form, read once. What the server let through and isn't ink after all is a dot. @param {any} form */
export function pointsOf(form) {
  let points = read.get(form);
  if (!points) {
    try {
      points = decode(form.points);
    } catch (error) {
      if (!(error instanceof InkError)) throw error;
      points = NOTHING;
    }
    read.set(form, points);
  }
  return points;
}
