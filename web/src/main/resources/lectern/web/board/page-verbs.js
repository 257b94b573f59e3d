// What those who lead do with pages. Each is said to the server, which makes it happen.

import { orderAt, pagesOfAll } from './pages-of.js';
import { alike } from './shapes.js';
import { sayOfBoard as say, IDS } from './board-wire.js';

/** @typedef {import('./board-client.js').BoardClient} BoardClient */
/** @typedef {import('./board-wire.js').Page} Page */
/** @typedef {{ground: any, title?: string, width?: number, height?: number, after?: string | null, copyOf?: string | null}} NewPage */

export const PAGE = { width: 1600, height: 900 };
const TITLE_CHARS = 120;
const COMES_MS = 15_000;
const SEVERAL_COME_MS = 60_000; // over a line that is gone for a while, too

/**
 * @typedef {object} VerbActions
 * @property {(message: import('../wire.js').Message) => void} send
 * @property {(page: string) => void} turnTo turns the class
 * @property {() => string} shown the page that is looked at
 * @property {(key: string, values?: Record<string, string>, action?: {word: string, then: () => void}) => void} onToast
 * @property {() => void} onDone something was drawn
 */

export class PageVerbs {
  #client;
  #actions;
  /** @type {{ground: any, known: Set<string>, take: (page: Page | null) => void}[]} pages that were asked for */
  #coming = [];
  /** @type {{pages: import('./board-wire.js').NewPage[], after: string | null, known: Set<string>, came: Page[], take: (pages: Page[]) => void, timer: ReturnType<typeof setTimeout>}[]} several at once that were asked for */
  #several = [];

  /** @param {BoardClient} client @param {VerbActions} actions */
  constructor(client, actions) {
    this.#client = client;
    this.#actions = actions;
  }

