// What is found around the board: the pages, who may draw, private pages and the grid of them, files in and out. Owns their parts;
// the whiteboard tells it when something changed.

import { h } from '../dom.js';
import { icon } from '../icons.js';
import { label, say } from '../language.js';
import { clearDialog } from './clear-dialog.js';
import { deleteDialog } from './delete-dialog.js';
import { ContextBar, whereabouts } from './context-bar.js';
import { CurtainEdges } from './curtain-edges.js';
import { DrawingButton } from './drawing-button.js';
import { exportDialog } from './export-dialog.js';
import { handOutDialog } from './hand-out-dialog.js';
import { exportPages } from './page-export.js';
import { PageVerbs, PAGE } from './page-verbs.js';
import { ownPage, pagesOfAll, privatePages, titleOf } from './pages-of.js';
import { PagesDrawer } from './pages-drawer.js';
import { bearable, drawn } from './picture-file.js';
import { item, menu, opens } from './popover.js';
import { PrivateGrid } from './private-grid.js';
import { Thumbnails } from './thumbnails.js';
import { MaterialError } from '../material/material-error.js';
import { Materials } from '../material/materials.js';

/** @typedef {import('./whiteboard.js').Whiteboard} Whiteboard */
/** @typedef {import('./whiteboard.js').Wiring} Wiring */
/** @typedef {import('./board-wire.js').Page} Page */

const DRAWER_GAP_MS = 200;
const GRID_GAP_MS = 16;
const GRID_EACH_MS = 250;
const PHONE = '(max-width: 47.99rem) and (orientation: portrait)';

