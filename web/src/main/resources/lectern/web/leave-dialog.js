// Asked of the teacher only: everybody else leaves at once.

import { dialog } from './dialogs.js';
import { h } from './dom.js';
import { say } from './language.js';

/** @param {{onLeave: () => void, onEnd: () => void}} actions */
export function leaveDialog({ onLeave, onEnd }) {
  /** @param {string} action @param {string} classes @param {string} word @param {() => void} then */
  const button = (action, classes, word, then) => say(h('button', {
    class: `button ${classes}`, type: 'button', data: { action },
    on: { click: () => { element.close(); then(); } },
  }), word);
  const element = dialog('leave-dialog', 'leave.heading',
    say(h('p', {}), 'leave.lead'),
    h('div', { class: 'dialog-buttons' },
      button('stay', '', 'leave.stay', () => {}),
      button('leave-only', '', 'leave.only', onLeave),
      button('end-class', 'danger', 'leave.end', onEnd)));
  return element;
}
