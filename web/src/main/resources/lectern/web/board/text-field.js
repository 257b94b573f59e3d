// Where text is written: a real field over the board, so that input methods work, in the place and size that it will have.

import { h } from '../dom.js';
import { say } from '../language.js';
import { LINE, fontOf, measure } from './text-layout.js';

/** @typedef {import('./tools/text-tool.js').AskedText} AskedText */
/** @typedef {import('./viewport.js').Viewport} Viewport */

const MOST_CHARS = 10_000;

export class TextField {
  element = say(h('textarea', { class: 'board-text', hidden: true, spellcheck: false, maxLength: MOST_CHARS, autocomplete: 'off' }), 'board.text-field', {}, 'aria-label');
  #onWritten;
  /** @type {AskedText | null} */
  #asked = null;
  /** @type {(() => Viewport) | null} */
  #view = null;

  /** @param {(asked: AskedText, words: string, size: {width: number, height: number}) => void} onWritten */
  constructor(onWritten) {
    this.#onWritten = onWritten;
    this.element.addEventListener('input', () => this.layOut());
    this.element.addEventListener('blur', () => this.finish());
    this.element.addEventListener('keydown', (event) => {
      event.stopPropagation(); // no tool's letter, no microphone
      if (event.isComposing) return;
      if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        this.finish();
      }
    });
    for (const type of ['pointerdown', 'wheel', 'paste', 'keyup']) this.element.addEventListener(type, (event) => event.stopPropagation());
  }

  /** The text that is being written, if it is on the page already: it isn't painted meanwhile. */
  get writes() {
    return this.#asked?.id ?? null;
  }

  get isOpen() {
    return this.#asked !== null;
  }

  /** @param {AskedText} asked @param {() => Viewport} view @param {string} colour */
  open(asked, view, colour) {
    this.finish();
    this.#asked = { ...asked, width: breaksAt(asked) };
    this.#view = view;
    this.element.value = asked.text;
    this.element.style.color = colour;
    this.element.hidden = false;
    this.layOut();
    this.element.focus({ preventScroll: true });
    this.element.setSelectionRange(asked.text.length, asked.text.length);
  }

  /** In its place: after a letter, or when the view is another one. */
  layOut() {
    if (!this.#asked || !this.#view) return;
    const { frame, size, bold, width } = this.#asked;
    const { x, y, zoom } = this.#view();
    const box = measure(this.element.value || ' ', size, bold, width);
    const { style } = this.element;
    style.font = fontOf(size, bold);
    style.lineHeight = String(LINE);
    style.width = `${Math.max(width || box.width + size, size)}px`;
    style.height = `${box.height + 2}px`;
    style.whiteSpace = width > 0 ? 'pre-wrap' : 'pre';
    style.transform = `translate(${(frame.x - x) * zoom}px, ${(frame.y - y) * zoom}px) rotate(${frame.rotation}deg) scale(${zoom * frame.scaleX}, ${zoom * frame.scaleY})`;
  }

  finish() {
    const asked = this.#asked;
    if (!asked) return;
    this.#asked = null;
    this.element.hidden = true;
    const words = this.element.value;
    this.#onWritten(asked, words, measure(words, asked.size, asked.bold, asked.width));
  }
}

/** Where its lines break while it is written. One that is as wide as its longest line wasn't given a width: it grows. @param {AskedText} asked */
function breaksAt({ text, size, bold, width }) {
  const natural = measure(text || ' ', size, bold, 0);
  return Math.abs(natural.width - width) < size / 2 && natural.height === measure(text || ' ', size, bold, width * 1.02).height ? 0 : width;
}