export class BoardAround {
  verbs;
  /** To be put over the board, in the line of words on top, and in the line of buttons below. */
  over;
  context = new ContextBar((way) => this.#go(way));
  lead;
  curtain;
  materials;
  #board;
  #wiring;
  #assets;
  #documents;
  #drawerPictures;
  #gridPictures;
  #drawer;
  #grid;
  #pagesButton;
  #drawing = new DrawingButton((drawing) => this.verbs.allow(drawing));
  #handOut;
  #handWord = h('span', {});
  #handButton;
  #more;
  #clear = clearDialog();
  #delete = deleteDialog();
  #export = exportDialog((which, format) => this.#save(which, format));
  #drawerOpen = false;
  #gridOpen = false;
  /** @type {string[]} pages that are being written into files */
  #written = [];

  /** @param {Whiteboard} board @param {Wiring} wiring @param {import('./assets.js').Assets} assets @param {import('../material/page-pictures.js').PagePictures} documents */
  constructor(board, wiring, assets, documents) {
    const { client } = board;
    this.#board = board;
    this.#wiring = wiring;
    this.#assets = assets;
    this.#documents = documents;
    this.verbs = new PageVerbs(client, {
      send: wiring.send, turnTo: (page) => board.turnTo(page), shown: () => board.page?.id ?? client.current, onToast: wiring.onToast, onDone: () => board.done(),
    });
    this.materials = new Materials(board, wiring, this.verbs, (file, after) => this.#addPicture(file, after));
    const settings = { pictures: (/** @type {string} */ asset) => assets.get(asset), documents, onSeen: () => this.#keepOpen() };
    this.#drawerPictures = new Thumbnails(client, { ...settings, gapMs: DRAWER_GAP_MS, eachMs: DRAWER_GAP_MS });
    this.#gridPictures = new Thumbnails(client, { ...settings, gapMs: GRID_GAP_MS, eachMs: GRID_EACH_MS });
    this.#drawer = new PagesDrawer(client, this.verbs, this.#drawerPictures, this.materials.search, {
      onOpen: (page) => {
        board.turnTo(page);
        if (matchMedia(PHONE).matches) this.#openDrawer(false);
      },
      onFiles: (files) => this.addMaterials(files),
      onDelete: (pages) => this.#askToDelete(pages),
      onClose: () => {
        this.#openDrawer(false);
        this.#pagesButton.focus();
      },
      onClear: (page) => this.#clear.ask(() => this.#clearPage(page)),
    });
    this.#grid = new PrivateGrid(client, this.#gridPictures, {
      onOpen: (page) => {
        this.#openGrid(false);
        board.look(page);
      },
      onCollect: () => {
        this.verbs.collect();
        wiring.onToast('board.collected-all');
      },
      onClose: () => this.#openGrid(false),
    });
    this.#handOut = handOutDialog({ students: () => this.#students, onHandOut: (what, to) => this.#hand(what, to) });
    const button = (/** @type {string} */ action, /** @type {string} */ glyph, /** @type {string} */ word, /** @type {() => void} */ onClick) =>
      label(h('button', { class: 'board-button', type: 'button', data: { action }, on: { click: onClick } }, icon(glyph)), word);
    this.#pagesButton = button('pages', 'pages', 'board.pages', () => this.#openDrawer(!this.#drawerOpen));
    this.#handButton = h('button', { class: 'board-button', type: 'button', data: { action: 'hand-out' }, on: { click: () => (this.#hasPrivate ? this.#openGrid(!this.#gridOpen) : this.#handOut.open()) } }, icon('grid'), this.#handWord);
    const more = button('board-more', 'more', 'board.more', () => {});
    this.#more = {
      again: item('hand-again', 'grid', 'board.hand-heading', () => this.#handOut.open()),
      curtain: item('curtain', 'curtain', 'board.curtain', () => this.#hang()),
      clear: item('clear-page', 'eraser', 'board.clear', () => this.#clear.ask(() => this.#clearPage(board.page))),
      save: item('export', 'save', 'board.export', () => this.#export.showModal()),
    };
    const box = menu(...Object.values(this.#more));
    opens(more, box, () => {
      this.#more.again.hidden = !client.moderates || !this.#hasPrivate;
      this.#more.curtain.hidden = !client.moderates || board.page?.ground.type === 'screen';
      this.#more.clear.hidden = !client.moderates;
    });
    this.curtain = new CurtainEdges({
      view: () => board.surface.view,
      onChange: (curtain) => board.page && this.verbs.change(board.page, { curtain }),
    });
    this.lead = [this.#drawing.element, this.#handButton, more, box, this.#pagesButton];
    this.over = [this.curtain.element, this.#drawer.element, this.#grid.element, this.#clear.element, this.#export, this.#handOut.element, this.#delete.element, ...this.materials.over];
    board.view.element.addEventListener('keydown', (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'f') return;
      event.preventDefault();
      this.#openDrawer(true);
      this.materials.search.open();
    });
  }

  /** Something of the board, or of those who are here, is another. */
  show() {
    const { client, page, follows } = this.#board;
    if (!page) return;
    const { nameOf } = this.#wiring;
    const { moderates } = client;
    const of = page.ground.type === 'screen' ? page.ground.of : page.owner;
    this.context.show(whereabouts(client, page, follows), of ? nameOf(of) || page.title : '', moderates);
    this.#drawing.element.hidden = this.#handButton.hidden = !moderates;
    if (moderates) {
      this.#drawing.show(client.drawing, this.#students);
      const count = privatePages(client).filter(({ collected }) => !collected).length;
      const word = !this.#hasPrivate ? 'board.hand-out' : client.handOut ? 'board.grid-of' : 'board.grid-collected';
      const values = { n: client.handOut ? count : privatePages(client).length };
      say(this.#handWord, word, values);
      label(this.#handButton, word, values);
      this.#handButton.setAttribute('aria-expanded', String(this.#gridOpen));
    } else this.#gridOpen = false;
    this.#pagesButton.setAttribute('aria-expanded', String(this.#drawerOpen));
    this.#drawer.show({ open: this.#drawerOpen, page: page.id, nameOf });
    this.#grid.show({ open: this.#gridOpen, nameOf });
    this.#board.view.element.dataset.pages = this.#drawerOpen ? 'open' : 'closed';
    this.curtain.show((moderates && page.curtain) || null);
    this.materials.show();
  }

  /** The pages are others now. */
  pagesChanged() {
    this.verbs.pagesChanged();
    this.#drawerPictures.spoil();
    this.#gridPictures.spoil();
  }

  /** What is on a page, or done on it, is another. @param {string} page @param {boolean} drawn */
  spoil(page, drawn) {
    this.#drawerPictures.spoil(page);
    this.#gridPictures.spoil(page);
    if (drawn) this.#grid.writes(page);
  }

  /** A picture came. */
  spoilAll() {
    this.#drawerPictures.spoil();
    this.#gridPictures.spoil();
  }

  /** A picture of a document's page came. @param {{document: string, number: number}} page */
  spoilDocument({ document, number }) {
    this.#drawerPictures.spoilDocument(document, number);
    this.#gridPictures.spoilDocument(document, number);
  }

  close() {
    this.materials.close();
    this.#drawerPictures.close();
    this.#gridPictures.close();
  }

  /** Lays a page over somebody's screen, as large as that, and turns the class to it. @param {string} participant @param {{width: number, height: number} | null} size */
  writeOnScreen(participant, size) {
    const ground = { type: 'screen', of: participant };
    const there = pagesOfAll(this.#board.client).find((page) => page.ground.type === 'screen' && page.ground.of === participant);
    if (there) return this.#board.turnTo(there.id);
    const height = size ? Math.min(4_000, Math.max(200, Math.round((PAGE.width * size.height) / size.width))) : PAGE.height;
    this.verbs.addAndTurn({ ground, height });
  }

  get #students() {
    return this.#wiring.people().filter(({ role }) => role === 'student');
  }

  get #hasPrivate() {
    return this.#board.client.handOut !== null || privatePages(this.#board.client).length > 0;
  }

  /** @param {import('./context-bar.js').Way} way */
  #go(way) {
    const { client } = this.#board;
    switch (way) {
      case 'follow': return this.#board.follow();
      case 'own': return this.#board.look(ownPage(client)?.id ?? client.current);
      case 'grid': return this.#openGrid(true);
      case 'show': return this.#board.page && this.#board.turnTo(this.#board.page.id);
      case 'stop': return this.verbs.stopShowing();
      case 'still': return this.#keepStill();
    }
  }

  /** @param {boolean} open */
  #openDrawer(open) {
    this.#drawerOpen = open;
    if (!open) this.materials.search.close();
    this.show();
    this.#keepOpen();
  }

  /** @param {boolean} open */
  #openGrid(open) {
    this.#gridOpen = open;
    if (open) this.#drawerOpen = false;
    this.show();
    this.#keepOpen();
    if (!open) this.#board.surface.element.focus({ preventScroll: true });
  }

  #keepOpen() {
    this.#board.keepOpen([...this.#written, ...(this.#gridOpen ? this.#gridPictures.seen : []), ...(this.#drawerOpen ? this.#drawerPictures.seen : [])]);
  }

  /** @param {Page | null} page */
  #clearPage(page) {
    if (page) this.verbs.clear(page.id);
  }

  /** @param {'this' | 'empty'} what @param {string[] | null} to */
  async #hand(what, to) {
    if (await this.verbs.handOut(what, to)) this.#openGrid(true);
  }

