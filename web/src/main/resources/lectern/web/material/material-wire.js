// What the server says of teaching materials over HTTP: read and checked, as ../wire.js does with messages.

import { WireError, flag, kindOf, list, number, object, optional, text } from '../checks.js';

/** @typedef {import('../board/board-wire.js').Region} Region */
/** @typedef {{width: number, height: number, text: boolean, slide: number, step: number, hidden: boolean, notes?: string}} OutlinePage */
/** @typedef {{title: string, pages: OutlinePage[], missingFonts: string[], incomplete: number[]}} Outline */
/** @typedef {{type: 'reading', done: number, all: number} | {type: 'ready', outline: Outline} | {type: 'refused', why: string, words: string}} DocumentReport */
/** @typedef {{text: string, place: Region, lineEnd: boolean}} Word */
/** @typedef {{place: Region, number?: number, address?: string}} Link */
/** @typedef {{words: Word[], links: Link[]}} PageText */
/** @typedef {{page: string, places: Region[], around: string}} Hit */
/** @typedef {{asset: string, kind: string}} Uploaded */

const region = object({ x: number, y: number, width: number, height: number });
const page = object({ width: number, height: number, text: flag, slide: number, step: number, hidden: flag, notes: optional(text) });
const outline = object({ title: text, pages: list(page), missingFonts: list(text), incomplete: list(number) });
const report = kindOf({ reading: { done: number, all: number }, ready: { outline }, refused: { why: text, words: text } });
const pageText = object({
  words: list(object({ text, place: region, lineEnd: flag })),
  links: list(object({ place: region, number: optional(number), address: optional(text) })),
});
const hits = list(object({ page: text, places: list(region), around: text }));
const uploaded = object({ asset: text, kind: text });

/** @param {string} json @param {import('../checks.js').Check} check @param {string} what @returns {any} */
function checked(json, check, what) {
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    throw new WireError(`${what}: not JSON`);
  }
  check(value, what);
  return value;
}

/** One line of them. @param {string} json @returns {DocumentReport} */
export const readReport = (json) => checked(json, report, 'report');

/** @param {string} json @returns {PageText} */
export const readPageText = (json) => checked(json, pageText, 'text');

/** @param {string} json @returns {Hit[]} */
export const readHits = (json) => checked(json, hits, 'hits');

/** @param {string} json @returns {Uploaded} */
export const readUploaded = (json) => checked(json, uploaded, 'uploaded');
