// Asked before pages go that somebody wrote on, or several at once.

import { dialog } from '../dialogs.js';
import { h } from '../dom.js';
import { say } from '../language.js';

export function deleteDialog() {
  let then = () => {};
  const words = h('p', {});
  const element = dialog('delete-dialog', 'board.delete-heading', words, h('div', { class: 'dialog-buttons' },
    say(h('button', { class: 'button', type: 'button', on: { click: () => element.close() } }), 'people.keep'),
    say(h('button', {
      class: 'button danger', type: 'button', data: { action: 'delete-now' },
      on: {
        click: () => {
          element.close();
          then();
        },
      },
    }), 'board.delete')));
  /** @param {number} count @param {() => void} next */
  const ask = (count, next) => {
    then = next;
    say(words, count === 1 ? 'board.delete-written' : 'board.delete-several', { n: count });
    element.showModal();
  };
  return { element, ask };
}
