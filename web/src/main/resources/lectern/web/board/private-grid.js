// The pages of all students, as they write on them. A click opens one.

import { h, mark } from '../dom.js';
import { icon } from '../icons.js';
import { label, say } from '../language.js';
import { privatePages, titleOf } from './pages-of.js';

/** @typedef {import('./board-client.js').BoardClient} BoardClient */
/** @typedef {{canvas: HTMLCanvasElement, name: HTMLElement, element: HTMLElement, writes: ReturnType<typeof setTimeout> | undefined}} Cell */

const WRITES_MS = 3_000;

export class PrivateGrid {
  #client;
  #thumbnails;
  #onOpen;
  #heading = h('h2', {});
  #collect;
  #cells = h('div', { class: 'grid-cells' });
  #none = say(h('p', { class: 'hint' }), 'board.grid-none');
  /** @type {Map<string, Cell>} */
  #all = new Map();
  element;

  /** @param {BoardClient} client @param {import('./thumbnails.js').Thumbnails} thumbnails @param {{onOpen: (page: string) => void, onCollect: () => void, onClose: () => void}} actions */
  constructor(client, thumbnails, { onOpen, onCollect, onClose }) {
    this.#client = client;
    this.#thumbnails = thumbnails;
    this.#onOpen = onOpen;
    this.#collect = h('button', { class: 'button primary small', type: 'button', data: { action: 'collect' }, on: { click: onCollect } }, icon('collect'), say(h('span', {}), 'board.collect'));
    const close = label(h('button', { class: 'board-tool', type: 'button', data: { action: 'close-grid' }, on: { click: onClose } }, icon('close')), 'board.grid-close');
    this.element = say(h('section', { class: 'private-grid', hidden: true, tabIndex: -1 },
      h('header', {}, this.#heading, this.#collect, close), this.#cells, this.#none), 'board.grid', {}, 'aria-label');
    this.element.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    });
  }

  /** @param {{open: boolean, nameOf: (participant: string) => string}} state */
  show({ open, nameOf }) {
    const opened = open && this.element.hidden;
    this.element.hidden = !open;
    if (!open) {
      for (const id of [...this.#all.keys()]) this.#forget(id);
      return;
    }
    const named = privatePages(this.#client).map((page) => ({ page, name: titleOf(this.#client, page, nameOf) }));
    named.sort((one, other) => Number(one.page.collected) - Number(other.page.collected) || one.name.localeCompare(other.name));
    say(this.#heading, this.#client.handOut ? 'board.grid-heading' : 'board.grid-collected', { n: named.length });
    this.#collect.hidden = !this.#client.handOut;
    this.#none.hidden = named.length > 0;
    for (const id of [...this.#all.keys()]) if (!named.some(({ page }) => page.id === id)) this.#forget(id);
    named.forEach(({ page, name }, i) => {
      const cell = this.#all.get(page.id) ?? this.#make(page.id);
      cell.name.textContent = name;
      mark(cell.element, 'collected', page.collected);
      mark(cell.element, 'shown', page.shown);
      if (this.#cells.children[i] !== cell.element) this.#cells.insertBefore(cell.element, this.#cells.children[i] ?? null);
    });
    if (opened) this.element.focus({ preventScroll: true });
  }

  /** Somebody does something on a page. @param {string} page */
  writes(page) {
    const cell = this.#all.get(page);
    if (!cell) return;
    clearTimeout(cell.writes);
    mark(cell.element, 'writes', true);
    cell.writes = setTimeout(() => mark(cell.element, 'writes', false), WRITES_MS);
  }

  /** @param {string} id @returns {Cell} */
  #make(id) {
    const canvas = h('canvas', { class: 'page-canvas' });
    const name = h('span', { class: 'grid-name' });
    const element = h('button', { class: 'grid-cell', type: 'button', data: { page: id }, on: { click: () => this.#onOpen(id) } },
      canvas, h('span', { class: 'grid-foot' }, name, icon('pen'), icon('collect'), icon('eye')));
    const cell = { canvas, name, element, writes: undefined };
    this.#all.set(id, cell);
    this.#thumbnails.show(canvas, id);
    return cell;
  }

  /** @param {string} id */
  #forget(id) {
    const cell = this.#all.get(id);
    if (!cell) return;
    clearTimeout(cell.writes);
    this.#thumbnails.forget(cell.canvas);
    cell.element.remove();
    this.#all.delete(id);
  }
}
