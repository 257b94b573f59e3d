// The links that the teacher hands out, to copy or to replace; and those of one person each.

import { copyText } from './copy.js';
import { dialog } from './dialogs.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { say } from './language.js';
import { PersonalLinks } from './personal-links.js';

/** @typedef {'student' | 'watcher'} Guest */

export class InviteDialog {
  /** @type {Record<Guest, HTMLInputElement>} */
  #fields = { student: h('input', { class: 'field', readOnly: true, type: 'text' }), watcher: h('input', { class: 'field', readOnly: true, type: 'text' }) };
  #personal;
  element;

  /**
   * @param {object} actions
   * @param {(role: Guest) => void} actions.onReplace
   * @param {(role: import('./wire.js').Role, name: string) => void} actions.onInvite
   * @param {(id: string) => void} actions.onRevoke
   * @param {(key: string) => void} actions.onToast
   */
  constructor({ onReplace, onInvite, onRevoke, onToast }) {
    /** @param {Guest} role */
    const block = (role) => {
      const field = this.#fields[role];
      field.id = `link-${role}`;
      field.addEventListener('focus', () => field.select());
      const copy = () => {
        field.select();
        return copyText(field.value, onToast);
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
    this.#personal = new PersonalLinks({ onInvite, onRevoke, onToast });
    this.element = dialog('invite-dialog', 'invite.heading', block('student'), block('watcher'), this.#personal.element);
  }

  /** @param {import('./room.js').Room} room */
  show({ links, personal }) {
    this.#personal.show(personal);
    for (const role of /** @type {const} */ (['student', 'watcher'])) {
      if (this.#fields[role].value !== (links[role] ?? '')) this.#fields[role].value = links[role] ?? '';
    }
  }
}
