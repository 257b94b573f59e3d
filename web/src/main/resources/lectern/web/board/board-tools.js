// The bar of tools beside the board. Kinds of the same family share a button, which opens them.

import { h, mark } from '../dom.js';
import { become, icon } from '../icons.js';
import { label } from '../language.js';
import { LETTERS, changesPage } from './tools/tool-kinds.js';
import { MATERIALS } from '../material/material-file.js';

/** @typedef {import('./tools/tool-kinds.js').ToolKind} ToolKind */
/** @typedef {'ruler' | 'compass' | 'protractor'} InstrumentKind */
/** @typedef {ToolKind | InstrumentKind} Choice */

/** @type {{name: string, of: Choice[]}[]} */
const BUTTONS = [
  { name: 'select', of: ['select'] }, { name: 'pen', of: ['pen'] }, { name: 'marker', of: ['marker'] }, { name: 'eraser', of: ['eraser'] },
  { name: 'shapes', of: ['line', 'arrow', 'rectangle', 'ellipse', 'polygon'] }, { name: 'text', of: ['text'] },
  { name: 'laser', of: ['laser'] }, { name: 'hand', of: ['hand'] }, { name: 'read', of: ['read'] }, { name: 'instruments', of: ['ruler', 'compass', 'protractor'] },
];
/** @type {Record<Choice, string>} */
const WORDS = {
  select: 'board.select', pen: 'board.pen', marker: 'board.marker', eraser: 'board.eraser', line: 'board.line', arrow: 'board.arrow', rectangle: 'board.rectangle',
  ellipse: 'board.ellipse', polygon: 'board.polygon', text: 'board.text', laser: 'board.laser', hand: 'board.hand', read: 'material.select-text', ruler: 'board.ruler', compass: 'board.compass',
  protractor: 'board.protractor',
};

/** @param {Choice} kind */
const isTool = (kind) => Object.hasOwn(LETTERS, kind);

export class BoardTools {
  element;
  #actions;
  /** @type {Map<string, {button: HTMLButtonElement, glyph: Element, of: Choice[], menu: HTMLElement | null, shown: Choice}>} */
  #groups = new Map();
  /** @type {Map<Choice, HTMLButtonElement>} those in menus */
  #inMenus = new Map();
  #picture;
  #undo;
  #redo;

  /** @param {{onTool: (kind: ToolKind) => void, onInstrument: (kind: InstrumentKind) => void, onPicture: (file: File) => void, onUndo: () => void, onRedo: () => void}} actions */
  constructor(actions) {
    this.#actions = actions;
    const file = h('input', { type: 'file', accept: MATERIALS, hidden: true, 'aria-hidden': 'true', tabIndex: -1 });
    file.addEventListener('change', () => {
      for (const one of file.files ?? []) actions.onPicture(one);
      file.value = '';
    });
    this.#picture = button('picture', 'board.picture', () => file.click());
    this.#undo = button('undo', 'board.undo', actions.onUndo);
    this.#redo = button('redo', 'board.redo', actions.onRedo);
    const groups = BUTTONS.map(({ name, of }) => this.#group(name, of));
    this.element = h('div', { class: 'board-tools', role: 'toolbar', 'aria-orientation': 'vertical' }, ...groups.slice(0, 6), this.#picture, ...groups.slice(6), h('hr', {}), this.#undo, this.#redo, file);
    label(this.element, 'board.tools');
    this.element.removeAttribute('title');
    document.addEventListener('pointerdown', (event) => {
      if (!(event.target instanceof Element && event.target.closest('.board-menu, .board-tool[aria-haspopup]'))) this.#openMenu(null);
    }, true);
    this.element.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#openMenu(null);
    });
  }

