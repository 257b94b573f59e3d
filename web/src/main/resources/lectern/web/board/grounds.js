// The papers to choose from.

import { h } from '../dom.js';
import { label } from '../language.js';

/** @type {Record<string, {ground: {type: 'paper', ruling: 'plain' | 'grid' | 'lined' | 'dotted', dark: boolean}, word: string}>} */
export const GROUNDS = {
  plain: { ground: { type: 'paper', ruling: 'plain', dark: false }, word: 'board.ground-plain' },
  grid: { ground: { type: 'paper', ruling: 'grid', dark: false }, word: 'board.ground-grid' },
  lined: { ground: { type: 'paper', ruling: 'lined', dark: false }, word: 'board.ground-lined' },
  dotted: { ground: { type: 'paper', ruling: 'dotted', dark: false }, word: 'board.ground-dotted' },
  dark: { ground: { type: 'paper', ruling: 'plain', dark: true }, word: 'board.ground-dark' },
};

/** A row of them. @param {(ground: any) => void} onChoose */
export function groundChoices(onChoose) {
  return h('div', { class: 'grounds', role: 'group' }, ...Object.entries(GROUNDS).map(([name, { ground, word }]) =>
    label(h('button', {
      class: 'ground', type: 'button', data: { ground: name },
      on: {
        click: (/** @type {Event} */ { currentTarget }) => {
          /** @type {HTMLElement | null} */ (/** @type {Element} */ (currentTarget).closest('[popover]'))?.hidePopover();
          onChoose(ground);
        },
      },
    }), word)));
}
