// After the class, or instead of it: what happened, and what one can do about it.

import { brand } from './class-header.js';
import { h } from './dom.js';
import { known, say } from './language.js';
import { languageSwitch, themeSwitch } from './switches.js';

const JOIN_AGAIN = ['left', 'replaced', 'room-full', 'too-many', 'removed', 'other', 'media', 'internal'];

/**
 * @param {string} reason the server's, or `browser`
 * @param {() => void} onAgain
 */
export function overView(reason, onAgain) {
  const name = known(`over.${reason}`) ? reason : 'other';
  /** @param {string} word @param {() => void} then */
  const button = (word, then) => say(h('button', { class: 'button primary large', type: 'button', data: { action: 'again' }, on: { click: then } }), word);
  return h('main', { class: 'over', data: { reason } },
    h('header', { class: 'page-header' }, brand(), h('span', { class: 'spacer' }), languageSwitch(), themeSwitch()),
    h('div', { class: 'over-body', role: 'status' },
      say(h('h1', {}), `over.${name}`),
      say(h('p', { class: 'lead' }), `over.${name}-text`),
      JOIN_AGAIN.includes(name) && button('over.again', onAgain),
      name === 'version' && button('over.reload', () => location.reload())));
}
