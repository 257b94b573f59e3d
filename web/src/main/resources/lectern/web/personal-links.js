// Links of one person each: made by a name and a role, copied, and revoked one by one. The newest is on top.

import { copyText } from './copy.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { label, say } from './language.js';
import { NAME_CHARS } from './wire.js';

/** @typedef {import('./wire.js').PersonalLink} PersonalLink */
/** @typedef {import('./wire.js').Role} Role */

/** @type {Role[]} */
const ROLES = ['student', 'watcher', 'assistant'];

export class PersonalLinks {
  #list = h('ul', { class: 'personal-list', hidden: true });
  /** @type {readonly PersonalLink[]} */
  #shown = [];
  /** @type {Map<string, HTMLElement>} */
  #rows = new Map();
  #actions;
  element;

  /**
   * @param {object} actions
   * @param {(role: Role, name: string) => void} actions.onInvite
   * @param {(id: string) => void} actions.onRevoke
   * @param {(key: string) => void} actions.onToast
   */
  constructor(actions) {
    this.#actions = actions;
    const name = label(h('input', { class: 'field', id: 'personal-name', type: 'text', maxLength: NAME_CHARS, autocomplete: 'off', autocapitalize: 'words' }), 'invite.personal-name');
    say(name, 'invite.personal-name', {}, 'placeholder');
    const role = label(h('select', { class: 'field', id: 'personal-role' },
      ...ROLES.map((one) => say(h('option', { value: one }), `role.${one}`))), 'invite.personal-role');
    const make = h('button', { class: 'button primary', type: 'submit', disabled: true, data: { action: 'make' } }, say(h('span', {}), 'invite.personal-make'));
    name.addEventListener('input', () => { make.disabled = !name.value.trim(); });
    const form = h('form', { class: 'personal-form', on: {
      submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        const whom = name.value.trim();
        if (!whom) return;
        actions.onInvite(/** @type {Role} */ (role.value), whom);
        name.value = '';
        make.disabled = true;
        name.focus(); // the next name
      },
    } }, name, role, make);
    this.element = h('section', { class: 'link-block personal', 'aria-labelledby': 'personal-heading' },
      h('p', { class: 'personal-heading' }, say(h('strong', { id: 'personal-heading' }), 'invite.personal'), ' ', say(h('span', { class: 'hint' }), 'invite.personal-hint')),
      form, this.#list);
  }

  /** @param {readonly PersonalLink[]} links in the order in which they were made */
  show(links) {
    if (links === this.#shown) return;
    this.#shown = links;
    const ids = new Set(links.map((one) => one.id));
    for (const [id, row] of this.#rows) {
      if (ids.has(id)) continue;
      row.remove();
      this.#rows.delete(id);
    }
    for (const link of links) {
      if (this.#rows.has(link.id)) continue;
      const row = this.#row(link);
      this.#rows.set(link.id, row);
      this.#list.prepend(row);
    }
    this.#list.hidden = links.length === 0;
  }

  /** @param {PersonalLink} link */
  #row({ id, name, role, link }) {
    /** @param {string} action @param {string} classes @param {string} word @param {() => void} then @param {string[]} icons */
    const button = (action, classes, word, then, ...icons) => say(h('button', {
      class: `button small ${classes}`, type: 'button', data: { action }, on: { click: then },
    }, ...icons.map(icon), say(h('span', {}), word)), 'invite.personal-of', { name }, 'aria-description');
    const copy = button('copy', '', 'invite.personal-copy', () => copyText(link, this.#actions.onToast), 'copy');
    const revoke = button('revoke', 'quiet', 'invite.personal-revoke', () => ask(true));
    const keep = button('keep', '', 'invite.personal-keep', () => ask(false));
    const now = button('revoke-now', 'danger', 'invite.personal-revoke', () => {
      ask(false);
      this.#actions.onRevoke(id);
    });
    const about = say(h('span', { class: 'hint' }), `role.${role}`);
    const row = h('li', { class: 'personal-row', data: { invitation: id }, on: {
      keydown: (/** @type {KeyboardEvent} */ event) => {
        if (event.key !== 'Escape' || now.hidden) return;
        event.preventDefault(); // takes back the question, and leaves the dialog open
        event.stopPropagation();
        ask(false);
      },
    } }, h('span', { class: 'personal-name' }, h('span', {}, name), about), copy, revoke, keep, now);
    /** Nothing brings a revoked link back. @param {boolean} asking */
    const ask = (asking) => {
      const hadFocus = row.contains(document.activeElement);
      copy.hidden = revoke.hidden = asking;
      keep.hidden = now.hidden = !asking;
      say(about, asking ? 'invite.personal-ask' : `role.${role}`);
      if (hadFocus) (asking ? keep : revoke).focus();
    };
    keep.hidden = now.hidden = true;
    return row;
  }
}
