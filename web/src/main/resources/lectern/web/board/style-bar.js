// How the next thing will look, and what can be done to what is selected: colours, widths, filling, the kind of eraser.

import { h } from '../dom.js';
import { icon } from '../icons.js';
import { label } from '../language.js';

/** @typedef {import('./tools/style.js').Style} Style */
/** @typedef {import('./tools/tool-kinds.js').ToolKind} ToolKind */
/** @typedef {import('./board-wire.js').Look} Look */
/** @typedef {import('./board-surface.js').BoardSurface} BoardSurface */

const COLOURS = ['ink', '#d0342c', '#e8830c', '#1f8a3b', '#1769d1', '#7a3cc2'];
const MARKERS = ['#ffd400', '#7be04a', '#5cc8ff', '#ff8ad1', '#ffa64d', '#c9a2ff'];
/** @type {Record<string, string>} */
const NAMES = {
  ink: 'board.colour-ink', '#d0342c': 'board.colour-red', '#e8830c': 'board.colour-orange', '#1f8a3b': 'board.colour-green', '#1769d1': 'board.colour-blue', '#7a3cc2': 'board.colour-purple',
  '#ffd400': 'board.colour-yellow', '#7be04a': 'board.colour-green', '#5cc8ff': 'board.colour-blue', '#ff8ad1': 'board.colour-pink', '#ffa64d': 'board.colour-orange', '#c9a2ff': 'board.colour-purple',
};
/** @type {Record<string, number[]>} */
const SIZES = { pen: [3, 6, 12], marker: [14, 24, 40], line: [3, 6, 12], text: [20, 28, 48], eraser: [12, 24, 56] };

/** Which part of the style a tool's width is. @param {ToolKind} kind @returns {'penWidth' | 'markerWidth' | 'lineWidth' | 'textSize' | 'eraserWidth' | null} */
function widthOf(kind) {
  if (kind === 'pen') return 'penWidth';
  if (kind === 'marker') return 'markerWidth';
  if (kind === 'text') return 'textSize';
  if (kind === 'eraser') return 'eraserWidth';
  return ['line', 'arrow', 'rectangle', 'ellipse', 'polygon'].includes(kind) ? 'lineWidth' : null;
}

export class StyleBar {
  #surface;
  #shown = '';
  element = h('div', { class: 'board-style', role: 'group', hidden: true });

  /** @param {BoardSurface} surface */
  constructor(surface) {
    this.#surface = surface;
    label(this.element, 'board.style');
    this.element.removeAttribute('title');
  }

  /** @param {boolean} mayDraw */
  show(mayDraw) {
    const { style, toolbox, selection } = this.#surface;
    const { kind } = toolbox;
    const state = JSON.stringify([mayDraw, style, kind, selection.shapes.map(({ look, form }) => [look.colour, form.type])]);
    if (state === this.#shown) return;
    this.#shown = state;
    const items = !mayDraw ? [] : kind === 'select' ? (selection.isEmpty ? [] : this.#forSelection()) : this.#forTool(kind, style);
    this.element.replaceChildren(...items);
    this.element.hidden = items.length === 0;
  }

  /** @param {ToolKind} kind @param {Style} style */
  #forTool(kind, style) {
    const part = widthOf(kind);
    if (!part) return [];
    const items = [];
    if (kind === 'marker') items.push(...MARKERS.map((colour) => this.#swatch(colour, colour === style.markerColour, () => this.#style({ markerColour: colour }))));
    else if (kind !== 'eraser') items.push(...COLOURS.map((colour) => this.#swatch(colour, colour === style.colour, () => this.#style({ colour, ...(style.fill && { fill: paleOf(colour) }) }))));
    if (items.length > 0) items.push(h('hr', {}));
    const sizes = SIZES[kind] ?? SIZES.line;
    items.push(...sizes.map((size, i) => this.#size(i, style[part] === size, () => this.#style({ [part]: size }))));
    if (kind === 'eraser')
      items.push(h('hr', {}), ...[false, true].map((parts) => this.#toggle(parts ? 'eraser-parts' : 'eraser', parts ? 'board.eraser-parts' : 'board.eraser-whole', style.erasesParts === parts, () => this.#style({ erasesParts: parts }))));
    if (['rectangle', 'ellipse', 'polygon'].includes(kind))
      items.push(h('hr', {}), this.#toggle('fill', 'board.fill', Boolean(style.fill), () => this.#style({ fill: style.fill ? undefined : paleOf(style.colour) })));
    if (part === 'lineWidth') items.push(this.#toggle('dashed', 'board.dashed', style.dash === 'dashed', () => this.#style({ dash: style.dash === 'dashed' ? 'solid' : 'dashed' })));
    if (kind === 'text') items.push(this.#toggle('bold', 'board.bold', style.bold, () => this.#style({ bold: !style.bold })));
    return items;
  }

  #forSelection() {
    const { selection } = this.#surface;
    const [first] = selection.shapes;
    const recolour = (/** @type {string} */ colour) => this.#surface.restyle((style) => style, (look) => ({ ...look, colour }));
    const act = (/** @type {'duplicate' | 'front' | 'back' | 'delete'} */ what, /** @type {string} */ word) => this.#toggle(what, word, null, () => this.#surface.arrange(what));
    const colours = selection.shapes.every(({ form }) => form.type === 'picture') ? [] : COLOURS.map((colour) => this.#swatch(colour, first.look.colour === colour, () => recolour(colour)));
    return [...colours, ...(colours.length > 0 ? [h('hr', {})] : []), act('duplicate', 'board.duplicate'), act('front', 'board.front'), act('back', 'board.back'), act('delete', 'board.delete')];
  }

  /** @param {Partial<Style>} other */
  #style(other) {
    this.#surface.restyle((style) => ({ ...style, ...other }));
  }

  /** @param {string} colour @param {boolean} on @param {() => void} onClick */
  #swatch(colour, on, onClick) {
    const swatch = h('button', { class: 'swatch', type: 'button', data: { colour }, 'aria-pressed': String(on), on: { click: onClick } });
    if (colour !== 'ink') swatch.style.setProperty('--swatch', colour);
    return label(swatch, NAMES[colour]);
  }

  /** @param {number} i @param {boolean} on @param {() => void} onClick */
  #size(i, on, onClick) {
    return label(h('button', { class: 'board-size', type: 'button', data: { size: String(i) }, 'aria-pressed': String(on), on: { click: onClick } }, h('i', {})), ['board.thin', 'board.medium', 'board.thick'][i]);
  }

  /** @param {string} glyph @param {string} word @param {boolean | null} on @param {() => void} onClick */
  #toggle(glyph, word, on, onClick) {
    const toggle = h('button', { class: 'board-tool', type: 'button', data: { act: glyph }, on: { click: onClick } }, icon(glyph));
    if (on !== null) toggle.setAttribute('aria-pressed', String(on));
    return label(toggle, word);
  }
}

/** A light tone of a colour to fill with. @param {string} colour */
function paleOf(colour) {
  if (colour === 'ink') return '#e3e7eb';
  const parts = [1, 3, 5].map((at) => Math.round(255 - (255 - parseInt(colour.slice(at, at + 2), 16)) * 0.25));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
