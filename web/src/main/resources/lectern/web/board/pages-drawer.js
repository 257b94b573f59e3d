// All pages of the class beside the board, as small pictures: to turn to, and for those who lead to add, move, name, delete.

import { h, mark } from '../dom.js';
import { icon } from '../icons.js';
import { label, say } from '../language.js';
import { groundChoices } from './grounds.js';
import { PageItem } from './page-item.js';
import { listenToPulls } from './page-drag.js';
import { MATERIALS } from '../material/material-file.js';
import { pagesOfAll, titleOf } from './pages-of.js';
import { isOpen, item, menu, openBeside, opens } from './popover.js';

/** @typedef {import('./board-client.js').BoardClient} BoardClient */
/** @typedef {import('./board-wire.js').Page} Page */

/**
 * @typedef {object} DrawerActions
 * @property {(page: string) => void} onOpen
 * @property {(files: File[]) => void} onFiles as pages
 * @property {(pages: Page[]) => void} onDelete
 * @property {() => void} onClose
 * @property {(page: Page) => void} onClear
 */

export class PagesDrawer {
  #client;
  #verbs;
  #thumbnails;
  #actions;
  /** @type {Map<string, PageItem>} */
  #items = new Map();
  #list = h('ol', { class: 'page-list' });
  #add;
  #file = h('input', { type: 'file', accept: MATERIALS, multiple: true, hidden: true, data: { import: 'pages' } });
  #more;
  #material;
  #search;
  /** @type {Set<string>} with which something is to be done together */
  #chosen = new Set();
  /** @type {PageItem | null} whose menu is open */
  #asked = null;
  #shown = '';
  #looked = '';
  #nameOf = (/** @type {string} */ participant) => participant;
  element;

