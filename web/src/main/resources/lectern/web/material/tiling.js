// How the picture of a document's page is cut at a level: whole where it is small enough, otherwise into squares from the upper
// left. Level k has 2^k pixels a page unit. The same as `lectern.protocol.material.Tiling`, held against the same examples.

/** @typedef {import('../board/board-wire.js').Region} Region */
/** @typedef {{level: number, width: number, height: number, columns: number, rows: number}} Tiling `width`, `height`: of the whole picture, in pixels */

export const MIN_LEVEL = -4;
export const MAX_LEVEL = 3;
const TILE = 1024; // the side of a square, in pixels
const WHOLE = 2600; // a picture whose longer side is at most that isn't cut
const HAIR = 1.05; // so much above a level isn't worth four times the pixels

/** @param {number} units @param {number} level */
const pixels = (units, level) => Math.max(1, Math.ceil(units * 2 ** level - 1e-6));

/** @param {number} pageWidth in page units @param {number} pageHeight @param {number} level @returns {Tiling} */
export function tilingOf(pageWidth, pageHeight, level) {
  const width = pixels(pageWidth, level);
  const height = pixels(pageHeight, level);
  const whole = Math.max(width, height) <= WHOLE;
  return { level, width, height, columns: whole ? 1 : Math.ceil(width / TILE), rows: whole ? 1 : Math.ceil(height / TILE) };
}

/** Is it one picture, under an address of its own? @param {Tiling} tiling */
export const isWhole = ({ columns, rows, width, height }) => columns === 1 && rows === 1 && Math.max(width, height) <= WHOLE;

/** The lowest level that is as sharp as a screen with so many pixels a page unit can show. @param {number} pixelsPerUnit */
export function levelFor(pixelsPerUnit) {
  let level = MIN_LEVEL;
  while (level < MAX_LEVEL && 2 ** level * HAIR < pixelsPerUnit) level++;
  return level;
}

/** What a tile shows, in page units. @param {Tiling} tiling @param {number} column @param {number} row @returns {Region} */
export function regionOfTile(tiling, column, row) {
  const unit = 2 ** -tiling.level;
  const side = isWhole(tiling) ? WHOLE : TILE;
  return {
    x: column * side * unit, y: row * side * unit,
    width: Math.min(side, tiling.width - column * side) * unit, height: Math.min(side, tiling.height - row * side) * unit,
  };
}

/** The tiles that show something of a region, those nearest to its middle first. @param {Tiling} tiling @param {Region} region in page units @returns {{column: number, row: number}[]} */
export function tilesIn(tiling, region) {
  const side = (isWhole(tiling) ? WHOLE : TILE) * 2 ** -tiling.level;
  const first = (/** @type {number} */ at) => Math.max(0, Math.floor(at / side));
  const last = (/** @type {number} */ at, /** @type {number} */ count) => Math.min(count - 1, Math.ceil(at / side) - 1);
  const found = [];
  for (let row = first(region.y); row <= last(region.y + region.height, tiling.rows); row++)
    for (let column = first(region.x); column <= last(region.x + region.width, tiling.columns); column++) found.push({ column, row });
  const far = (/** @type {{column: number, row: number}} */ { column, row }) =>
    Math.hypot((column + 0.5) * side - region.x - region.width / 2, (row + 0.5) * side - region.y - region.height / 2);
  return found.sort((one, other) => far(one) - far(other));
}
