// The teaching materials of one person in class, besides their pictures: files that are brought in, the words and links of the page
// that is shown, what is searched for, the speaker's notes. Owns these parts; board-around.js tells it what is another.

import { outlineOf } from './document-stream.js';
import { Imports } from './imports.js';
import { linkDialog } from './link-dialog.js';
import { NotesPanel } from './notes-panel.js';
import { documentPage, keyOfPage } from './page-plan.js';
import { PageSearch } from './page-search.js';
import { PageTexts } from './page-texts.js';
import { TaskList } from './task-list.js';
import { TextLayer } from './text-layer.js';
import { lineOf } from './upload.js';
import { pagesOfAll } from '../board/pages-of.js';
import { mark } from '../dom.js';

/** @typedef {import('../board/board-wire.js').Page} Page */
/** @typedef {import('./material-wire.js').Outline} Outline */

const TEXT_AFTER_MS = 300; // the server reads words after it has painted the page
const MOST_OUTLINES = 40;
/** Tools with which one presses what is on the page. */
const READING = ['read', 'hand', 'select'];

export class Materials {
  imports;
  search;
  /** To be put over the board. */
  over;
  #board;
  #wiring;
  #texts;
  #layer = new TextLayer((link) => this.#follow(link));
  #tasks = new TaskList();
  #notes = new NotesPanel();
  #link = linkDialog();
  /** @type {Map<string, Outline | null>} of documents; null while it comes, or where it can't */
  #outlines = new Map();
  #shown = '';
  #closed = new AbortController();

  /** @param {import('../board/whiteboard.js').Whiteboard} board @param {import('../board/whiteboard.js').Wiring} wiring @param {import('../board/page-verbs.js').PageVerbs} verbs @param {(file: File, after: string | null) => Promise<Page | null>} addPicture */
  constructor(board, wiring, verbs, addPicture) {
    this.#board = board;
    this.#wiring = wiring;
    this.#texts = new PageTexts(wiring.key);
    this.imports = new Imports({
      key: wiring.key, verbs, addPicture, turnTo: (page) => board.turnTo(page), onToast: wiring.onToast,
      onOutline: (asset, outline) => this.#outlines.set(asset, outline),
      onChanged: () => this.#tasks.show(this.imports.tasks),
    });
    this.search = new PageSearch({
      search: (query, signal) => this.#texts.search(query, signal),
      pages: () => pagesOfAll(board.client).map(({ id }) => id),
      shown: () => board.page?.id ?? '',
      onFound: (found) => this.#found(found),
    });
    this.over = [this.#tasks.element, this.#notes.element, this.#link.element];
    board.surface.element.append(this.#layer.element);
    for (const kind of /** @type {const} */ (['dragover', 'drop'])) // a file that misses the board mustn't take the class's place in the tab
      document.addEventListener(kind, (event) => {
        if (!event.defaultPrevented && event.dataTransfer?.types.includes('Files')) {
          event.preventDefault();
          event.dataTransfer.dropEffect = 'none';
        }
      }, { signal: this.#closed.signal });
  }

  /** The page, the tool, or a right is another. */
  show() {
    const { client, page, surface } = this.#board;
    const kind = surface.toolbox.kind;
    mark(surface.element, 'reads', kind === 'read');
    mark(surface.element, 'links', READING.includes(kind) || !client.mayDraw(page?.id ?? ''));
    const document = documentPage(page);
    this.#notes.show((client.moderates && document && this.#notesOf(document)) || null);
    const shown = page ? `${page.id} ${document ? keyOfPage(document) : ''}` : '';
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#layer.show(null);
    this.#showMarks();
    if (!document) return;
    setTimeout(async () => {
      if (this.#shown !== shown) return;
      const text = await this.#texts.of(document);
      if (this.#shown !== shown) return;
      this.#layer.show(text);
      this.#showMarks();
    }, TEXT_AFTER_MS);
  }

  /** The part of the page that is shown is another. */
  viewed() {
    this.#layer.look(this.#board.surface.view);
  }

  close() {
    this.#closed.abort();
    this.imports.close();
  }

  /** @param {import('./page-plan.js').DocumentPage} page @returns {string | null} */
  #notesOf({ document, number }) {
    const outline = this.#outlines.get(document);
    if (outline === undefined) this.#fetchOutline(document);
    return outline?.pages[number]?.notes?.trim() || null;
  }

  /** Somebody else may have brought it in. @param {string} document */
  async #fetchOutline(document) {
    this.#outlines.set(document, null);
    for (const oldest of this.#outlines.keys()) {
      if (this.#outlines.size <= MOST_OUTLINES) break;
      this.#outlines.delete(oldest);
    }
    const { key } = this.#wiring;
    const outline = await outlineOf(document, { key, signal: this.#closed.signal, wait: lineOf(key).wait }).catch(() => null);
    if (!outline) return;
    this.#outlines.set(document, outline);
    this.show();
  }

  #showMarks() {
    const { places, current } = this.search.on(this.#board.page?.id ?? '');
    this.#layer.mark(places, current);
  }

  /** Looked at without the class: who leads shows it when they want to. @param {import('./page-search.js').Found | null} found */
  #found(found) {
    const board = this.#board;
    if (found && found.page !== board.page?.id) board.look(found.page);
    this.#showMarks();
    const place = found && this.search.on(found.page).places[found.place];
    if (!place) return;
    const { x, y, width, height, zoom } = board.surface.view;
    const seen = place.x >= x && place.y >= y && place.x + place.width <= x + width / zoom && place.y + place.height <= y + height / zoom;
    if (!seen) board.surface.show();
  }

  /** @param {import('./material-wire.js').Link} link */
  #follow({ number, address }) {
    if (address !== undefined && address !== null) {
      if (!this.#link.ask(address)) this.#wiring.onToast('material.link-nowhere');
      return;
    }
    const { client, page } = this.#board;
    const pages = pagesOfAll(client);
    const here = pages.findIndex(({ id }) => id === page?.id);
    const far = (/** @type {Page} */ one) => Math.abs(pages.indexOf(one) - here);
    const [to] = pages.filter(({ ground }) => ground.document === page?.ground.document && ground.number === number).sort((one, other) => far(one) - far(other));
    if (to) this.#board.turnTo(to.id);
    else this.#wiring.onToast('material.link-nowhere');
  }
}