  /** @param {{kind: ToolKind, instrument: InstrumentKind | null, mayDraw: boolean, watches: boolean, hasText: boolean, canUndo: boolean, canRedo: boolean}} state */
  show({ kind, instrument, mayDraw, watches, hasText, canUndo, canRedo }) {
    for (const group of this.#groups.values()) {
      const now = group.of.find((one) => one === kind || one === instrument);
      if (now && now !== group.shown) this.#face(group, now);
      group.button.setAttribute('aria-pressed', String(now !== undefined));
      group.button.disabled = group.of.every((one) => (isTool(one) ? changesPage(/** @type {ToolKind} */ (one)) : true)) && !mayDraw;
      if (group.of[0] === 'read') group.button.hidden = !hasText && kind !== 'read';
    }
    for (const [one, item] of this.#inMenus) item.setAttribute('aria-pressed', String(one === kind || one === instrument));
    this.#picture.disabled = !mayDraw;
    this.#undo.disabled = !canUndo;
    this.#redo.disabled = !canRedo;
    mark(this.element, 'watches', watches);
    mark(this.element, 'reads', hasText || kind === 'read');
  }

  /** What the bar covers of the board, in pixels: its left edge, or on a phone the lower one. */
  insets() {
    const { offsetWidth, offsetHeight, offsetLeft } = this.element;
    if (offsetWidth === 0) return { left: 0, bottom: 0 };
    return isUpright() ? { left: 0, bottom: offsetHeight + offsetLeft } : { left: offsetWidth + offsetLeft, bottom: 0 };
  }

  /** @param {string} name @param {Choice[]} of */
  #group(name, of) {
    const glyph = icon(of[0]);
    const single = of.length === 1;
    const press = () => (single ? this.#choose(of[0]) : this.#openMenu(this.#groups.get(name)?.menu?.hidden ? name : null));
    const face = h('button', { class: 'board-tool', type: 'button', data: { tool: name }, on: { click: press } }, glyph);
    label(face, WORDS[of[0]], { letter: letterOf(of[0]) });
    if (single) {
      this.#groups.set(name, { button: face, glyph, of, menu: null, shown: of[0] });
      return face;
    }
    face.setAttribute('aria-haspopup', 'true');
    face.setAttribute('aria-expanded', 'false');
    const menu = h('div', { class: 'board-menu', role: 'group', hidden: true }, ...of.map((one) => {
      const item = h('button', { class: 'board-tool', type: 'button', data: { tool: one }, on: { click: () => this.#choose(one) } }, icon(one));
      this.#inMenus.set(one, item);
      return label(item, WORDS[one], { letter: letterOf(one) });
    }));
    this.#groups.set(name, { button: face, glyph, of, menu, shown: of[0] });
    return h('div', { class: 'board-group' }, face, menu);
  }

  /** @param {Choice} one */
  #choose(one) {
    this.#openMenu(null);
    if (isTool(one)) this.#actions.onTool(/** @type {ToolKind} */ (one));
    else this.#actions.onInstrument(/** @type {InstrumentKind} */ (one));
  }

  /** The last one used of a family is on its button. @param {{button: HTMLButtonElement, glyph: Element, shown: Choice}} group @param {Choice} one */
  #face(group, one) {
    group.shown = one;
    become(group.glyph, one);
    label(group.button, WORDS[one], { letter: letterOf(one) });
  }

  /** @param {string | null} name */
  #openMenu(name) {
    for (const [own, { menu, button: face }] of this.#groups) {
      if (!menu) continue;
      menu.hidden = own !== name;
      face.setAttribute('aria-expanded', String(own === name));
      if (own === name) place(menu, face);
    }
  }
}

/** A phone upright, as board.css says. */
const isUpright = () => matchMedia('(max-width: 47.99rem) and (orientation: portrait)').matches;

/** Beside its button, wherever the bar is scrolled to: the bar cuts off what leaves it, so the menu hangs on the window. @param {HTMLElement} menu @param {HTMLElement} face */
function place(menu, face) {
  const box = face.getBoundingClientRect();
  const upright = isUpright();
  const left = upright ? Math.min(box.left, innerWidth - menu.offsetWidth - 8) : box.right + 10;
  const top = upright ? box.top - menu.offsetHeight - 10 : Math.min(box.top, innerHeight - menu.offsetHeight - 8);
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${Math.max(8, top)}px`;
}

/** @param {Choice} one */
const letterOf = (one) => (/** @type {Record<string, string>} */ (LETTERS)[one] ?? '').toUpperCase();

/** @param {string} name @param {string} word @param {() => void} onClick */
function button(name, word, onClick) {
  return label(h('button', { class: 'board-tool', type: 'button', data: { tool: name }, on: { click: onClick } }, icon(name)), word);
}
