// What is said of the whiteboard: the messages we send and checks of those we get. A part of ../wire.js, which reads.

import { flag, kindOf, list, number, object, oneOf, optional, text } from '../checks.js';

/** @typedef {{x: number, y: number}} Point */
/** @typedef {{x: number, y: number, width: number, height: number}} Region */
/** @typedef {{x: number, y: number, rotation: number, scaleX: number, scaleY: number}} Frame */
/** @typedef {'solid' | 'dashed' | 'dotted'} Dash */
/** @typedef {{colour: string, width: number, opacity: number, fill?: string, dash: Dash}} Look `colour` is `ink` or #rrggbb */
/**
 * @typedef {{type: 'ink', precision: number, points: string}
 *   | {type: 'path', points: Point[], closed: boolean, start: 'none' | 'arrow', end: 'none' | 'arrow'}
 *   | {type: 'rectangle' | 'ellipse', width: number, height: number}
 *   | {type: 'text', text: string, width: number, height: number, size: number, bold: boolean}
 *   | {type: 'picture', asset: string, width: number, height: number}} Form
 */
/** @typedef {{id: string, order: number, frame: Frame, look: Look, form: any}} Shape `form` is a Form */
/** @typedef {{type: 'add', shape: Shape}} Add */
/** @typedef {{type: 'set', id: string, order?: number, frame?: Frame, look?: Look, form?: any}} SetParts */
/** @typedef {Add | SetParts | {type: 'delete' | 'restore', ids: string[]}} Change */
/**
 * @typedef {{type: 'paper', ruling: 'plain' | 'grid' | 'lined' | 'dotted', dark: boolean}
 *   | {type: 'picture', asset: string} | {type: 'document', document: string, number: number} | {type: 'clip', clip: string, picture: boolean}
 *   | {type: 'screen', of: string}} Ground
 */
/**
 * @typedef {{id: string, order: number, title: string, ground: any, width: number, height: number, owner?: string,
 *   collected: boolean, shown: boolean, hidden: boolean, curtain?: Region, playback?: Playback}} Page `ground` is a Ground
 */
/** @typedef {{playing: boolean, positionS: number, rate: number, at: string}} Playback how a clip plays, by the server's clock */
/** @typedef {{all: boolean, some: string[]}} Drawing */
/** @typedef {{worksheet: string, to?: string[]}} HandOut */
/** @typedef {{pages: Page[], current: string, drawing: Drawing, handOut?: HandOut}} Board */
/** @typedef {{id: string, look: Look, x: number, y: number, precision: number, from: number, points: string}} StrokeInHand */
/** @typedef {{page: string, cursor?: Point, laser: boolean, stroke?: StrokeInHand, shape?: Shape, view?: Region}} Presence */

/** @typedef {{title: string, ground: any, width: number, height: number, hidden: boolean}} NewPage */

export const OPEN_PAGES = 320;
export const PAGES_AT_ONCE = 200; // that are added
export const CHANGES = 500; // in one edit
export const IDS = 2_000; // in one change

