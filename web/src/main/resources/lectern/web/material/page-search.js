// Searching the pages of the class for words: a field, the pages that have them with what stands around, and from place to place.

import { h, mark } from '../dom.js';
import { icon } from '../icons.js';
import { label, say } from '../language.js';

/** @typedef {import('./material-wire.js').Hit} Hit */
/** @typedef {{page: string, place: number}} Found a place on a page */

const TYPED_MS = 250;
const MOST_CHARS = 200;

/**
 * @typedef {object} SearchActions
 * @property {(query: string, signal: AbortSignal) => Promise<Hit[]>} search
 * @property {() => string[]} pages in the order in which they are turned
 * @property {() => string} shown the page that is looked at
 * @property {(found: Found | null) => void} onFound it is to be shown; null: nothing is searched for any more
 */

export class PageSearch {
  #actions;
  #field = say(h('input', { class: 'field', type: 'search', maxLength: MOST_CHARS, autocomplete: 'off', spellcheck: false }), 'material.search', {}, 'placeholder');
  #count = h('span', { class: 'search-count', role: 'status' });
  #list = h('ol', { class: 'search-hits' });
  /** @type {Hit[]} in the order of the pages */
  #hits = [];
  /** @type {Found | null} */
  #at = null;
  #asked = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #query = '';
  element;

  /** @param {SearchActions} actions */
  constructor(actions) {
    this.#actions = actions;
    say(this.#field, 'material.search', {}, 'aria-label');
    const step = (/** @type {string} */ action, /** @type {string} */ glyph, /** @type {string} */ word, /** @type {number} */ by) =>
      label(h('button', { class: 'board-tool', type: 'button', data: { action }, on: { click: () => this.#step(by) } }, icon(glyph)), word);
    const close = label(h('button', { class: 'board-tool', type: 'button', data: { action: 'close-search' }, on: { click: () => this.close() } }, icon('close')), 'tool.close');
    this.element = h('div', { class: 'page-search', role: 'search', hidden: true }, this.#field,
      h('div', { class: 'search-steps' }, this.#count, step('previous-hit', 'up', 'material.search-previous', -1), step('next-hit', 'down', 'material.search-next', 1), close), this.#list);
    this.#field.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#search(), TYPED_MS);
    });
    this.element.addEventListener('keydown', (event) => {
      if (event.isComposing) return;
      if (event.key === 'Enter' && event.target === this.#field) this.#field.value.trim() === this.#query ? this.#step(event.shiftKey ? -1 : 1) : this.#search();
      else if (event.key === 'Escape') this.close();
      else if (event.key !== 'Enter') return event.stopPropagation(); // letters are tools elsewhere
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** The places found on a page, and which of them is shown. @param {string} page */
  on(page) {
    const places = this.isOpen ? this.#hits.find((hit) => hit.page === page)?.places ?? [] : [];
    return { places, current: this.#at?.page === page ? this.#at.place : -1 };
  }

  open() {
    this.element.hidden = false;
    this.#field.focus();
    this.#field.select();
  }

  close() {
    if (!this.isOpen) return;
    clearTimeout(this.#timer);
    this.#asked.abort();
    this.element.hidden = true;
    this.#actions.onFound(null);
  }

  async #search() {
    clearTimeout(this.#timer);
    this.#asked.abort();
    const { signal } = (this.#asked = new AbortController());
    const query = this.#field.value.trim();
    this.#query = query;
    this.#at = null;
    if (!query) return this.#show([]);
    this.#count.hidden = false;
    say(this.#count, 'material.searching');
    try {
      const order = this.#actions.pages();
      const hits = await this.#actions.search(query, signal);
      if (signal.aborted) return;
      this.#show(hits.filter(({ page }) => order.includes(page)).sort((one, other) => order.indexOf(one.page) - order.indexOf(other.page)));
    } catch {
      if (signal.aborted) return;
      this.#show([]);
      say(this.#count, 'material.search-failed');
    }
  }

  /** @param {Hit[]} hits */
  #show(hits) {
    this.#hits = hits;
    const order = this.#actions.pages();
    this.#list.replaceChildren(...hits.map((hit) => h('li', {}, h('button', {
      class: 'search-hit', type: 'button', data: { hit: hit.page }, on: { click: () => this.#go({ page: hit.page, place: 0 }) },
    }, say(h('b', {}), 'board.page-number', { n: order.indexOf(hit.page) + 1 }), h('span', {}, hit.around)))));
    this.#tell();
    this.#actions.onFound(null);
  }

  #tell() {
    const all = this.#all();
    const at = this.#at ? all.findIndex(({ page, place }) => page === this.#at?.page && place === this.#at?.place) : -1;
    this.#count.hidden = !this.#query;
    if (all.length === 0) say(this.#count, 'material.search-nothing');
    else say(this.#count, at < 0 ? 'material.search-found' : 'material.search-at', { n: at + 1, all: all.length });
    for (const one of this.#list.querySelectorAll('.search-hit')) mark(/** @type {HTMLElement} */ (one), 'current', /** @type {HTMLElement} */ (one).dataset.hit === this.#at?.page);
  }

  /** @returns {Found[]} */
  #all() {
    return this.#hits.flatMap(({ page, places }) => (places.length > 0 ? places.map((_, place) => ({ page, place })) : [{ page, place: 0 }]));
  }

  /** The next place; the first time the next one from the page that is looked at. @param {number} by */
  #step(by) {
    const all = this.#all();
    if (all.length === 0) return;
    const order = this.#actions.pages();
    const here = order.indexOf(this.#actions.shown());
    const from = this.#at ? all.findIndex(({ page, place }) => page === this.#at?.page && place === this.#at?.place) + by
      : Math.max(0, all.findIndex(({ page }) => order.indexOf(page) >= here));
    this.#go(all[(from + all.length) % all.length]);
  }

  /** @param {Found} found */
  #go(found) {
    this.#at = found;
    this.#tell();
    this.#actions.onFound(found);
  }
}
