// All pages of the class beside the board, as small pictures: to turn to, and for those who lead to add, move, name, delete.

import { h, mark } from '../dom.js';
import { icon } from '../icons.js';
import { label, say } from '../language.js';
import { groundChoices } from './grounds.js';
import { PageItem } from './page-item.js';
import { listenToPulls } from './page-drag.js';
import { pagesOfAll, titleOf } from './pages-of.js';
import { isOpen, item, menu, openBeside, opens } from './popover.js';

/** @typedef {import('./board-client.js').BoardClient} BoardClient */
/** @typedef {import('./board-wire.js').Page} Page */

/**
 * @typedef {object} DrawerActions
 * @property {(page: string) => void} onOpen
 * @property {(files: Iterable<File>) => void} onPictures as pages
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
  #file = h('input', { type: 'file', accept: 'image/*,.pdf', multiple: true, hidden: true, data: { import: 'pages' } });
  #more;
  /** @type {PageItem | null} whose menu is open */
  #asked = null;
  #shown = '';
  element;

  /** @param {BoardClient} client @param {import('./page-verbs.js').PageVerbs} verbs @param {import('./thumbnails.js').Thumbnails} thumbnails @param {DrawerActions} actions */
  constructor(client, verbs, thumbnails, actions) {
    this.#client = client;
    this.#verbs = verbs;
    this.#thumbnails = thumbnails;
    this.#actions = actions;
    const onAsked = (/** @type {(page: Page, item: PageItem) => void} */ then) => () => this.#asked && then(this.#asked.page, this.#asked);
    this.#more = menu(
      item('rename', 'text', 'board.page-rename', onAsked((_, one) => one.rename())),
      item('duplicate-page', 'duplicate', 'board.duplicate', onAsked((page) => verbs.duplicate(page))),
      item('move-up', 'up', 'board.page-up', onAsked((page) => this.#moveBy(page.id, -1))),
      item('move-down', 'down', 'board.page-down', onAsked((page) => this.#moveBy(page.id, 1))),
      groundChoices((ground) => this.#asked && verbs.change(this.#asked.page, { ground })),
      item('clear', 'eraser', 'board.clear', onAsked((page) => actions.onClear(page))),
      item('delete-page', 'delete', 'board.page-delete', onAsked((page) => verbs.delete(page))));
    this.#add = label(h('button', { class: 'board-tool', type: 'button', data: { action: 'add-page' } }, icon('plus')), 'board.page-add');
    const adding = menu(
      say(h('p', { class: 'menu-words' }), 'board.page-add'), groundChoices((ground) => verbs.addAndTurn({ ground })),
      item('import-pages', 'picture', 'board.page-import', () => this.#file.click()));
    opens(this.#add, adding);
    this.#file.addEventListener('change', () => {
      actions.onPictures([...(this.#file.files ?? [])]);
      this.#file.value = '';
    });
    const close = label(h('button', { class: 'board-tool', type: 'button', data: { action: 'close-pages' }, on: { click: actions.onClose } }, icon('close')), 'tool.close');
    this.element = say(h('aside', { class: 'pages-drawer', hidden: true },
      h('header', {}, say(h('h2', {}), 'board.pages'), this.#add, close), this.#list, this.#file, this.#more, adding), 'board.pages', {}, 'aria-label');
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
    const state = JSON.stringify([pages, looked, current, moderates]);
    if (state === this.#shown) return;
    this.#shown = state;
    this.#add.hidden = !moderates;
    const focused = document.activeElement;
    for (const [id, one] of this.#items) if (!pages.some((page) => page.id === id)) this.#forget(id, one);
    pages.forEach((page, i) => {
      let one = this.#items.get(page.id);
      const before = one?.page;
      if (!one) {
        one = new PageItem(page, {
          onOpen: ({ id }) => this.#actions.onOpen(id),
          onMore: (asked, face) => this.#ask(asked, face),
          onRename: (of, title) => this.#verbs.rename(of, title),
        });
        this.#items.set(page.id, one);
      }
      one.show(page, { n: i + 1, name: titleOf(this.#client, page, nameOf), current: page.id === current, shown: page.id === looked, leads: moderates });
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
    this.#enable('delete-page', pages.length > 1);
    openBeside(face, this.#more);
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
    else if (event.key === 'Delete' && leads && pages.length > 1) this.#verbs.delete(one.page);
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
      if (this.#client.moderates) this.#actions.onPictures([...(event.dataTransfer?.files ?? [])]);
    });
  }
}
