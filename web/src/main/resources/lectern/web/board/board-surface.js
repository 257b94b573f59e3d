// The page on the screen and under the hand: canvases, pointers, the tools. What is drawn goes to the client at once and is painted
// in the pointer's own event; everything else is painted with the next frame.

import { h } from '../dom.js';
import { boundsOf } from './bounds.js';
import { topAt } from './hit.js';
import { InHand } from './in-hand.js';
import { Layers } from './layers.js';
import { Overlay } from './overlay.js';
import { colourOf, isDarkPage } from './painter.js';
import { bearable } from './picture-file.js';
import { listenToPointers } from './pointers.js';
import { documentPage } from '../material/page-plan.js';
import { authorOf } from './shapes.js';
import { TextField } from './text-field.js';
import { adds, copies, ordered, restyled } from './tools/arrange.js';
import { Compass, Protractor, Ruler } from './tools/instruments.js';
import { FIRST_STYLE } from './tools/style.js';
import { written } from './tools/text-tool.js';
import { Toolbox } from './tools/toolbox.js';
import { move } from './tools/transform.js';
import { fitting, pannedBy, regionOf, resized, toPagePoint, viewport, zoomedAround } from './viewport.js';

/** @typedef {import('./tools/desk.js').ToolOutput} ToolOutput */
/** @typedef {import('./board-wire.js').Region} Region */
/** @typedef {import('./board-client.js').BoardClient} BoardClient */

const MARGIN_PIXELS = 12;
const NAMED_PIXELS = 4; // how near the pointer comes to a shape to be told who drew it
const DUPLICATE_PIXELS = 24;
const PICTURE_SHARE = 0.6; // of the view that a new picture takes at most

/**
 * @typedef {object} SurfaceActions
 * @property {() => void} onDone something came of an input: the client has outputs
 * @property {(byHand: boolean) => void} onView the view is another one
 * @property {() => void} onTool the tool, the selection or the instrument is another one
 * @property {(participant: string) => string} nameOf
 * @property {() => import('./board-wire.js').Page[]} ahead pages that may be turned to next, the nearest first
 */

export class BoardSurface {
  /** @type {import('./tools/style.js').Style} */
  style = FIRST_STYLE;
  view = viewport(0, 0, 1, 1, 1);
  /** What bars cover at the edges, in pixels: a page is fitted beside them. */
  insets = () => ({ left: 0, bottom: 0 });
  toolbox;
  element;
  /** For what lies under the paper's canvases. */
  under;
  /** @type {import('./tools/desk.js').Desk} */
  #desk;
  #client;
  #assets;
  #documents;
  #actions;
  #page = '';
  #locked = false; // the page lies over a shared screen: it stays where that is
  #layers = new Layers(this.view);
  #hand = new InHand();
  #over;
  #text = new TextField((asked, words, size) => this.#written(asked, words, size));
  /** @type {Set<string>} */
  #hidden = new Set();
  /** @type {import('./tools/selection-box.js').SelectionBox | null} */
  #box = null;
  /** @type {Region | null} */
  #marquee = null;
  /** @type {{at: import('./board-wire.js').Point | null, laser: boolean}} */
  #pointing = { at: null, laser: false };
  #frame = 0;

