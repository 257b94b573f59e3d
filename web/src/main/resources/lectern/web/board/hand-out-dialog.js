// Pages for everybody of their own: which page, and for whom.

import { dialog } from '../dialogs.js';
import { h } from '../dom.js';
import { say } from '../language.js';
import { PeopleChoice, segments } from './people-choice.js';

/** @param {{students: () => import('../wire.js').Participant[], onHandOut: (what: 'this' | 'empty', to: string[] | null) => void}} actions */
export function handOutDialog({ students, onHandOut }) {
  /** @type {'this' | 'empty'} */
  let what = 'this';
  let all = true;
  const choice = new PeopleChoice(() => look());
  const which = segments('hand-out-what', { this: 'board.hand-this', empty: 'board.hand-empty' }, (value) => (what = /** @type {'this' | 'empty'} */ (value)));
  const whom = segments('hand-out-to', { all: 'board.hand-all', some: 'board.hand-some' }, (value) => {
    all = value === 'all';
    look();
  });
  const go = say(h('button', {
    class: 'button primary', type: 'button', data: { action: 'hand-out-now' },
    on: {
      click: () => {
        element.close();
        onHandOut(what, all ? null : choice.chosen);
      },
    },
  }), 'board.hand-now');
  const look = () => {
    choice.element.hidden = all;
    go.disabled = !all && choice.chosen.length === 0;
  };
  const element = dialog('hand-out-dialog', 'board.hand-heading',
    say(h('p', { class: 'hint' }), 'board.hand-lead'), which.element, whom.element, choice.element, h('div', { class: 'dialog-buttons' }, go));
  const open = () => {
    what = 'this';
    all = true;
    which.choose(what);
    whom.choose('all');
    choice.show(students(), []);
    look();
    element.showModal();
  };
  return { element, open };
}
