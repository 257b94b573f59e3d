// The part of a page that the screen shows: page point (x, y) is in the screen's upper left corner. A value.

/** @typedef {{x: number, y: number, zoom: number, width: number, height: number}} Viewport `zoom`: screen pixels (of CSS) per page unit */
/** @typedef {import('./board-wire.js').Region} Region */

export const MIN_ZOOM = 0.1;
export const MAX_ZOOM = 8;
const FARTHEST = 1_000_000;

/** @param {number} value @param {number} least @param {number} most */
export const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

/** @param {number} zoom */
export const clampZoom = (zoom) => clamp(zoom, MIN_ZOOM, MAX_ZOOM);

/** @param {number} x @param {number} y @param {number} zoom @param {number} width @param {number} height @returns {Viewport} */
export const viewport = (x, y, zoom, width, height) => ({
  x: clamp(x, -FARTHEST, FARTHEST), y: clamp(y, -FARTHEST, FARTHEST), zoom: clampZoom(zoom), width: Math.max(1, width), height: Math.max(1, height),
});

/** As large as it fits, in the middle, with a margin around. @param {Region} part @param {number} width @param {number} height @param {number} marginPixels */
export function fitting(part, width, height, marginPixels) {
  const zoom = clampZoom(Math.min((width - 2 * marginPixels) / Math.max(part.width, 1e-6), (height - 2 * marginPixels) / Math.max(part.height, 1e-6)));
  return viewport(part.x + part.width / 2 - width / zoom / 2, part.y + part.height / 2 - height / zoom / 2, zoom, width, height);
}

/** @param {Viewport} view @param {number} screenX @param {number} screenY */
export const toPagePoint = (view, screenX, screenY) => ({ x: view.x + screenX / view.zoom, y: view.y + screenY / view.zoom });

/** The page goes with the hand by that many page units. @param {Viewport} view @param {number} dx @param {number} dy */
export const pannedBy = (view, dx, dy) => viewport(view.x - dx, view.y - dy, view.zoom, view.width, view.height);

/** The page point under that place of the screen stays there. @param {Viewport} view @param {number} screenX @param {number} screenY @param {number} nextZoom */
export function zoomedAround(view, screenX, screenY, nextZoom) {
  const next = clampZoom(nextZoom);
  const { x, y } = toPagePoint(view, screenX, screenY);
  return viewport(x - screenX / next, y - screenY / next, next, view.width, view.height);
}

/** A screen of another size; what was in its middle stays there. @param {Viewport} view @param {number} width @param {number} height */
export const resized = (view, width, height) =>
  viewport(view.x + (view.width - width) / view.zoom / 2, view.y + (view.height - height) / view.zoom / 2, view.zoom, width, height);

/** @param {Viewport} view @returns {Region} */
export const regionOf = (view) => ({ x: view.x, y: view.y, width: view.width / view.zoom, height: view.height / view.zoom });
