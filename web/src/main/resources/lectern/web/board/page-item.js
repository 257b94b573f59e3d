// One page in the list of pages: a small picture, its number and title; for those who lead a menu.

import { h, mark } from '../dom.js';
import { announce, icon } from '../icons.js';
import { label, say } from '../language.js';

/** @typedef {import('./board-wire.js').Page} Page */

export class PageItem {
  canvas = h('canvas', { class: 'page-canvas' });
  page;
  element;
  #number = h('span', { class: 'page-number' });
  #title = h('span', { class: 'page-title' });
  #open;
  #hidden = icon('eye-off');
  #more;
  #foot;
  #onRename;

  /** @param {Page} page @param {{onOpen: (page: Page, event: MouseEvent) => void, onMore: (item: PageItem, face: HTMLElement) => void, onRename: (page: Page, title: string) => void}} actions */
  constructor(page, { onOpen, onMore, onRename }) {
    this.page = page;
    this.#onRename = onRename;
    this.#open = h('button', { class: 'page-open', type: 'button', on: { click: (/** @type {MouseEvent} */ event) => onOpen(this.page, event) } }, this.canvas);
    this.#more = label(h('button', { class: 'board-tool page-more', type: 'button', data: { action: 'page-more' } }, icon('more')), 'board.page-more');
    this.#more.addEventListener('click', () => onMore(this, this.#more));
    this.#foot = h('div', { class: 'page-foot' }, this.#number, this.#hidden, this.#title, this.#more);
    this.element = h('li', { class: 'page-item', data: { page: page.id } }, this.#open, this.#foot);
  }

  /** @param {Page} page @param {{n: number, name: string, current: boolean, shown: boolean, leads: boolean, chosen: boolean}} state `current`: the class's; `shown`: looked at; `chosen`: with others, for what is done next */
  show(page, { n, name, current, shown, leads, chosen }) {
    this.page = page;
    this.#number.textContent = String(n);
    this.#title.textContent = page.title;
    this.#more.hidden = !leads;
    mark(this.element, 'current', current);
    mark(this.element, 'hidden', page.hidden);
    mark(this.element, 'chosen', chosen);
    announce(this.#hidden, page.hidden ? 'board.page-hidden' : null);
    if (shown) this.#open.setAttribute('aria-current', 'page');
    else this.#open.removeAttribute('aria-current');
    say(this.#open, current ? 'board.page-of-class' : 'board.page-named', { n, name }, 'aria-label');
  }

  focus() {
    this.#open.focus();
  }

  /** The title becomes a field. */
  rename() {
    const field = h('input', { class: 'field page-field', type: 'text', maxLength: 120, value: this.page.title });
    say(field, 'board.page-title', {}, 'aria-label');
    let done = false;
    const end = (/** @type {boolean} */ keep) => {
      if (done) return;
      done = true;
      const had = document.activeElement === field;
      field.replaceWith(this.#title);
      if (keep) this.#onRename(this.page, field.value);
      if (had) this.focus();
    };
    field.addEventListener('blur', () => end(true));
    field.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.isComposing) return; // Enter ends the writing of Chinese first
      if (event.key === 'Enter') end(true);
      else if (event.key === 'Escape') end(false);
      else return;
      event.preventDefault();
    });
    this.#title.replaceWith(field);
    field.focus();
    field.select();
  }
}
