// The four edges of the curtain, to be pulled by those who lead, or moved by arrows.

import { h } from '../dom.js';
import { icon } from '../icons.js';
import { label } from '../language.js';

/** @typedef {import('./board-wire.js').Region} Region */
/** @typedef {import('./viewport.js').Viewport} Viewport */
/** @typedef {'left' | 'top' | 'right' | 'bottom'} Side */

const SMALLEST = 40; // in page units
const STEP = 40;
const SAY_MS = 120;
/** @type {Record<Side, string>} */
const WORDS = { left: 'board.curtain-left', top: 'board.curtain-top', right: 'board.curtain-right', bottom: 'board.curtain-bottom' };

/** @param {Region} from @param {Side} side @param {{x: number, y: number}} to @returns {Region} */
export function pulled({ x, y, width, height }, side, to) {
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  if (side === 'left') left = Math.min(to.x, right - SMALLEST);
  else if (side === 'right') right = Math.max(to.x, left + SMALLEST);
  else if (side === 'top') top = Math.min(to.y, bottom - SMALLEST);
  else bottom = Math.max(to.y, top + SMALLEST);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export class CurtainEdges {
  element;
  #onChange;
  #view;
  /** @type {Region | null} */
  #region = null;
  /** @type {Region | null} while it is pulled */
  #pulled = null;
  #saidMs = -Infinity;

  /** @param {{onChange: (curtain: Region | null) => void, view: () => Viewport}} actions */
  constructor({ onChange, view }) {
    this.#onChange = onChange;
    this.#view = view;
    const open = label(h('button', { class: 'curtain-open', type: 'button', data: { action: 'curtain-open' }, on: { click: () => onChange(null) } }, icon('close')), 'board.curtain-open');
    this.element = h('div', { class: 'curtain', hidden: true }, .../** @type {Side[]} */ (Object.keys(WORDS)).map((side) => this.#edge(side)), open);
  }

  /** @param {Region | null} region null where there is none to pull */
  show(region) {
    this.#region = region;
    this.place();
  }

  /** The view is another one. */
  place() {
    const region = this.#pulled ?? this.#region;
    this.element.hidden = region === null;
    if (!region) return;
    const { x, y, zoom } = this.#view();
    const { style } = this.element;
    style.left = `${(region.x - x) * zoom}px`;
    style.top = `${(region.y - y) * zoom}px`;
    style.width = `${region.width * zoom}px`;
    style.height = `${region.height * zoom}px`;
  }

  /** @param {Side} side */
  #edge(side) {
    const edge = label(h('button', { class: 'curtain-edge', type: 'button', data: { side } }), WORDS[side]);
    edge.addEventListener('pointerdown', (event) => {
      if (!this.#region || event.button !== 0) return;
      this.#pulled = this.#region;
      edge.setPointerCapture(event.pointerId);
    });
    edge.addEventListener('pointermove', (event) => {
      if (!this.#pulled) return;
      const { x, y, zoom } = this.#view();
      const box = /** @type {Element} */ (this.element.parentElement).getBoundingClientRect();
      this.#pulled = pulled(this.#pulled, side, { x: x + (event.clientX - box.left) / zoom, y: y + (event.clientY - box.top) / zoom });
      this.place();
      if (performance.now() - this.#saidMs > SAY_MS) this.#say();
    });
    edge.addEventListener('lostpointercapture', () => {
      if (!this.#pulled) return;
      this.#say();
      this.#region = this.#pulled; // until the server says so
      this.#pulled = null;
    });
    edge.addEventListener('keydown', (event) => {
      const by = { ArrowUp: -STEP, ArrowLeft: -STEP, ArrowDown: STEP, ArrowRight: STEP }[event.key];
      if (!by || !this.#region) return;
      event.preventDefault();
      const { x, y, width, height } = this.#region;
      const from = { x: side === 'right' ? x + width : x, y: side === 'bottom' ? y + height : y };
      this.#region = pulled(this.#region, side, { x: from.x + by, y: from.y + by });
      this.place();
      this.#onChange(this.#region);
    });
    return edge;
  }

  #say() {
    this.#saidMs = performance.now();
    if (this.#pulled) this.#onChange(this.#pulled);
  }
}
