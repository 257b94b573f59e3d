// The frame that every dialog of the page has. They open by a person's hand only, so they may take the focus.

import { h } from './dom.js';
import { icon } from './icons.js';
import { label, say } from './language.js';

/**
 * @param {string} name for styles and tests
 * @param {string} heading a word's key
 * @param {import('./dom.js').Child[]} content
 */
export function dialog(name, heading, ...content) {
  const close = label(h('button', { class: 'icon-button', type: 'button', on: { click: () => element.close() } }, icon('close')), 'tool.close');
  const title = say(h('h2', { id: `${name}-heading` }), heading);
  const element = h('dialog', { class: `dialog ${name}`, data: { dialog: name }, 'aria-labelledby': title.id },
    h('header', {}, title, close), ...content);
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close(); // beside it
  });
  return element;
}
