// The speaker's notes of the page that those who lead look at.

import { h } from '../dom.js';
import { say } from '../language.js';
import { recall, remember } from '../remembered.js';

export class NotesPanel {
  #words = h('p', { class: 'notes-words', tabIndex: 0 });
  element = h('details', { class: 'notes', hidden: true }, say(h('summary', {}), 'material.notes'), this.#words);

  constructor() {
    this.element.open = recall('notes') !== 'closed';
    this.element.addEventListener('toggle', () => remember('notes', this.element.open ? 'open' : 'closed'));
  }

  /** @param {string | null} notes */
  show(notes) {
    this.element.hidden = notes === null;
    if (notes === null || this.#words.textContent === notes) return;
    this.#words.textContent = notes;
    this.#words.scrollTop = 0;
  }
}
