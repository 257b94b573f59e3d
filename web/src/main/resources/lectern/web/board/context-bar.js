// Says where one is when that isn't simply the class's own page, and how to get back; and what a page over a screen offers.

import { h } from '../dom.js';
import { icon } from '../icons.js';
import { say } from '../language.js';
import { ownPage } from './pages-of.js';

/** @typedef {import('./board-client.js').BoardClient} BoardClient */
/** @typedef {import('./board-wire.js').Page} Page */
/** @typedef {'follow' | 'own' | 'grid' | 'show' | 'stop' | 'still'} Way */

/** @type {Record<Way, {glyph: string, word: string}>} */
const WAYS = {
  follow: { glyph: 'eye', word: 'board.follow' },
  own: { glyph: 'lock', word: 'board.to-own' },
  grid: { glyph: 'grid', word: 'board.to-grid' },
  show: { glyph: 'eye', word: 'board.show-to-class' },
  stop: { glyph: 'close', word: 'board.stop-showing' },
  still: { glyph: 'picture', word: 'board.keep-still' },
};

/**
 * Where somebody is, in words, and the ways from there.
 * @param {BoardClient} client @param {Page} page @param {boolean} follows
 * @returns {{tone: 'around' | 'private' | 'shown' | 'plain', glyph: string, word: string, ways: Way[]} | null}
 */
export function whereabouts(client, page, follows) {
  const leads = client.moderates;
  const own = leads ? null : ownPage(client);
  /** @type {Way[]} */
  const toOwn = own && own.id !== page.id ? ['own'] : [];
  if (page.owner === client.self) {
    if (page.shown) return { tone: 'shown', glyph: 'eye', word: 'board.own-shown', ways: ['follow'] };
    return { tone: 'private', glyph: page.collected ? 'collect' : 'lock', word: page.collected ? 'board.collected' : 'board.own-page', ways: ['follow'] };
  }
  if (page.owner && leads) {
    if (page.id === client.current) return { tone: 'shown', glyph: 'eye', word: 'board.shown-by-you', ways: ['grid', 'stop'] };
    return { tone: 'private', glyph: 'lock', word: page.collected ? 'board.collected-of' : 'board.with-student', ways: ['grid', 'show', 'follow'] };
  }
  if (page.owner) return { tone: 'shown', glyph: 'eye', word: 'board.shown-of', ways: toOwn };
  if (!follows && !leads) return { tone: 'around', glyph: 'eye', word: 'board.looking-around', ways: ['follow', ...toOwn] };
  if (!follows && leads) return { tone: 'around', glyph: 'eye', word: 'board.apart', ways: ['show', 'follow'] };
  if (page.ground.type === 'screen' && leads) return { tone: 'plain', glyph: 'screen', word: 'board.on-screen', ways: ['still'] };
  if (toOwn.length > 0) return { tone: 'plain', glyph: 'lock', word: 'board.have-own', ways: toOwn };
  return null;
}

export class ContextBar {
  element = h('div', { class: 'board-context', role: 'status', hidden: true });
  #onWay;
  #shown = '';

  /** @param {(way: Way) => void} onWay */
  constructor(onWay) {
    this.#onWay = onWay;
  }

  /** @param {ReturnType<typeof whereabouts>} where @param {string} name of whose page it is @param {boolean} leads */
  show(where, name, leads) {
    const state = JSON.stringify([where, name]);
    if (state === this.#shown) return;
    this.#shown = state;
    this.element.hidden = where === null;
    if (!where) return;
    this.element.dataset.tone = where.tone;
    this.element.replaceChildren(icon(where.glyph), say(h('span', { class: 'context-words' }), where.word, { name }), ...where.ways.map((way) => {
      const { glyph, word } = way === 'follow' && (where.tone !== 'around' || leads) ? { glyph: 'people', word: 'board.to-class' } : WAYS[way];
      return h('button', { class: `button small${way === 'follow' ? ' board-follow' : ''}`, type: 'button', data: { way }, on: { click: () => this.#onWay(way) } }, icon(glyph), say(h('span', {}), word));
    }));
  }
}
