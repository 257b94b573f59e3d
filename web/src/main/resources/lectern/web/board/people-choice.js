// Students to choose from, each with a box to tick.

import { h } from '../dom.js';
import { say } from '../language.js';

/** @typedef {import('../wire.js').Participant} Participant */

export class PeopleChoice {
  element = h('div', { class: 'people-choice', role: 'group' });
  #onChange;
  #shown = '';

  /** @param {(chosen: string[]) => void} onChange */
  constructor(onChange) {
    this.#onChange = onChange;
    say(this.element, 'board.students', {}, 'aria-label');
  }

  /** @param {Participant[]} students @param {string[]} chosen */
  show(students, chosen) {
    const state = JSON.stringify([students.map(({ id, name }) => [id, name]), chosen]);
    if (state === this.#shown) return;
    this.#shown = state;
    const focused = this.element.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.participant : null;
    if (students.length === 0) this.element.replaceChildren(say(h('p', { class: 'hint' }), 'board.no-students'));
    else this.element.replaceChildren(...students.map(({ id, name }) => {
      const box = h('input', { type: 'checkbox', checked: chosen.includes(id), data: { participant: id }, on: { change: () => this.#onChange(this.chosen) } });
      return h('label', { class: 'choice' }, box, h('span', {}, name));
    }));
    if (focused) /** @type {HTMLElement | null} */ (this.element.querySelector(`[data-participant="${CSS.escape(focused)}"]`))?.focus();
  }

  /** @returns {string[]} */
  get chosen() {
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (this.element.querySelectorAll('input:checked'))].map(({ dataset }) => dataset.participant ?? '');
  }
}

/** One of a few things. @param {string} name @param {Record<string, string>} words by value @param {(value: string) => void} onChoose */
export function segments(name, words, onChoose) {
  /** @type {Record<string, HTMLInputElement>} */
  const inputs = {};
  const element = h('div', { class: 'segments', role: 'radiogroup' }, ...Object.entries(words).map(([value, word]) => {
    inputs[value] = h('input', { type: 'radio', name, value, on: { change: () => onChoose(value) } });
    return h('label', { class: 'segment' }, inputs[value], say(h('span', {}), word));
  }));
  return { element, choose: (/** @type {string} */ value) => (inputs[value].checked = true) };
}