  /** A curtain over the lower half, to be pulled; or away with it. */
  #hang() {
    const { page } = this.#board;
    if (!page) return;
    const { width, height } = page;
    this.verbs.change(page, { curtain: page.curtain ? null : { x: 0, y: Math.round(height * 0.4), width, height: height - Math.round(height * 0.4) } });
  }

  /** A page of it. @param {File} file @param {string | null} after @returns {Promise<Page | null>} */
  async #addPicture(file, after) {
    const { asset, width, height } = await this.#assets.put(await bearable(file)).catch((error) => {
      throw new MaterialError(wordOf(error, 'board.picture-failed'));
    });
    return this.verbs.add({
      ground: { type: 'picture', asset }, title: file.name.replace(/\.\w+$/, '').slice(0, 120), after,
      width: PAGE.width, height: Math.min(20_000, Math.max(10, Math.round((PAGE.width * height) / width))),
    });
  }

  /** One behind the other. @param {File[]} files @returns {boolean} whether one may */
  addMaterials(files) {
    const { moderates } = this.#board.client;
    if (moderates) this.materials.imports.add(files);
    return moderates;
  }

  /** Where several go, or what somebody drew. @param {Page[]} pages */
  #askToDelete(pages) {
    const written = pages.some(({ id }) => this.#board.client.sheet(id).shapes().length > 0);
    if (pages.length > 1 || written) this.#delete.ask(pages.length, () => this.verbs.delete(pages));
    else this.verbs.delete(pages);
  }

  /** What the screen shows now becomes the page's ground: it stays when the sharing ends. */
  async #keepStill() {
    const { page } = this.#board;
    const video = page?.ground.type === 'screen' ? this.#wiring.screenOf(page.ground.of) : null;
    if (!page || !video?.videoWidth) return this.#wiring.onToast('board.still-failed');
    try {
      const { asset } = await this.#assets.put(await bearable(await drawn(video, video.videoWidth, video.videoHeight)));
      const now = this.#board.client.page(page.id);
      if (now?.ground.type !== 'screen') return;
      this.verbs.change(now, { ground: { type: 'picture', asset } });
      this.#wiring.onToast('board.still-kept');
    } catch (error) {
      this.#wiring.onToast(wordOf(error, 'board.still-failed'));
    }
  }

  /** @param {'this' | 'all'} which @param {import('./page-export.js').Format} format */
  async #save(which, format) {
    const { client, page } = this.#board;
    const pages = which === 'all' ? pagesOfAll(client) : page ? [page] : [];
    try {
      await exportPages({
        client, assets: this.#assets, documents: this.#documents, titleOf: (one) => titleOf(client, one, this.#wiring.nameOf),
        keepOpen: (ids) => {
          this.#written = ids;
          this.#keepOpen();
        },
      }, pages, format);
    } catch (error) {
      this.#wiring.onToast(wordOf(error, 'board.export-failed'));
    }
  }
}

/** @param {unknown} error @param {string} otherwise */
const wordOf = (error, otherwise) => (error instanceof Error && error.message.startsWith('board.') ? error.message : otherwise);
