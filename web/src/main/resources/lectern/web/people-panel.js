// Who is here, by role and in the order of coming.

import { h, mark } from './dom.js';
import { announce, bars, become, icon } from './icons.js';
import { label, say } from './language.js';
import { everybody } from './room.js';
import { hueOf, initialsOf } from './tile.js';

/** @typedef {{onRemove: (id: string) => void, onAllowDrawing: (id: string, may: boolean) => void, onUndoBy: (id: string) => void}} PanelActions */

class Row {
  #avatar = h('span', { class: 'avatar', 'aria-hidden': 'true' });
  #name = h('span', { class: 'person-name' });
  #role = h('span', { class: 'person-role' });
  #screen = icon('screen');
  #microphone = icon('microphone');
  #camera = icon('camera');
  #bars = bars();
  #remove;
  #draws = icon('pen');
  #allow;
  #undo;
  #confirm;

  /** @param {string} id @param {PanelActions} actions */
  constructor(id, { onRemove, onAllowDrawing, onUndoBy }) {
    const confirming = (/** @type {boolean} */ on) => () => mark(this.element, 'confirming', on);
    this.#remove = h('button', { class: 'tile-button', type: 'button', data: { action: 'remove' }, on: { click: confirming(true) } }, icon('remove'));
    this.#undo = h('button', { class: 'tile-button', type: 'button', data: { action: 'undo-by' }, on: { click: () => onUndoBy(id) } }, icon('undo'));
    this.#allow = h('button', {
      class: 'person-draw', type: 'button', data: { action: 'allow-drawing' },
      on: { click: () => onAllowDrawing(id, this.#allow.getAttribute('aria-pressed') !== 'true') },
    }, icon('pen'));
    const question = h('span', { class: 'question' });
    this.#confirm = question;
    this.element = h('li', { class: 'person', data: { participant: id, hue: hueOf(id) } },
      this.#avatar,
      h('span', { class: 'person-words' }, this.#name, this.#role),
      h('span', { class: 'person-marks' }, this.#screen, this.#microphone, this.#camera, this.#bars, this.#draws, this.#allow, h('span', { class: 'person-actions' }, this.#undo, this.#remove)),
      h('span', { class: 'person-confirm' }, question,
        say(h('button', { class: 'button danger small', type: 'button', data: { action: 'remove-now' }, on: { click: () => onRemove(id) } }), 'people.remove-now'),
        say(h('button', { class: 'button small', type: 'button', on: { click: confirming(false) } }), 'people.keep')));
  }

  /** @param {import('./wire.js').Participant} person @param {{own: boolean, speaking: boolean, bars: number | undefined, removable: boolean, draws: boolean, leads: boolean}} state `draws`: on the pages of all; `leads`: we say who may */
  show(person, { own, speaking, bars: quality, removable, draws, leads }) {
    const microphone = person.tracks.includes('microphone');
    const camera = person.tracks.includes('camera');
    const sends = person.role !== 'watcher';
    this.#avatar.textContent = initialsOf(person.name);
    say(this.#name, own ? 'class.you' : 'page.name', { name: person.name });
    say(this.#role, person.away ? 'class.away' : `role.${person.role}`);
    become(this.#microphone, microphone ? 'microphone' : 'microphone-off');
    announce(this.#microphone, microphone ? null : 'class.muted');
    become(this.#camera, camera ? 'camera' : 'camera-off');
    this.#screen.toggleAttribute('hidden', !person.tracks.includes('screen'));
    this.#microphone.toggleAttribute('hidden', !sends);
    this.#camera.toggleAttribute('hidden', !sends);
    this.#bars.toggleAttribute('hidden', quality === undefined);
    this.element.dataset.bars = quality === undefined ? '' : String(quality);
    if (quality !== undefined) say(this.#bars, 'class.line', { n: quality }, 'aria-label');
    mark(this.element, 'speaking', speaking && microphone);
    mark(this.element, 'muted', sends && !microphone);
    mark(this.element, 'dark', sends && !camera);
    mark(this.element, 'away', person.away);
    const student = person.role === 'student';
    this.#draws.toggleAttribute('hidden', !student || !draws || leads);
    announce(this.#draws, draws ? 'people.draws' : null);
    this.#allow.hidden = this.#undo.hidden = !student || !leads;
    this.#allow.setAttribute('aria-pressed', String(draws));
    label(this.#allow, draws ? 'people.draw-forbid' : 'people.draw-allow', { name: person.name });
    label(this.#undo, 'people.undo-by', { name: person.name });
    this.#remove.hidden = !removable;
    label(this.#remove, 'people.remove', { name: person.name });
    say(this.#confirm, 'people.removing', { name: person.name });
  }
}

export class PeoplePanel {
  #heading = h('h2', { id: 'people-heading' });
  #list = h('ul', { class: 'people-list' });
  #actions;
  /** @type {Map<string, Row>} */
  #rows = new Map();
  close = label(h('button', { class: 'icon-button', type: 'button' }, icon('close')), 'tool.close');
  element = h('aside', { class: 'people', id: 'people', 'aria-labelledby': 'people-heading' },
    h('header', {}, this.#heading, this.close), this.#list);

  /** @param {PanelActions} actions */
  constructor(actions) {
    this.#actions = actions;
  }

  /** @param {import('./room.js').Room} room @param {Set<string>} speaking @param {import('./board/board-client.js').BoardClient | null} board */
  show(room, speaking, board) {
    const people = everybody(room);
    const moderates = room.role === 'teacher' || room.role === 'assistant';
    say(this.#heading, 'people.heading', { n: people.length });
    for (const [id, row] of this.#rows) {
      if (room.people.has(id)) continue;
      row.element.remove();
      this.#rows.delete(id);
    }
    people.forEach((person, i) => {
      const row = this.#rows.get(person.id) ?? new Row(person.id, this.#actions);
      this.#rows.set(person.id, row);
      const own = person.id === room.self;
      row.show(person, { own, speaking: speaking.has(person.id), bars: room.bars[person.id], removable: moderates && !own && person.role !== 'teacher',
        draws: board !== null && (board.drawing.all || board.drawing.some.includes(person.id)), leads: board?.moderates ?? false });
      if (this.#list.children[i] !== row.element) this.#list.insertBefore(row.element, this.#list.children[i] ?? null);
    });
  }
}
