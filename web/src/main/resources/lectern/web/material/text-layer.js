// The words of the page that is shown, unseen over its picture: the browser selects and copies them, screen readers read them. Over
// them its links, under them the places that were searched for.

import { MOST_WORDS, linesOfSpans } from './text-spans.js';
import { h, mark } from '../dom.js';
import { label, say } from '../language.js';

/** @typedef {import('../board/board-wire.js').Region} Region */
/** @typedef {import('./material-wire.js').Link} Link */

const FAMILY = 'sans-serif';
const MOST_LINKS = 500;
const MOST_MARKS = 500;

export class TextLayer {
  #words = say(h('div', { class: 'page-words', role: 'region' }), 'material.text', {}, 'aria-label');
  #links = h('div', { class: 'page-links' });
  #marks = h('div', { class: 'page-marks', 'aria-hidden': 'true' });
  #onLink;
  #measure;
  element;

  /** @param {(link: Link) => void} onLink */
  constructor(onLink) {
    this.#onLink = onLink;
    this.element = h('div', { class: 'page-layer', hidden: true }, this.#marks, this.#words, this.#links);
    const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    this.#measure = (/** @type {string} */ text, /** @type {number} */ size) => {
      pen.font = `${size}px ${FAMILY}`;
      return pen.measureText(text).width;
    };
    // What is pressed here isn't the board's; a finger moves the page, and after holding it selects.
    this.element.addEventListener('pointerdown', (event) => {
      const link = /** @type {Element} */ (event.target).closest('.page-link');
      if (link || event.pointerType !== 'touch') event.stopPropagation();
    });
    this.element.addEventListener('contextmenu', (event) => event.stopPropagation());
  }

  /** @param {import('./material-wire.js').PageText | null} text */
  show(text) {
    this.#words.replaceChildren(...linesOfSpans(text?.words ?? [], this.#measure).map((line) => h('div', { class: 'page-line' }, ...line.map((span) => {
      const element = h('span', {}, span.text);
      const { style } = element;
      style.left = `${span.x}px`;
      style.top = `${span.y}px`;
      style.fontSize = `${span.size}px`;
      style.lineHeight = `${span.height}px`;
      style.wordSpacing = `${span.spacing}px`;
      style.transform = `scaleX(${span.stretch})`;
      return element;
    }))));
    this.#links.replaceChildren(...(text?.links ?? []).slice(0, MOST_LINKS).map((link) => {
      const element = h('button', { class: 'page-link', type: 'button', on: { click: () => this.#onLink(link) } });
      if (link.address !== undefined && link.address !== null) label(element, 'material.link', { address: link.address });
      else label(element, 'material.link-page', { n: (link.number ?? 0) + 1 });
      return stand(element, link.place);
    }));
    this.element.hidden = text === null;
    mark(this.element, 'cut', (text?.words.length ?? 0) > MOST_WORDS);
  }

  /** Places that were searched for. @param {Region[]} places @param {number} current of them; -1 is none */
  mark(places, current) {
    this.#marks.replaceChildren(...places.slice(0, MOST_MARKS).map((place, i) => {
      const element = stand(h('i', { class: 'page-mark' }), place);
      mark(element, 'current', i === current);
      return element;
    }));
    if (places.length > 0) this.element.hidden = false;
  }

  /** @param {import('../board/viewport.js').Viewport} view */
  look({ x, y, zoom }) {
    this.element.style.transform = `matrix(${zoom}, 0, 0, ${zoom}, ${-x * zoom}, ${-y * zoom})`;
  }
}

/** @template {HTMLElement} E @param {E} element @param {Region} place in page units @returns {E} */
function stand(element, { x, y, width, height }) {
  const { style } = element;
  [style.left, style.top, style.width, style.height] = [x, y, width, height].map((each) => `${each}px`);
  return element;
}
