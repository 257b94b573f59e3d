// Where a shape stands: from its own coordinates to the page's and back.

/** @typedef {import('./board-wire.js').Frame} Frame */
/** @typedef {import('./board-wire.js').Point} Point */

/** @param {number} x @param {number} y @returns {Frame} */
export const frameAt = (x, y) => ({ x, y, rotation: 0, scaleX: 1, scaleY: 1 });

/** @param {Frame} frame @param {number} dx @param {number} dy @returns {Frame} */
export const movedBy = (frame, dx, dy) => ({ ...frame, x: frame.x + dx, y: frame.y + dy });

/** Cosine and sine. Unturned shapes, nearly all, are to stay exactly where they are. @param {number} degrees @returns {[number, number]} */
export function turn(degrees) {
  if (degrees === 0) return [1, 0];
  const radians = degrees * (Math.PI / 180);
  return [Math.cos(radians), Math.sin(radians)];
}

/** @param {Frame} frame @param {number} x @param {number} y @returns {Point} */
export function toPage(frame, x, y) {
  const [cos, sin] = turn(frame.rotation);
  const sx = x * frame.scaleX;
  const sy = y * frame.scaleY;
  return { x: frame.x + cos * sx - sin * sy, y: frame.y + sin * sx + cos * sy };
}

/** @param {Frame} frame @param {number} x @param {number} y @returns {Point} */
export function toForm(frame, x, y) {
  const [cos, sin] = turn(frame.rotation);
  const dx = x - frame.x;
  const dy = y - frame.y;
  return { x: (cos * dx + sin * dy) / frame.scaleX, y: (cos * dy - sin * dx) / frame.scaleY };
}
