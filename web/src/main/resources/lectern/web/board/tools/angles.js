// Degrees, clockwise on the screen.

/** @typedef {import('../board-wire.js').Point} Point */

const STEP = 15;

/** @param {number} degrees */
export const toRadians = (degrees) => degrees * (Math.PI / 180);

/** @param {number} radians */
export const toDegrees = (radians) => radians * (180 / Math.PI);

/** To the nearest step of 15°. @param {number} degrees */
export const snapped = (degrees) => Math.round(degrees / STEP) * STEP;

/** From -180 (without) to 180. @param {number} degrees */
export function normal(degrees) {
  const rest = degrees % 360;
  if (rest > 180) return rest - 360;
  return rest <= -180 ? rest + 360 : rest;
}

/** From one direction to another, seen from a point. @param {Point} at @param {Point} from @param {Point} to */
export const between = (at, from, to) =>
  normal(toDegrees(Math.atan2(to.y - at.y, to.x - at.x) - Math.atan2(from.y - at.y, from.x - at.x)));

/** A point that is that far along and across a direction. @param {number} x @param {number} y @param {number} degrees @param {number} along @param {number} across @returns {Point} */
export function turned(x, y, degrees, along, across) {
  const cos = Math.cos(toRadians(degrees));
  const sin = Math.sin(toRadians(degrees));
  return { x: x + cos * along - sin * across, y: y + sin * along + cos * across };
}

/** The point in the direction that is nearest to a step of 15°, as far as the pen went along it. @param {Point} from @param {number} x @param {number} y @returns {Point} */
export function stepped(from, x, y) {
  const direction = toRadians(snapped(toDegrees(Math.atan2(y - from.y, x - from.x))));
  const far = (x - from.x) * Math.cos(direction) + (y - from.y) * Math.sin(direction);
  return { x: from.x + far * Math.cos(direction), y: from.y + far * Math.sin(direction) };
}