/** What this client says of the board; becomes a part of `say`. */
export const sayOfBoard = {
  /** @param {{page: string, revision: number}[]} pages all that are shown, each time */
  openPages: (pages) => ({ type: 'open-pages', pages: pages.slice(0, OPEN_PAGES) }),
  /** @param {string} page @param {number} number @param {Change[]} changes */
  edit: (page, number, changes) => ({ type: 'edit', page, number, changes }),
  /** @param {Presence} presence */
  presence: (presence) => ({ type: 'presence', presence }),
  /** @param {{after: string | null, title: string, ground: any, width: number, height: number, copyOf: string | null}} page */
  addPage: ({ after, title, ground, width, height, copyOf }) => ({ type: 'add-page', after, title, ground, width, height, copyOf }),
  /** Several at once, one behind the other, all or none. @param {string | null} after @param {NewPage[]} pages at most PAGES_AT_ONCE */
  addPages: (after, pages) => ({
    type: 'add-pages', after, pages: pages.map(({ title, ground, width, height, hidden }) => ({ title, ground, width, height, hidden })),
  }),
  /** @param {string} page @param {{order: number, title: string, ground: any, width: number, height: number, hidden: boolean, curtain?: Region | null}} next all as it is to be */
  changePage: (page, { order, title, ground, width, height, hidden, curtain = null }) =>
    ({ type: 'change-page', page, order, title, ground, width, height, hidden, curtain }),
  /** @param {string} page */
  deletePage: (page) => ({ type: 'delete-page', page }),
  /** @param {string} page */
  restorePage: (page) => ({ type: 'restore-page', page }),
  /** @param {string} page */
  turnTo: (page) => ({ type: 'turn-to', page }),
  /** @param {Drawing} drawing */
  allowDrawing: (drawing) => ({ type: 'allow-drawing', drawing }),
  /** @param {HandOut} handOut */
  handOut: (handOut) => ({ type: 'hand-out', handOut }),
  collect: () => ({ type: 'collect' }),
  /** @param {string} page @param {{playing: boolean, positionS: number, rate: number}} clip as it is to play for all */
  playClip: (page, { playing, positionS, rate }) => ({ type: 'play-clip', page, playing, positionS, rate }),
};

const point = object({ x: number, y: number });
const region = object({ x: number, y: number, width: number, height: number });
const frame = object({ x: number, y: number, rotation: number, scaleX: number, scaleY: number });
const look = object({ colour: text, width: number, opacity: number, fill: optional(text), dash: oneOf('solid', 'dashed', 'dotted') });
const head = oneOf('none', 'arrow');
const form = kindOf({
  ink: { precision: number, points: text },
  path: { points: list(point), closed: flag, start: head, end: head },
  rectangle: { width: number, height: number },
  ellipse: { width: number, height: number },
  text: { text, width: number, height: number, size: number, bold: flag },
  picture: { asset: text, width: number, height: number },
});
const shape = object({ id: text, order: number, frame, look, form });
const change = kindOf({
  add: { shape },
  set: { id: text, order: optional(number), frame: optional(frame), look: optional(look), form: optional(form) },
  delete: { ids: list(text) },
  restore: { ids: list(text) },
});
const ground = kindOf({
  paper: { ruling: oneOf('plain', 'grid', 'lined', 'dotted'), dark: flag },
  picture: { asset: text },
  document: { document: text, number },
  clip: { clip: text, picture: flag },
  screen: { of: text },
});
const playback = object({ playing: flag, positionS: number, rate: number, at: text });
const page = object({
  id: text, order: number, title: text, ground, width: number, height: number, owner: optional(text), collected: flag,
  shown: flag, hidden: flag, curtain: optional(region), playback: optional(playback),
});
const drawing = object({ all: flag, some: list(text) });
const handOut = object({ worksheet: text, to: optional(list(text)) });
const stroke = object({ id: text, look, x: number, y: number, precision: number, from: number, points: text });
const presence = object({
  page: text, cursor: optional(point), laser: flag, stroke: optional(stroke), shape: optional(shape), view: optional(region),
});

/** @type {Record<string, Record<string, import('../checks.js').Check>>} */
export const BOARD_EVENTS = {
  'page-added': { page, copyOf: optional(text) },
  'page-changed': { page },
  'page-deleted': { page: text },
  'page-restored': { page },
  'turned-to': { page: text },
  'drawing-allowed': { drawing },
  'handed-out': { handOut },
  collected: {},
  edited: { page: text, revision: number, by: text, number, changes: list(change) },
};

/** @type {Record<string, Record<string, import('../checks.js').Check>>} */
export const BOARD_MESSAGES = {
  board: { board: object({ pages: list(page), current: text, drawing, handOut: optional(handOut) }), lastEdit: number },
  'page-part': { page: text, revision: number, part: number, parts: number, shapes: list(shape) },
  presence: { participant: text, presence },
};