  /** @param {BoardClient} client @param {import('./assets.js').Assets} assets @param {import('../material/page-pictures.js').PagePictures} documents @param {SurfaceActions} actions */
  constructor(client, assets, documents, actions) {
    this.#client = client;
    this.#assets = assets;
    this.#documents = documents;
    this.#actions = actions;
    this.#over = new Overlay(actions.nameOf);
    this.#desk = {
      sheet: () => client.sheet(this.#page),
      mayDraw: () => client.mayDraw(this.#page),
      mayChange: (shape) => client.mayChange(this.#page, shape),
      newId: () => client.newId(),
      topOrder: () => client.topOrder(this.#page),
      style: () => this.style,
      zoom: () => this.view.zoom,
    };
    this.toolbox = new Toolbox(this.#desk);
    this.under = h('div', { class: 'board-under' });
    this.element = h('div', { class: 'board-surface', tabIndex: 0, role: 'application', data: { cursor: 'cross' } }, this.under, ...this.#layers.elements, this.#text.element);
    listenToPointers(this.element, {
      view: () => this.view,
      input: (input) => this.#input(input),
      pan: (held) => this.toolbox.pan(held),
      pinch: (from, to, factor) => {
        const zoomed = zoomedAround(this.view, from.x, from.y, this.view.zoom * factor);
        this.#look(pannedBy(zoomed, (to.x - from.x) / zoomed.zoom, (to.y - from.y) / zoomed.zoom));
      },
      scroll: (dx, dy) => this.#look(pannedBy(this.view, dx / this.view.zoom, dy / this.view.zoom)),
      zoom: (at, factor) => this.#look(zoomedAround(this.view, at.x, at.y, this.view.zoom * factor)),
    });
    this.element.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => this.#resized()).observe(this.element);
  }

  get page() {
    return this.#client.page(this.#page);
  }

  /** Is something being drawn or written, so that the paper had better stay where it is? */
  get isBusy() {
    return this.toolbox.isBusy || this.#text.isOpen;
  }

  /** What is selected. */
  get selection() {
    return this.toolbox.selection.selection;
  }

  /** @param {string} page @param {boolean} locked */
  turnTo(page, locked) {
    this.#locked = locked;
    if (page === this.#page) return;
    this.#text.finish();
    this.#do(this.toolbox.drop());
    this.#do(this.toolbox.selection.clear());
    this.#page = page;
    this.#pointing = { at: null, laser: false };
    this.#layers.spoil();
    this.request();
  }

  /** @param {Region | null} region null is the whole page */
  show(region = null) {
    const { page } = this;
    if (!page) return;
    const part = region ?? { x: 0, y: 0, width: page.width, height: page.height };
    const { width, height } = this.view;
    const { left, bottom } = this.#locked ? { left: 0, bottom: 0 } : this.insets();
    const { x, y, zoom } = fitting(part, width - left, height - bottom, this.#locked || region ? 0 : Math.min(MARGIN_PIXELS, width / 30));
    this.#look(viewport(x - left / zoom, y, zoom, width, height), false);
  }

  /** @param {number} factor */
  zoomBy(factor) {
    this.#look(zoomedAround(this.view, this.view.width / 2, this.view.height / 2, this.view.zoom * factor));
  }

  /** @param {import('./tools/tool-kinds.js').ToolKind} kind */
  choose(kind) {
    this.#text.finish();
    this.#do(this.toolbox.choose(kind));
    this.#actions.onTool();
  }

  /** @param {Iterable<string>} ids of shapes on the page */
  select(ids) {
    this.choose('select');
    this.#do(this.toolbox.selection.select(ids));
  }

  /** Lays the instrument in the middle of the view; the same again takes it away. @param {'ruler' | 'compass' | 'protractor'} kind */
  lay(kind) {
    const { x, y, width, height } = regionOf(this.view);
    const made = { ruler: Ruler, compass: Compass, protractor: Protractor }[kind];
    const instrument = this.toolbox.instrument?.is === kind ? null : new made(x + width / 2, y + height / 2);
    this.#do(this.toolbox.lay(instrument));
    this.#actions.onTool();
  }

  /** @param {(style: import('./tools/style.js').Style) => import('./tools/style.js').Style} next @param {((look: import('./board-wire.js').Look) => import('./board-wire.js').Look) | null} selected what it does to what is selected */
  restyle(next, selected = null) {
    this.style = next(this.style);
    if (selected && !this.selection.isEmpty) this.#commit(restyled(this.selection.shapes, selected));
    this.#actions.onTool();
  }

  /** @param {'duplicate' | 'front' | 'back' | 'delete'} what */
  arrange(what) {
    const { shapes } = this.selection;
    if (what === 'delete') this.#do(this.toolbox.selection.delete());
    else if (what === 'duplicate') {
      const made = copies(this.#desk, shapes, move(DUPLICATE_PIXELS / this.view.zoom, DUPLICATE_PIXELS / this.view.zoom));
      this.#commit(adds(made));
      this.#do(this.toolbox.selection.selectNew(made));
    } else this.#commit(ordered(this.#desk, shapes, what));
  }

  undo() {
    this.#text.finish();
    this.#do(this.toolbox.drop());
    this.#client.undo(this.#page);
    this.#actions.onDone();
  }

  redo() {
    this.#client.redo(this.#page);
    this.#actions.onDone();
  }

  /** Puts a picture where it was dropped, or in the middle. @param {Blob} file @param {{clientX: number, clientY: number} | null} where @returns {Promise<string | null>} a word's key where it can't be */
  async putPicture(file, where = null) {
    if (!this.#client.mayDraw(this.#page)) return 'board.not-allowed';
    const page = this.#page;
    try {
      const { asset, width, height } = await this.#assets.put(await bearable(file));
      const box = this.element.getBoundingClientRect();
      const at = where ? toPagePoint(this.view, where.clientX - box.left, where.clientY - box.top) : toPagePoint(this.view, box.width / 2, box.height / 2);
      const seen = regionOf(this.view);
      const scale = Math.min(1, (seen.width * PICTURE_SHARE) / width, (seen.height * PICTURE_SHARE) / height);
      const form = { type: 'picture', asset, width: width * scale, height: height * scale };
      const frame = { x: at.x - form.width / 2, y: at.y - form.height / 2, rotation: 0, scaleX: 1, scaleY: 1 };
      const shape = { id: this.#client.newId(), order: this.#client.topOrder(page), frame, look: { colour: 'ink', width: 1, opacity: 1, dash: /** @type {const} */ ('solid') }, form };
      this.#client.edit(page, adds([shape]));
      if (page === this.#page) {
        this.choose('select');
        this.#do(this.toolbox.selection.selectNew([shape]));
      }
      this.#actions.onDone();
      return null;
    } catch (error) {
      return error instanceof Error && error.message.startsWith('board.') ? error.message : 'board.picture-failed';
    }
  }

  // What the client says.

  /** @param {import('./shapes.js').Edit[]} edits */
  edited(edits) {
    this.#layers.spoilBy(edits);
    this.#do(this.toolbox.pageChanged());
    this.request();
  }

  /** All of it anew: another page, another right, a picture that came. */
  spoil() {
    this.#layers.spoil();
    this.#do(this.toolbox.pageChanged());
    this.request();
  }

  /** A part of what it shows came. @param {{document: string, number: number}} page @param {Region} region */
  pictureCame({ document, number }, region) {
    const ground = this.page?.ground;
    if (ground?.document !== document || ground.number !== number) return;
    this.#layers.spoil(region);
    this.request();
  }

  /** Paints with the next frame. */
  request() {
    this.#frame ||= requestAnimationFrame(() => this.#paint());
  }

  /** As others are to see me now. @returns {import('./board-wire.js').Presence} */
  presence() {
    const { at, laser } = this.#pointing;
    const { page } = this;
    return {
      page: this.#page, laser, ...(at && { cursor: at }), ...this.#hand.said(),
      ...(this.#client.role === 'teacher' && page?.ground.type !== 'screen' && { view: regionOf(this.view) }),
    };
  }

  /** @param {import('./tools/desk.js').PointerInput} input */
  #input(input) {
    if (input.kind === 'down') this.#text.finish();
    if (input.kind === 'hover' && this.#over.pointedAt(this.#authorAt(input), input)) this.request();
    this.#do(this.toolbox.handle(input));
  }

  /** @param {ToolOutput[]} outputs */
  #do(outputs) {
    for (const output of outputs) this.#doOne(output);
    if (outputs.length > 0) this.request();
  }

  /** @param {ToolOutput} output */
  #doOne(output) {
    switch (output.do) {
      case 'draw':
        this.#hand.draw(output.stroke, output.from);
        this.#paintHand(); // at once: not with the next frame
        return this.#present();
      case 'preview':
        this.#hand.preview(output.shapes);
        this.#hide(new Set([...output.hidden, ...output.shapes.map(({ id }) => id)]));
        return this.#present();
      case 'nothing-in-hand':
        this.#marquee = null;
        this.#hand.clear();
        this.#hide(new Set());
        return this.#present();
      case 'commit': return this.#commit(output.changes, output.sameStep);
      case 'selected':
        this.#box = output.box;
        return this.#actions.onTool();
      case 'marquee':
        this.#marquee = output.region;
        return;
      case 'edit-text': return this.#write(output.asked);
      case 'point-at':
        this.#over.laser(this.#client.self, output.laser ? output.at : null, performance.now());
        this.#pointing = { at: output.at, laser: output.laser };
        return this.#present();
      case 'pan-by': return this.#look(pannedBy(this.view, output.dx, output.dy));
      case 'show':
        this.element.dataset.cursor = output.cursor;
        return;
      case 'laid': return;
    }
  }

  /** @param {import('./board-wire.js').Change[]} changes @param {boolean} sameStep */
  #commit(changes, sameStep = false) {
    this.#client.edit(this.#page, changes, sameStep);
    this.#actions.onDone();
  }

  #present() {
    this.#client.present(() => this.presence(), performance.now());
    this.#actions.onDone();
  }

  /** @param {import('./tools/text-tool.js').AskedText} asked */
  #write(asked) {
    this.#text.open(asked, () => this.view, colourOf(asked.look.colour, isDarkPage(this.page) ?? false));
    if (asked.id) this.#hide(new Set([asked.id]));
  }

  /** @param {import('./tools/text-tool.js').AskedText} asked @param {string} words @param {{width: number, height: number}} size */
  #written(asked, words, size) {
    this.#hide(new Set());
    const changes = written(this.#desk, asked, words, size);
    if (changes.length > 0) this.#commit(changes);
    this.request();
  }

  /** @param {Set<string>} ids shapes that are in hand, and so not on the page */
  #hide(ids) {
    const sheet = this.#client.sheet(this.#page);
    for (const id of [...this.#hidden, ...ids]) {
      if (this.#hidden.has(id) === ids.has(id)) continue;
      const shape = sheet.find(id);
      if (shape) this.#layers.spoil(boundsOf(shape));
    }
    this.#hidden = ids;
  }

  /** Who drew what is under the pointer, where that is somebody else. @param {import('./tools/desk.js').PointerInput} input */
  #authorAt({ x, y }) {
    if (this.toolbox.kind !== 'select' && this.toolbox.kind !== 'hand') return null;
    const found = topAt(this.#client.sheet(this.#page), x, y, NAMED_PIXELS / this.view.zoom);
    const author = found && authorOf(found.id);
    return author !== this.#client.self ? author : null;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const key = /** @type {const} */ ({ Escape: 'escape', Enter: 'enter', Delete: 'delete', Backspace: 'delete', ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' })[event.key];
    if (!key || event.ctrlKey || event.metaKey) return;
    const outputs = this.toolbox.key({ key, shift: event.shiftKey });
    if (outputs.length === 0 && key !== 'delete') return;
    event.preventDefault();
    event.stopPropagation();
    this.#do(outputs);
  }

  /** @param {import('./viewport.js').Viewport} view */
  #look(view, byHand = true) {
    if (this.#locked && byHand) return;
    this.view = view;
    this.#layers.look(view, devicePixelRatio);
    this.#text.layOut();
    this.#actions.onView(byHand);
    if (this.#client.role === 'teacher') this.#present(); // those who follow come along
    this.request();
  }

  #resized() {
    const { width, height } = this.element.getBoundingClientRect();
    if (width < 1 || height < 1) return;
    this.#look(resized(this.view, width, height), false);
  }

  #paint() {
    this.#frame = 0;
    const nowMs = performance.now();
    this.#wantPictures();
    this.#layers.paintContent({
      page: this.page, sheet: this.#client.sheet(this.#page), hidden: this.#hidden, seesThrough: this.#client.moderates, pictures: (asset) => this.#assets.get(asset), documents: this.#documents,
    });
    this.#paintHand();
    const state = { box: this.#box, marquee: this.#marquee, instrument: this.toolbox.instrument, self: this.#client.self, others: this.#client.presences(this.#page) };
    this.#layers.paintOver((pen, view) => this.#over.paint(pen, view, state, nowMs));
    if (this.#over.isMoving) this.request();
  }

  /** Says what of a document is looked at, and what comes next. */
  #wantPictures() {
    const page = documentPage(this.page);
    const fitted = ({ width, height }) => Math.min(this.view.width / width, this.view.height / height) * devicePixelRatio;
    const ahead = this.#actions.ahead().map(documentPage).filter((one) => one !== null).map((one) => ({ page: one, fitted: fitted(one) }));
    this.#documents.look(page && { page, region: regionOf(this.view), pixelsPerUnit: this.view.zoom * devicePixelRatio, fitted: fitted(page) }, ahead);
  }

  #paintHand() {
    const dark = isDarkPage(this.page) ?? false;
    this.#layers.paintHand((pen) => this.#hand.paint(pen, dark, this.#client.presences(this.#page), (asset) => this.#assets.get(asset)));
  }
}
