// The line at the top: which class, how long already, how good the line is.

import { h } from './dom.js';
import { bars, icon } from './icons.js';
import { label, say } from './language.js';

export const brand = () => h('span', { class: 'brand' }, h('i', { class: 'mark' }), h('span', {}, 'Lectern'));

/** @param {number} seconds */
const clock = (seconds) => [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60]
  .map((part) => String(part).padStart(2, '0')).join(':');

export class ClassHeader {
  #title = h('h1', { class: 'class-title' });
  #elapsed = h('span', {});
  #roundTrip = h('span', { class: 'round-trip' });
  #bars = bars();
  #since = 0;
  element;

  /** @param {() => void} onSettings */
  constructor(onSettings) {
    const settings = label(h('button', { class: 'icon-button', type: 'button', data: { tool: 'settings' }, on: { click: onSettings } }, icon('settings')), 'tool.settings');
    this.element = h('header', { class: 'class-header' }, brand(), this.#title,
      say(h('span', { class: 'live' }), 'class.live'),
      label(h('span', { class: 'elapsed' }, icon('clock'), this.#elapsed), 'class.elapsed'),
      h('span', { class: 'own-line', data: { bars: '' } }, this.#bars, this.#roundTrip), settings);
    const timer = setInterval(() => {
      if (this.element.isConnected) this.#tick();
      else if (this.#since) clearInterval(timer);
    }, 1_000);
  }

  /** @param {import('./room.js').Room} room */
  show(room) {
    this.#title.textContent = room.title;
    document.title = `${room.title} · Lectern`;
    this.#since = room.since ? Date.parse(room.since) : Date.now();
    const quality = room.bars[room.self];
    const line = /** @type {HTMLElement} */ (this.#bars.parentElement);
    line.dataset.bars = quality === undefined ? '' : String(quality);
    if (quality !== undefined) say(this.#bars, 'class.line', { n: quality }, 'aria-label');
    this.#tick();
  }

  /** @param {number} ms */
  showRoundTrip(ms) {
    say(this.#roundTrip, 'class.round-trip', { n: Math.round(ms) });
  }

  #tick() {
    this.#elapsed.textContent = clock(Math.max(0, (Date.now() - this.#since) / 1000));
  }
}