  /** @param {BoardClient} client @param {import('./page-verbs.js').PageVerbs} verbs @param {import('./thumbnails.js').Thumbnails} thumbnails @param {import('../material/page-search.js').PageSearch} search @param {DrawerActions} actions */
  constructor(client, verbs, thumbnails, search, actions) {
    this.#client = client;
    this.#verbs = verbs;
    this.#thumbnails = thumbnails;
    this.#actions = actions;
    this.#search = search;
    const onAsked = (/** @type {(page: Page, item: PageItem) => void} */ then) => () => this.#asked && then(this.#asked.page, this.#asked);
    this.#more = menu(
      item('rename', 'text', 'board.page-rename', onAsked((_, one) => one.rename())),
      item('duplicate-page', 'duplicate', 'board.duplicate', onAsked((page) => verbs.duplicate(page))),
      item('move-up', 'up', 'board.page-up', onAsked((page) => this.#moveBy(page.id, -1))),
      item('move-down', 'down', 'board.page-down', onAsked((page) => this.#moveBy(page.id, 1))),
      groundChoices((ground) => this.#asked && verbs.change(this.#asked.page, { ground })),
      item('clear', 'eraser', 'board.clear', onAsked((page) => actions.onClear(page))),
      item('hide-page', 'eye-off', 'board.page-hide', onAsked((page) => verbs.hide(this.#those(page), true))),
      item('show-page', 'eye', 'board.page-show', onAsked((page) => verbs.hide(this.#those(page), false))),
      item('choose-material', 'pages', 'material.choose-all', onAsked((page) => this.#choose(this.#ofMaterial(page)))),
      item('delete-page', 'delete', 'board.page-delete', onAsked((page) => actions.onDelete(this.#those(page)))));
    this.#add = label(h('button', { class: 'board-tool', type: 'button', data: { action: 'add-page' } }, icon('plus')), 'board.page-add');
    const adding = menu(
      say(h('p', { class: 'menu-words' }), 'board.page-add'), groundChoices((ground) => verbs.addAndTurn({ ground })),
      item('import-pages', 'upload', 'material.add', () => this.#file.click()));
    opens(this.#add, adding);
    this.#file.addEventListener('change', () => {
      actions.onFiles([...(this.#file.files ?? [])]);
      this.#file.value = '';
    });
    const find = label(h('button', { class: 'board-tool', type: 'button', data: { action: 'search' }, on: { click: () => (search.isOpen ? search.close() : search.open()) } }, icon('search')), 'material.search-button');
    this.#material = h('button', { class: 'button small material-add', type: 'button', data: { action: 'add-material' }, on: { click: () => this.#file.click() } }, icon('upload'), say(h('span', {}), 'material.add'));
    const close = label(h('button', { class: 'board-tool', type: 'button', data: { action: 'close-pages' }, on: { click: actions.onClose } }, icon('close')), 'tool.close');
    this.element = say(h('aside', { class: 'pages-drawer', hidden: true },
      h('header', {}, say(h('h2', {}), 'board.pages'), find, this.#add, close), search.element, this.#list, this.#material, this.#file, this.#more, adding), 'board.pages', {}, 'aria-label');
    listenToPulls(this.#list, {
      mayPull: () => client.moderates,
      onDrop: (one, index) => this.#move(one.dataset.page ?? '', index),
    });
    this.#list.addEventListener('keydown', (event) => this.#key(event));
    this.#listenToDrops();
  }

  /** @param {{open: boolean, page: string, nameOf: (participant: string) => string}} state `page`: looked at */
  show({ open, page: looked, nameOf }) {
    if (this.element.hidden === open) {
      this.element.hidden = !open;
      if (!open) this.#empty();
    }
    if (!open) return;
    const pages = pagesOfAll(this.#client);
    const { current, moderates } = this.#client;
    const state = JSON.stringify([pages, looked, current, moderates, [...this.#chosen]]);
    if (state === this.#shown) return;
    this.#shown = state;
    this.#add.hidden = this.#material.hidden = !moderates;
    this.#nameOf = nameOf;
    this.#looked = looked;
    const focused = document.activeElement;
    for (const [id, one] of this.#items) if (!pages.some((page) => page.id === id)) this.#forget(id, one);
    pages.forEach((page, i) => {
      let one = this.#items.get(page.id);
      const before = one?.page;
      if (!one) {
        one = new PageItem(page, {
          onOpen: (opened, event) => this.#opened(opened, event),
          onMore: (asked, face) => this.#ask(asked, face),
          onRename: (of, title) => this.#verbs.rename(of, title),
        });
        this.#items.set(page.id, one);
      }
      one.show(page, { n: i + 1, name: titleOf(this.#client, page, nameOf), current: page.id === current, shown: page.id === looked, leads: moderates, chosen: this.#chosen.has(page.id) });
      if (this.#list.children[i] !== one.element) this.#list.insertBefore(one.element, this.#list.children[i] ?? null);
      if (!before) this.#thumbnails.show(one.canvas, page.id);
      else if (before !== page) this.#thumbnails.spoil(page.id);
    });
    if (focused instanceof HTMLElement && focused !== document.activeElement && this.#list.contains(focused)) focused.focus(); // it was moved
    const now = this.#items.get(looked);
    if (now && !this.#list.contains(document.activeElement)) now.element.scrollIntoView({ block: 'nearest' });
  }

  #empty() {
    this.#shown = '';
    this.#chosen.clear();
    for (const [id, one] of this.#items) this.#forget(id, one);
  }

  /** @param {string} id @param {PageItem} one */
  #forget(id, one) {
    this.#thumbnails.forget(one.canvas);
    one.element.remove();
    this.#items.delete(id);
  }

  /** @param {PageItem} one @param {HTMLElement} face */
  #ask(one, face) {
    if (isOpen(this.#more)) this.#more.hidePopover();
    this.#asked = one;
    const pages = pagesOfAll(this.#client);
    const at = pages.findIndex(({ id }) => id === one.page.id);
    this.#enable('move-up', at > 0);
    this.#enable('move-down', at < pages.length - 1);
    const those = this.#those(one.page);
    this.#enable('delete-page', pages.length > those.length);
    this.#offer('hide-page', those.some(({ hidden }) => !hidden));
    this.#offer('show-page', those.some(({ hidden }) => hidden));
    this.#offer('choose-material', this.#ofMaterial(one.page).length > 1);
    for (const action of ['rename', 'duplicate-page', 'move-up', 'move-down', 'clear']) this.#offer(action, those.length === 1);
    openBeside(face, this.#more);
  }

  /** @param {string} action @param {boolean} offered */
  #offer(action, offered) {
    const found = /** @type {HTMLElement | null} */ (this.#more.querySelector(`[data-action=${action}]`));
    if (found) found.hidden = !offered;
  }

  /** With Ctrl another one is chosen with those before, with Shift all up to it. @param {Page} page @param {MouseEvent} event */
  #opened(page, event) {
    const together = this.#client.moderates && (event.ctrlKey || event.metaKey || event.shiftKey);
    if (!together) {
      this.#choose([]);
      return this.#actions.onOpen(page.id);
    }
    const pages = pagesOfAll(this.#client);
    const index = (/** @type {string} */ id) => pages.findIndex((one) => one.id === id);
    if (event.shiftKey) {
      const [from, to] = [index([...this.#chosen].at(-1) ?? this.#looked), index(page.id)].sort((one, other) => one - other);
      return this.#choose([...pages.filter(({ id }) => this.#chosen.has(id)), ...pages.slice(Math.max(0, from), to + 1)]);
    }
    const rest = pages.filter(({ id }) => this.#chosen.has(id) && id !== page.id);
    this.#choose(this.#chosen.has(page.id) ? rest : [...rest, page]);
  }

  /** @param {Page[]} pages */
  #choose(pages) {
    this.#chosen = new Set(pages.map(({ id }) => id));
    this.show({ open: !this.element.hidden, page: this.#looked, nameOf: this.#nameOf });
  }

  /** What is done to a page is done to those chosen with it. @param {Page} page */
  #those(page) {
    const chosen = pagesOfAll(this.#client).filter(({ id }) => this.#chosen.has(id));
    return this.#chosen.has(page.id) && chosen.length > 1 ? chosen : [page];
  }

  /** All pages of the same document. @param {Page} page */
  #ofMaterial({ ground }) {
    return ground.type === 'document' ? pagesOfAll(this.#client).filter((one) => one.ground.document === ground.document) : [];
  }

  /** @param {string} action @param {boolean} may */
  #enable(action, may) {
    const found = /** @type {HTMLButtonElement | null} */ (this.#more.querySelector(`[data-action=${action}]`));
    if (found) found.disabled = !may;
  }

  /** @param {string} id @param {number} index */
  #move(id, index) {
    const page = this.#client.page(id);
    if (page) this.#verbs.move(page, index);
  }

  /** @param {string} id @param {number} by */
  #moveBy(id, by) {
    const pages = pagesOfAll(this.#client);
    const to = pages.findIndex((page) => page.id === id) + by;
    if (to >= 0 && to < pages.length) this.#move(id, to);
  }

  /** Arrows go through the pages, with Alt they move one; F2 renames, Delete deletes. @param {KeyboardEvent} event */
  #key(event) {
    const one = this.#items.get(/** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.page-item'))?.dataset.page ?? '');
    if (!one) return;
    const pages = pagesOfAll(this.#client);
    const by = { ArrowUp: -1, ArrowLeft: -1, ArrowDown: 1, ArrowRight: 1 }[event.key];
    const leads = this.#client.moderates;
    if (by && event.altKey) leads && this.#moveBy(one.page.id, by);
    else if (by) this.#items.get(pages[pages.findIndex(({ id }) => id === one.page.id) + by]?.id)?.focus();
    else if (event.key === 'F2' && leads) one.rename();
    else if (event.key === 'Delete' && leads && pages.length > this.#those(one.page).length) this.#actions.onDelete(this.#those(one.page));
    else if (event.key === 'Escape' && this.#chosen.size > 0) this.#choose([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #listenToDrops() {
    const over = (/** @type {boolean} */ on) => mark(this.element, 'over', on);
    this.element.addEventListener('dragover', (event) => {
      if (!this.#client.moderates || ![...(event.dataTransfer?.items ?? [])].some(({ kind }) => kind === 'file')) return;
      event.preventDefault();
      over(true);
    });
    this.element.addEventListener('dragleave', () => over(false));
    this.element.addEventListener('drop', (event) => {
      event.preventDefault();
      over(false);
      if (this.#client.moderates) this.#actions.onFiles([...(event.dataTransfer?.files ?? [])]);
    });
  }
}
