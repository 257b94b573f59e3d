// Which pictures of documents' pages are to be here, the most wanted first. Values in, values out; fetching is page-pictures.js.

import { MAX_LEVEL, MIN_LEVEL, isWhole, levelFor, regionOfTile, tilesIn, tilingOf } from './tiling.js';

/** @typedef {import('../board/board-wire.js').Region} Region */
/** @typedef {{document: string, number: number, width: number, height: number}} DocumentPage of which document, and its size in page units */
/** @typedef {DocumentPage & {level: number, column: number, row: number, whole: boolean, pixels: number, region: Region}} Part one picture that the server has */
/** @typedef {{page: DocumentPage, region: Region, pixelsPerUnit: number, fitted: number}} Look what of a page is shown, how sharp; `fitted`: pixels a page unit where all of it is */
/** @typedef {{page: DocumentPage, fitted: number}} Ahead a page that may be shown next */

/** @param {import('../board/board-wire.js').Page | null} page @returns {DocumentPage | null} */
export const documentPage = (page) => (page?.ground.type === 'document' && page.width > 0 && page.height > 0
  ? { document: page.ground.document, number: page.ground.number, width: page.width, height: page.height } : null);

/** @param {{document: string, number: number}} page */
export const keyOfPage = ({ document, number }) => `${document}/${number}`;

/** The way to it on the server, which is its name here, too. @param {Part} part */
export const pathOf = (part) => `/document/${keyOfPage(part)}/${part.level}${part.whole ? '' : `/${part.column}-${part.row}`}`;

/** @param {DocumentPage} page @param {number} level @param {Region} [region] all of the page where none is named @returns {Part[]} */
export function partsOf(page, level, region = { x: 0, y: 0, width: page.width, height: page.height }) {
  const tiling = tilingOf(page.width, page.height, level);
  const whole = isWhole(tiling);
  const unit = 2 ** -level;
  return tilesIn(tiling, region).map(({ column, row }) => {
    const shows = regionOfTile(tiling, column, row);
    return { ...page, level, column, row, whole, region: shows, pixels: Math.round((shows.width / unit) * (shows.height / unit)) };
  });
}

/** The highest level up to `level` at which what is shown has at most so many pixels. @param {{page: DocumentPage, region: Region}} look @param {number} mostPixels @param {number} level @returns {Part[]} */
function bearable({ page, region }, mostPixels, level) {
  for (let at = level; ; at--) {
    const parts = partsOf(page, at, region);
    if (at === MIN_LEVEL || parts.reduce((sum, { pixels }) => sum + pixels, 0) <= mostPixels) return parts;
  }
}

/** The highest level up to `level` at which a whole page has at most so many pixels. @param {DocumentPage} page @param {number} level @param {number} mostPixels */
export function levelWithin(page, level, mostPixels) {
  const region = { x: 0, y: 0, width: page.width, height: page.height };
  return bearable({ page, region }, mostPixels, level)[0].level;
}

/** The highest level up to that at which a page is one picture. @param {DocumentPage} page @param {number} level */
export function wholeLevel(page, level) {
  let at = Math.min(level, MAX_LEVEL);
  while (at > MIN_LEVEL && !isWhole(tilingOf(page.width, page.height, at))) at--;
  return at;
}

/**
 * What is wanted for what is looked at: a picture of the whole page where there is none yet, then what is seen, sharp; then the
 * pages that come next, as large as they will be fitted.
 * @param {Look | null} look @param {Ahead[]} ahead the nearest first
 * @param {{mostPixels: number, has: (page: DocumentPage) => boolean}} here `has`: some picture of that page is here
 * @returns {Part[]}
 */
export function plan(look, ahead, { mostPixels, has }) {
  const all = [];
  if (look) {
    const sharp = bearable(look, mostPixels, levelFor(look.pixelsPerUnit));
    if (sharp.length > 1 && !has(look.page)) all.push(...wholeOf(look.page, look.fitted));
    all.push(...sharp);
  }
  for (const { page, fitted } of ahead) all.push(...wholeOf(page, fitted));
  return all;
}

/** One picture of all of it, as sharp as such a one can be. @param {DocumentPage} page @param {number} pixelsPerUnit */
export function wholeOf(page, pixelsPerUnit) {
  return partsOf(page, wholeLevel(page, levelFor(pixelsPerUnit)));
}
