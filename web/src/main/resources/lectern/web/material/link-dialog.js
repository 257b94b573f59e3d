// Asked before a link of a material is opened: it leads out of the class, and what it is called on the page may be anything.

import { dialog } from '../dialogs.js';
import { h } from '../dom.js';
import { say } from '../language.js';

export function linkDialog() {
  let opens = '';
  const address = h('p', { class: 'link-address' });
  const element = dialog('link-dialog', 'material.link-heading', say(h('p', {}), 'material.link-lead'), address, h('div', { class: 'dialog-buttons' },
    say(h('button', { class: 'button', type: 'button', on: { click: () => element.close() } }), 'people.keep'),
    say(h('button', {
      class: 'button primary', type: 'button', data: { action: 'open-link' },
      on: {
        click: () => {
          element.close();
          window.open(opens, '_blank', 'noopener,noreferrer');
        },
      },
    }), 'material.link-open')));
  /** @param {string} text @returns {boolean} whether it is one that may be opened */
  const ask = (text) => {
    const url = webAddress(text);
    if (!url) return false;
    opens = url;
    address.textContent = url;
    element.showModal();
    return true;
  };
  return { element, ask };
}

/** As the browser would open it: a name that only looks like another one is seen. @param {string} text @returns {string | null} null where it isn't of the web */
export function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}
