// Which pages to save, and as what.

import { dialog } from '../dialogs.js';
import { h } from '../dom.js';
import { say } from '../language.js';
import { segments } from './people-choice.js';

/** @param {(which: 'this' | 'all', format: import('./page-export.js').Format) => void} onExport */
export function exportDialog(onExport) {
  /** @type {'this' | 'all'} */
  let which = 'this';
  const pages = segments('export-which', { this: 'board.export-this', all: 'board.export-all' }, (value) => (which = /** @type {'this' | 'all'} */ (value)));
  pages.choose('this');
  const button = (/** @type {import('./page-export.js').Format} */ format, /** @type {string} */ word, /** @type {string} */ hint) => h('button', {
    class: 'button export-format', type: 'button', data: { format },
    on: {
      click: () => {
        element.close();
        onExport(which, format);
      },
    },
  }, say(h('strong', {}), word), say(h('span', { class: 'hint' }), hint));
  const element = dialog('export-dialog', 'board.export', pages.element, h('div', { class: 'export-formats' },
    button('png', 'board.export-png', 'board.export-png-hint'), button('svg', 'board.export-svg', 'board.export-svg-hint'),
    button('pdf', 'board.export-pdf', 'board.export-pdf-hint')));
  return element;
}
