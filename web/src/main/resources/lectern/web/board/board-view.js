// The board in the class: the surface in the middle, bars around it. Shows values and calls back; what follows the teacher and what
// is open is decided in whiteboard.js.

import { h, mark } from '../dom.js';
import { say } from '../language.js';
import { BoardTools } from './board-tools.js';
import { PageBar } from './page-bar.js';
import { pagesOfAll } from './pages-of.js';
import { StyleBar } from './style-bar.js';
import { kindOfLetter } from './tools/tool-kinds.js';
import { isPicture } from '../material/material-file.js';

/** @typedef {import('./board-surface.js').BoardSurface} BoardSurface */
/** @typedef {import('./board-client.js').BoardClient} BoardClient */

/**
 * @typedef {object} BoardActions
 * @property {(by: number) => void} onTurn
 * @property {(key: string) => void} onToast
 * @property {(files: File[]) => boolean} onMaterials becomes pages; false where that isn't allowed
 */

export class BoardView {
  element;
  #lead = h('div', { class: 'board-lead' });
  #top;
  #surface;
  #tools;
  #style;
  #pages;
  #note = h('p', { class: 'board-note', role: 'status', hidden: true });
  #onToast;
  #onMaterials;

  /** @param {BoardSurface} surface @param {BoardActions} actions */
  constructor(surface, { onTurn, onToast, onMaterials }) {
    this.#surface = surface;
    this.#onToast = onToast;
    this.#onMaterials = onMaterials;
    this.#tools = new BoardTools({
      onTool: (kind) => {
        surface.choose(kind);
        surface.element.focus({ preventScroll: true });
      },
      onInstrument: (kind) => surface.lay(kind),
      onPicture: (file) => this.#files([file], null),
      onUndo: () => surface.undo(),
      onRedo: () => surface.redo(),
    });
    this.#style = new StyleBar(surface);
    this.#pages = new PageBar({ onTurn, onZoom: (factor) => surface.zoomBy(factor), onFit: () => surface.show() });
    this.#top = h('div', { class: 'board-top' }, this.#note, this.#style.element);
    this.element = say(h('section', { class: 'board' }, surface.element, this.#top,
      this.#tools.element, h('div', { class: 'board-foot' }, this.#lead, this.#pages.element, this.#pages.zoom)), 'board.name', {}, 'aria-label');
    surface.insets = () => this.#tools.insets();
    this.#listen();
    surface.element.addEventListener('keydown', (event) => this.#key(event, onTurn));
  }

  /** @param {import('./board-around.js').BoardAround} around */
  surround({ context, lead, over }) {
    this.#top.prepend(context.element);
    this.#lead.append(...lead);
    this.element.append(...over);
  }

  /** @param {{client: BoardClient, page: string, locked: boolean, note: string | null}} state */
  show({ client, page, locked, note }) {
    const mayDraw = client.mayDraw(page);
    this.#tools.show({
      kind: this.#surface.toolbox.kind, instrument: this.#surface.toolbox.instrument?.is ?? null, mayDraw, watches: client.role === 'watcher', hasText: client.page(page)?.ground.type === 'document',
      canUndo: client.canUndo(page), canRedo: client.canRedo(page),
    });
    this.#style.show(mayDraw);
    this.#pages.show({ pages: pagesOfAll(client), shown: page, zoom: this.#surface.view.zoom, locked });
    this.#note.hidden = note === null;
    if (note) say(this.#note, note);
    mark(this.element, 'mayDraw', mayDraw);
    mark(this.element, 'overScreen', locked);
  }

  #listen() {
    const { element } = this.#surface;
    element.addEventListener('dragover', (event) => {
      if (![...(event.dataTransfer?.items ?? [])].some((item) => item.kind === 'file')) return;
      event.preventDefault();
      mark(element, 'over', true);
    });
    element.addEventListener('dragleave', () => mark(element, 'over', false));
    element.addEventListener('drop', (event) => {
      event.preventDefault();
      mark(element, 'over', false);
      this.#files([...(event.dataTransfer?.files ?? [])], event);
    });
    element.addEventListener('paste', (event) => {
      const file = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (!file) return;
      event.preventDefault();
      this.#picture(file, null);
    });
  }

  /** Pictures come onto the page, everything else becomes pages. @param {File[]} files @param {{clientX: number, clientY: number} | null} where */
  #files(files, where) {
    for (const file of files.filter(isPicture)) this.#picture(file, where);
    const others = files.filter((file) => !isPicture(file));
    if (others.length > 0 && !this.#onMaterials(others)) this.#onToast('board.picture-kind');
  }

  /** @param {Blob} file @param {{clientX: number, clientY: number} | null} where */
  async #picture(file, where) {
    const trouble = await this.#surface.putPicture(file, where);
    if (trouble) this.#onToast(trouble);
  }

  /** Letters are tools while the board has the focus; they go no further. @param {KeyboardEvent} event @param {(by: number) => void} onTurn */
  #key(event, onTurn) {
    if (event.defaultPrevented || event.altKey) return;
    const letter = event.key.toLowerCase();
    const command = event.ctrlKey || event.metaKey;
    const kind = command || event.key.length !== 1 ? null : kindOfLetter(letter);
    if (kind) this.#surface.choose(kind);
    else if (command && letter === 'z') (event.shiftKey ? this.#surface.redo() : this.#surface.undo());
    else if (command && letter === 'y') this.#surface.redo();
    else if (command) return;
    else if (event.key === '+' || event.key === '=') this.#surface.zoomBy(1.25);
    else if (event.key === '-') this.#surface.zoomBy(0.8);
    else if (event.key === '0') this.#surface.show();
    else if (event.key === 'PageDown') onTurn(1);
    else if (event.key === 'PageUp') onTurn(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
