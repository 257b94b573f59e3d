// Short words in passing. They never take the focus; screen readers say them when there is a pause.

import { h } from './dom.js';
import { say } from './language.js';

const SHOWN_MS = 4_000;
const ANSWERED_MS = 10_000; // where there is something to press
const READ_MS = 80; // a letter
const AT_MOST = 3; // thirty arrivals at once are no thirty toasts

/** @typedef {{word: string, then: () => void}} ToastAction */

export class Toasts {
  element = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

  /** @param {string} key @param {Record<string, string>} values @param {ToastAction} [action] */
  show(key, values = {}, action = undefined) {
    const toast = h('p', { class: 'toast', data: { toast: key } }, say(h('span', {}), key, values), action !== undefined && say(h('button', {
      class: 'link', type: 'button',
      on: {
        click: () => {
          toast.remove();
          action.then();
        },
      },
    }), action.word));
    while (this.element.childElementCount >= AT_MOST) this.element.firstElementChild?.remove();
    this.element.append(toast);
    setTimeout(() => toast.remove(), action ? ANSWERED_MS : Math.max(SHOWN_MS, (toast.textContent?.length ?? 0) * READ_MS));
  }
}
