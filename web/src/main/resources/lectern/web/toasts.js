// Short words in passing. They never take the focus; screen readers say them when there is a pause.

import { h } from './dom.js';
import { say } from './language.js';

const SHOWN_MS = 4_000;
const AT_MOST = 3; // thirty arrivals at once are no thirty toasts

export class Toasts {
  element = h('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

  /** @param {string} key @param {Record<string, string>} values */
  show(key, values = {}) {
    const toast = say(h('p', { class: 'toast', data: { toast: key } }), key, values);
    while (this.element.childElementCount >= AT_MOST) this.element.firstElementChild?.remove();
    this.element.append(toast);
    setTimeout(() => toast.remove(), SHOWN_MS);
  }
}
