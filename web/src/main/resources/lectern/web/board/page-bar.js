// Which page is shown, and how near.

import { h } from '../dom.js';
import { icon } from '../icons.js';
import { label, say } from '../language.js';

/** @typedef {{onTurn: (by: number) => void, onZoom: (factor: number) => void, onFit: () => void}} PageActions */

const ZOOM_STEP = 1.25;

export class PageBar {
  #back;
  #on;
  #where = h('span', { class: 'board-where' });
  #zoom;
  element;
  zoom;

  /** @param {PageActions} actions */
  constructor({ onTurn, onZoom, onFit }) {
    const button = (/** @type {string} */ glyph, /** @type {string} */ word, /** @type {() => void} */ onClick) =>
      label(h('button', { class: 'board-tool', type: 'button', data: { page: glyph }, on: { click: onClick } }, icon(glyph)), word);
    this.#back = button('previous', 'board.previous', () => onTurn(-1));
    this.#on = button('next', 'board.next', () => onTurn(1));
    this.#zoom = label(h('button', { class: 'board-percent', type: 'button', data: { page: 'fit' }, on: { click: onFit } }), 'board.fit');
    this.element = h('div', { class: 'board-pages' }, this.#back, this.#where, this.#on);
    this.zoom = h('div', { class: 'board-zoom' }, button('minus', 'board.zoom-out', () => onZoom(1 / ZOOM_STEP)), this.#zoom, button('plus', 'board.zoom-in', () => onZoom(ZOOM_STEP)));
  }

  /** @param {{pages: import('./board-wire.js').Page[], shown: string, zoom: number, locked: boolean}} state */
  show({ pages, shown, zoom, locked }) {
    const at = pages.findIndex(({ id }) => id === shown);
    this.#back.disabled = at <= 0;
    this.#on.disabled = at < 0 || at >= pages.length - 1;
    const title = pages[at]?.title ?? '';
    say(this.#where, title ? 'board.page-titled' : 'board.page', { n: at + 1, all: pages.length, title });
    this.#zoom.textContent = `${Math.round(zoom * 100)} %`;
    this.zoom.hidden = locked;
    this.element.hidden = pages.length < 2 || at < 0;
  }
}
