// Who may draw on the pages of all: nobody, everybody, or those who were chosen. For those who lead.

import { h, mark } from '../dom.js';
import { icon } from '../icons.js';
import { say } from '../language.js';
import { PeopleChoice, segments } from './people-choice.js';
import { opens } from './popover.js';

/** @typedef {import('../wire.js').Participant} Participant */
/** @typedef {import('./board-wire.js').Drawing} Drawing */

export class DrawingButton {
  #word = h('span', {});
  #who;
  #choice;
  #box;
  #choosing = false; // somebody is to be chosen, though nobody is yet
  /** @type {Participant[]} */
  #students = [];
  /** @type {Drawing} */
  #drawing = { all: false, some: [] };
  element;

  /** @param {(drawing: Drawing) => void} onAllow */
  constructor(onAllow) {
    this.#choice = new PeopleChoice((some) => onAllow({ all: false, some }));
    this.#who = segments('drawing', { nobody: 'board.draw-nobody', all: 'board.draw-all', some: 'board.draw-some' }, (value) => {
      this.#choosing = value === 'some';
      if (value === 'all') onAllow({ all: true, some: [] });
      else if (value === 'nobody' || this.#drawing.all) onAllow({ all: false, some: [] });
      this.#fill();
    });
    this.#box = h('div', { class: 'panel drawing-panel' }, say(h('h3', {}), 'board.draw-who'), this.#who.element, this.#choice.element);
    const face = h('button', { class: 'board-button', type: 'button', data: { action: 'drawing' } }, icon('pen'), this.#word);
    this.element = h('div', {}, face, this.#box);
    opens(face, this.#box, () => this.#fill());
    this.#box.addEventListener('toggle', () => (this.#choosing = false));
  }

  /** @param {Drawing} drawing @param {Participant[]} students */
  show(drawing, students) {
    this.#drawing = drawing;
    this.#students = students;
    const may = students.filter(({ id }) => drawing.some.includes(id)).length;
    const word = drawing.all ? 'board.draws-all' : may > 0 ? 'board.draws-some' : 'board.draws-nobody';
    say(this.#word, word, { n: may });
    say(/** @type {Element} */ (this.element.firstElementChild), word, { n: may }, 'aria-label');
    mark(this.element, 'on', drawing.all || may > 0);
    if (this.#box.matches(':popover-open')) this.#fill();
  }

  #fill() {
    const { all, some } = this.#drawing;
    if (some.length > 0) this.#choosing = true;
    const value = all ? 'all' : this.#choosing ? 'some' : 'nobody';
    this.#who.choose(value);
    this.#choice.element.hidden = value !== 'some';
    this.#choice.show(this.#students, some);
  }
}