  /** @param {NewPage} page @returns {Promise<Page | null>} as the server made it; null where it didn't */
  async add({ ground, title = '', width = PAGE.width, height = PAGE.height, after = this.last(), copyOf = null }) {
    const known = new Set(this.#client.pages().map(({ id }) => id));
    this.#actions.send(say.addPage({ after, title, ground, width, height, copyOf }));
    return new Promise((take) => {
      const one = { ground, known, take };
      this.#coming.push(one);
      setTimeout(() => this.#came(one, null), COMES_MS);
    });
  }

  /** Several at once, one behind the other. @param {import('./board-wire.js').NewPage[]} pages @param {string | null} after @returns {Promise<Page[]>} as the server made them; fewer where it didn't */
  async addSeveral(pages, after) {
    const known = new Set(this.#client.pages().map(({ id }) => id));
    return new Promise((take) => {
      const one = { pages, after, known, came: [], take, timer: setTimeout(() => this.#haveCome(one), SEVERAL_COME_MS) };
      this.#several.push(one);
      this.#actions.send(say.addPages(after, pages));
    });
  }

  /** The line is back: what was asked for meanwhile was lost. The server has done all of it or none. */
  again() {
    for (const { came, after, pages } of this.#several) if (came.length === 0) this.#actions.send(say.addPages(after, pages));
  }

  /** @param {string} to the type of the message that the server refused */
  refused(to) {
    if (to === 'add-pages') for (const one of [...this.#several]) this.#haveCome(one);
  }

  /** What was brought in by mistake goes without a word. @param {string[]} pages */
  takeBack(pages) {
    for (const page of pages) this.#actions.send(say.deletePage(page));
  }

  /** After the page that is shown; the class is turned to it. @param {NewPage} page */
  async addAndTurn(page) {
    const added = await this.add(page);
    if (added) this.#actions.turnTo(added.id);
    return added;
  }

  /** @param {Page} page */
  duplicate({ id, title, ground, width, height }) {
    return this.addAndTurn({ title, ground, width, height, after: id, copyOf: id });
  }

  /** @param {Page[]} pages */
  delete(pages) {
    for (const { id } of pages) this.#actions.send(say.deletePage(id));
    const restore = () => {
      for (const { id } of pages) this.#actions.send(say.restorePage(id));
    };
    const [word, n] = pages.length === 1 ? ['board.page-deleted', ''] : ['board.pages-deleted', String(pages.length)];
    this.#actions.onToast(word, { n }, { word: 'board.undo-it', then: restore });
  }

  /** From the class, or back to it. @param {Page[]} pages @param {boolean} hidden */
  hide(pages, hidden) {
    for (const page of pages) if (page.hidden !== hidden) this.change(page, { hidden });
  }

  /** @param {Page} page @param {string} title */
  rename(page, title) {
    const words = [...title.trim()].join('').slice(0, TITLE_CHARS);
    if (words !== page.title) this.change(page, { title: words });
  }

  /** @param {Page} page @param {Partial<Page> & {curtain?: import('./board-wire.js').Region | null}} other what is to be another */
  change(page, other) {
    this.#actions.send(say.changePage(page.id, { ...page, curtain: page.curtain ?? null, ...other }));
  }

  /** To stand at `index` among the others. @param {Page} page @param {number} index */
  move(page, index) {
    const pages = pagesOfAll(this.#client);
    if (pages.findIndex(({ id }) => id === page.id) === index) return;
    this.change(page, { order: orderAt(pages.filter(({ id }) => id !== page.id), index) });
  }

  /** Empties the page; it is one step to be undone. @param {string} page */
  clear(page) {
    const ids = this.#client.sheet(page).shapes().map(({ id }) => id);
    const changes = [];
    for (let from = 0; from < ids.length; from += IDS) changes.push({ type: /** @type {const} */ ('delete'), ids: ids.slice(from, from + IDS) });
    if (!this.#client.edit(page, changes)) return;
    this.#actions.onDone();
    const undo = () => {
      this.#client.undo(page);
      this.#actions.onDone();
    };
    this.#actions.onToast('board.cleared', {}, { word: 'board.undo-it', then: undo });
  }

  /** Somebody's last step on the page that is shown. @param {string} author */
  undoBy(author) {
    if (this.#client.undoBy(this.#actions.shown(), author)) this.#actions.onDone();
    else this.#actions.onToast('board.nothing-by');
  }

  /** @param {import('./board-wire.js').Drawing} drawing */
  allow(drawing) {
    this.#actions.send(say.allowDrawing(drawing));
  }

  /** @param {string} participant @param {boolean} may @param {string[]} students */
  allowOne(participant, may, students) {
    const { all, some } = this.#client.drawing;
    const those = new Set(all ? students : some);
    if (may) those.add(participant);
    else those.delete(participant);
    this.allow({ all: false, some: [...those] });
  }

  /** Gives students pages of their own. @param {'this' | 'empty'} what @param {string[] | null} to null is everybody @returns {Promise<boolean>} */
  async handOut(what, to) {
    const shown = this.#client.page(this.#actions.shown());
    const paper = { type: 'paper', ruling: 'plain', dark: false };
    const worksheet = what === 'this' && shown ? shown : await this.add({ ground: paper });
    if (worksheet) this.#actions.send(say.handOut({ worksheet: worksheet.id, ...(to && { to }) }));
    return worksheet !== null;
  }

  collect() {
    this.#actions.send(say.collect());
  }

  /** Back to the page that was handed out, or another one of all. */
  stopShowing() {
    const pages = pagesOfAll(this.#client);
    const back = pages.find(({ id }) => id === this.#client.handOut?.worksheet) ?? pages[0];
    if (back) this.#actions.turnTo(back.id);
  }

  /** The pages are others now. */
  pagesChanged() {
    for (const one of [...this.#coming]) {
      const page = pagesOfAll(this.#client).find(({ id, ground }) => !one.known.has(id) && alike(ground, one.ground));
      if (!page) continue;
      for (const other of this.#coming) other.known.add(page.id);
      this.#came(one, page);
    }
    if (this.#several.length === 0) return;
    const all = pagesOfAll(this.#client);
    for (const one of [...this.#several]) {
      for (const page of all) {
        const next = one.pages[one.came.length];
        if (!next || one.known.has(page.id) || !alike(page.ground, next.ground)) continue;
        one.came.push(page);
        for (const other of this.#several) other.known.add(page.id);
      }
      if (one.came.length === one.pages.length) this.#haveCome(one);
    }
  }

  /** @param {(typeof this.#several)[number]} one */
  #haveCome(one) {
    clearTimeout(one.timer);
    this.#several = this.#several.filter((other) => other !== one);
    one.take(one.came);
  }

  /** @param {{take: (page: Page | null) => void}} one @param {Page | null} page */
  #came(one, page) {
    const at = this.#coming.findIndex((other) => other === one);
    if (at < 0) return;
    this.#coming.splice(at, 1);
    one.take(page);
  }

  /** After which a new one comes. */
  last() {
    const shown = this.#client.page(this.#actions.shown());
    return shown && !shown.owner ? shown.id : pagesOfAll(this.#client).at(-1)?.id ?? null;
  }
}
