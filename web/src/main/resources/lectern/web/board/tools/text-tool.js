// Asks for a text: a new one where nothing is, that one where a text is that may be changed. Pulling says how wide the new one may
// become. The writing itself is done in a field over the board (input methods), which hands the words to `written`.

import { frameAt } from '../frame.js';
import { topAt } from '../hit.js';
import { units } from './desk.js';
import { lookOf } from './style.js';

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */
/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../board-wire.js').Point} Point */
/** @typedef {import('../board-wire.js').Shape} Shape */
/** @typedef {{id: string | null, frame: import('../board-wire.js').Frame, look: import('../board-wire.js').Look, text: string, width: number, size: number, bold: boolean}} AskedText `id` null begins a new one; `width` 0 breaks nowhere */

const PULLED_PIXELS = 20;
const TEXT_CHARS = 10_000;

/** @param {Shape} shape a text @returns {ToolOutput} */
export const editText = ({ id, frame, look, form }) => ({ do: 'edit-text', asked: { id, frame, look, text: form.text, width: form.width, size: form.size, bold: form.bold } });

/** @param {Desk} desk @param {number} x @param {number} y */
export function textAt(desk, x, y) {
  const top = topAt(desk.sheet(), x, y, 0, desk.mayChange);
  return top?.form.type === 'text' ? top : null;
}

/**
 * What becomes of a text that was asked for. Nothing written is no text; a text that was emptied is deleted.
 * @param {Desk} desk @param {AskedText} asked @param {string} words @param {{width: number, height: number}} size of what was written
 * @returns {import('../board-wire.js').Change[]}
 */
export function written(desk, { id, frame, look, size, bold }, words, { width, height }) {
  const text = words.slice(0, TEXT_CHARS);
  const before = id ? desk.sheet().find(id) : null;
  if (id && !before) return [];
  if (!text.trim()) return before ? [{ type: 'delete', ids: [before.id] }] : [];
  const form = { type: 'text', text, width, height, size, bold };
  if (!before) return [{ type: 'add', shape: { id: desk.newId(), order: desk.topOrder(), frame, look, form } }];
  return text === before.form.text && width === before.form.width ? [] : [{ type: 'set', id: before.id, form }];
}

/** @implements {import('./desk.js').Tool} */
export class TextTool {
  /** @type {import('./desk.js').Cursor} */
  cursor = 'text';
  #desk;
  /** @type {Point | null} */
  #from = null;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  get isInHand() {
    return this.#from !== null;
  }

  /** @param {import('./desk.js').PointerInput} input @returns {ToolOutput[]} */
  handle({ kind, x, y }) {
    const began = this.#from;
    if (kind === 'down') this.#from = { x, y };
    else if (kind === 'up' || kind === 'cancel') this.#from = null;
    return kind === 'up' && began ? [this.#request(began, { x, y })] : [];
  }

  /** @returns {ToolOutput[]} */
  cancel() {
    this.#from = null;
    return [];
  }

  /** @param {Point} began @param {Point} to @returns {ToolOutput} */
  #request(began, to) {
    const width = Math.abs(to.x - began.x);
    const pulled = width > units(this.#desk, PULLED_PIXELS);
    const there = pulled ? null : textAt(this.#desk, to.x, to.y);
    if (there) return editText(there);
    const style = this.#desk.style();
    // A click is where the middle of the first line is to be.
    const top = pulled ? Math.min(began.y, to.y) : began.y - style.textSize * 0.65;
    const frame = frameAt(Math.min(began.x, to.x), top);
    return { do: 'edit-text', asked: { id: null, frame, look: lookOf.text(style), text: '', width: pulled ? width : 0, size: style.textSize, bold: style.bold } };
  }
}
