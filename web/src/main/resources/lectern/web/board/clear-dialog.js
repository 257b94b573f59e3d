// Asked before all ink of a page goes.

import { dialog } from '../dialogs.js';
import { h } from '../dom.js';
import { say } from '../language.js';

export function clearDialog() {
  let then = () => {};
  const element = dialog('clear-dialog', 'board.clear-heading', say(h('p', {}), 'board.clear-lead'), h('div', { class: 'dialog-buttons' },
    say(h('button', { class: 'button', type: 'button', on: { click: () => element.close() } }), 'people.keep'),
    say(h('button', {
      class: 'button danger', type: 'button', data: { action: 'clear-now' },
      on: {
        click: () => {
          element.close();
          then();
        },
      },
    }), 'board.clear-now')));
  const ask = (/** @type {() => void} */ next) => {
    then = next;
    element.showModal();
  };
  return { element, ask };
}
