// The links that the teacher hands out, to copy or to replace.

import { dialog } from './dialogs.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { say } from './language.js';

/** @typedef {'student' | 'watcher'} Guest */

export class InviteDialog {
  /** @type {Record<Guest, HTMLInputElement>} */
  #fields = { student: h('input', { class: 'field', readOnly: true, type: 'text' }), watcher: h('input', { class: 'field', readOnly: true, type: 'text' }) };
  element;

  /** @param {{onReplace: (role: Guest) => void, onToast: (key: string) => void}} actions */
  constructor({ onReplace, onToast }) {
    /** @param {Guest} role */
    const block = (role) => {
      const field = this.#fields[role];
      field.id = `link-${role}`;
      field.addEventListener('focus', () => field.select());
      const copy = async () => {
        field.select();
        await navigator.clipboard.writeText(field.value).then(() => onToast('invite.copied'), () => onToast('invite.not-copied'));
      };
      const replace = () => {
        onReplace(role);
        onToast('invite.replaced');
      };
      return h('section', { class: 'link-block', data: { role } },
        h('label', { htmlFor: field.id }, say(h('strong', {}), `invite.${role}`), ' ', say(h('span', { class: 'hint' }), `invite.${role}-hint`)),
        h('div', { class: 'link-row' }, field,
          h('button', { class: 'button primary', type: 'button', data: { action: 'copy' }, on: { click: copy } }, icon('copy'), say(h('span', {}), 'invite.copy')),
          h('button', { class: 'button', type: 'button', data: { action: 'replace' }, on: { click: replace } }, icon('again'), say(h('span', {}), 'invite.replace'))));
    };
    this.element = dialog('invite-dialog', 'invite.heading', block('student'), block('watcher'));
  }

  /** @param {Readonly<Record<string, string>>} links */
  show(links) {
    for (const role of /** @type {const} */ (['student', 'watcher'])) {
      if (this.#fields[role].value !== (links[role] ?? '')) this.#fields[role].value = links[role] ?? '';
    }
  }
}
