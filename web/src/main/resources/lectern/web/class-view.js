// The class on the screen: header, strip of tiles, stage, people, toolbar, and what lies over them. Shows values; every
// press goes to the actions it was given.

import { ClassHeader } from './class-header.js';
import { h, mark, move } from './dom.js';
import { icon } from './icons.js';
import { InviteDialog } from './invite-dialog.js';
import { say } from './language.js';
import { keyOf } from './layout.js';
import { leaveDialog } from './leave-dialog.js';
import { PeoplePanel } from './people-panel.js';
import { SettingsDialog } from './settings-dialog.js';
import { Tile } from './tile.js';
import { Toasts } from './toasts.js';
import { Toolbar } from './toolbar.js';

const PEOPLE_OPEN_FROM = '(min-width: 75rem)'; // room for three columns

/**
 * @typedef {object} Actions
 * @property {() => void} onMicrophone
 * @property {() => void} onCamera
 * @property {() => void} onShare
 * @property {() => void} onLeave
 * @property {() => void} onEnd
 * @property {(id: string) => void} onRemove
 * @property {(id: string, may: boolean) => void} onAllowDrawing
 * @property {(id: string) => void} onUndoBy
 * @property {() => void} onWriteOnScreen
 * @property {(role: 'student' | 'watcher') => void} onReplaceLink
 * @property {(role: import('./wire.js').Role, name: string) => void} onInvite makes a link for one person
 * @property {(id: string) => void} onRevoke
 * @property {(place: import('./layout.js').Place) => void} onPin
 * @property {() => void} onHear
 * @property {(deviceId: string) => void} onSpeaker
 * @property {() => void} onLayout sizes changed
 */
/**
 * @typedef {object} ClassModel
 * @property {import('./room.js').Room} room
 * @property {ReturnType<typeof import('./layout.js').arrange>} layout
 * @property {string} pinned
 * @property {Set<string>} speaking
 * @property {import('./own-media.js').OwnMedia} own
 * @property {import('./board/board-client.js').BoardClient | null} board
 * @property {boolean} mayWriteOnScreen
 * @property {(place: import('./layout.js').Place) => MediaStreamTrack | null} pictureOf
 */

export class ClassView {
  #actions;
  #header = new ClassHeader(() => this.#settings.open(this.#role === 'watcher'));
  #stage = say(h('section', { class: 'stage' }), 'class.stage', {}, 'aria-label');
  #empty = say(h('p', { class: 'stage-empty' }), 'class.waiting');
  #strip = say(h('section', { class: 'strip' }), 'class.tiles', {}, 'aria-label');
  #people;
  #toolbar = new Toolbar((tool) => this.#used(tool));
  #toasts = new Toasts();
  #banner = h('p', { class: 'banner', role: 'status', hidden: true });
  #hear;
  #write;
  #talking = say(h('p', { class: 'talking', role: 'status', hidden: true }), 'class.talking');
  #invite;
  #leave;
  #settings;
  /** @type {Map<string, Tile>} */
  #tiles = new Map();
  /** @type {import('./wire.js').Role} */
  #role = 'watcher';
  /** @type {HTMLElement | null} */
  #board = null;
  #reconnecting = false;
  #blocked = false;
  element;

  /** @param {Actions} actions @param {import('./own-media.js').OwnMedia} own */
  constructor(actions, own) {
    this.#actions = actions;
    this.#people = new PeoplePanel(actions);
    this.#people.close.addEventListener('click', () => this.#showPeople(false));
    this.#hear = h('button', { class: 'button primary hear', type: 'button', hidden: true, on: { click: actions.onHear } },
      icon('sound'), say(h('span', {}), 'class.hear'));
    this.#write = h('button', { class: 'button primary small write-on-screen', type: 'button', hidden: true, data: { action: 'write-on-screen' }, on: { click: actions.onWriteOnScreen } },
      icon('pen'), say(h('span', {}), 'board.write-on-screen'));
    this.#invite = new InviteDialog({ onReplace: actions.onReplaceLink, onInvite: actions.onInvite, onRevoke: actions.onRevoke, onToast: (key) => this.toast(key) });
    this.#leave = leaveDialog({ onLeave: actions.onLeave, onEnd: actions.onEnd });
    this.#settings = new SettingsDialog({ own, onSpeaker: actions.onSpeaker });
    this.#stage.append(this.#empty);
    this.element = h('main', { class: 'class' },
      this.#header.element, this.#strip, this.#stage, this.#people.element, this.#toolbar.element,
      h('div', { class: 'over-stage' }, this.#banner, this.#hear, this.#talking, this.#write), this.#toasts.element,
      this.#invite.element, this.#leave, this.#settings.element);
    for (const place of [this.#stage, this.#strip]) new ResizeObserver(() => actions.onLayout()).observe(place);
    this.#strip.addEventListener('scroll', () => actions.onLayout(), { passive: true });
    this.element.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !matchMedia(PEOPLE_OPEN_FROM).matches) this.#showPeople(false);
    });
    this.#showPeople(matchMedia(PEOPLE_OPEN_FROM).matches);
  }

  /** @param {ClassModel} model */
  show({ room, layout, pinned, speaking, own, pictureOf, board = null, mayWriteOnScreen = false }) {
    this.#role = room.role;
    this.#header.show(room);
    this.#people.show(room, speaking, board);
    this.#write.hidden = !mayWriteOnScreen;
    this.#toolbar.show({ role: room.role, mayInvite: Object.keys(room.links).length > 0, own, peopleOpen: this.#peopleOpen });
    this.#invite.show(room);
    mark(this.element, 'watching', room.role === 'watcher');

    const places = [...(layout.stage ? [layout.stage] : []), ...layout.tiles];
    const keys = new Set(places.map(keyOf));
    for (const [key, tile] of this.#tiles) {
      if (keys.has(key)) continue;
      tile.close();
      this.#tiles.delete(key);
    }
    const alone = room.people.size === 1;
    for (const place of places) {
      const person = room.people.get(place.participant);
      if (!person) continue;
      const isOwn = person.id === room.self;
      const tile = this.#tiles.get(keyOf(place)) ?? new Tile(place, isOwn && place.track === 'camera', this.#actions.onPin);
      this.#tiles.set(keyOf(place), tile);
      tile.show({
        person,
        picture: pictureOf(place),
        speaking: speaking.has(person.id),
        muted: isOwn ? !own.on('microphone') : !person.tracks.includes('microphone'),
        bars: room.bars[person.id],
        pinned: pinned === keyOf(place),
        note: place !== layout.stage ? null : isOwn && alone ? 'class.alone' : null,
      });
    }
    this.#empty.hidden = layout.stage !== null || layout.board === 'stage';
    if (this.#board) this.#board.hidden = layout.board === 'none';
    const stageTile = layout.stage && this.#tiles.get(keyOf(layout.stage));
    layout.tiles.forEach((place, i) => {
      const tile = this.#tiles.get(keyOf(place));
      if (tile && this.#strip.children[i] !== tile.element) move(this.#strip, tile.element, this.#strip.children[i] ?? null);
    });
    if (stageTile && stageTile.element.parentElement !== this.#stage) move(this.#stage, stageTile.element, this.#board);
    mark(this.element, 'lone', layout.tiles.length === 0);
    mark(this.element, 'sharing', own.on('screen'));
    this.#showBanner(own.on('screen'));
  }

  /** Puts the whiteboard on the stage, in place of the one before. @param {HTMLElement} board */
  useBoard(board) {
    this.#board?.remove();
    this.#board = board;
    this.#stage.append(board);
  }

  /** Every tile with its size in physical pixels. */
  shown() {
    const page = new DOMRect(0, 0, innerWidth, innerHeight);
    const strip = this.#strip.getBoundingClientRect();
    return [...this.#tiles.values()].map((tile) => tile.size(tile.element.parentElement === this.#strip ? strip : page));
  }

  /** What shows a place's picture. @param {import('./layout.js').Place} place */
  videoOf(place) {
    return this.#tiles.get(keyOf(place))?.video ?? null;
  }

  /** Puts something in that has no place of its own to be seen. @param {Element} element */
  attach(element) {
    this.element.append(element);
  }

  /** @param {string} key @param {Record<string, string>} values @param {import('./toasts.js').ToastAction} [action] */
  toast(key, values = {}, action = undefined) {
    this.#toasts.show(key, values, action);
  }

  /** @param {number} ms */
  showRoundTrip(ms) {
    this.#header.showRoundTrip(ms);
  }

  /** @param {boolean} blocked */
  showSoundBlocked(blocked) {
    this.#hear.hidden = !blocked;
  }

  /** @param {boolean} reconnecting */
  showReconnecting(reconnecting) {
    this.#reconnecting = reconnecting;
    this.#showBanner('sharing' in this.element.dataset);
  }

  /** @param {boolean} blocked */
  showBlocked(blocked) {
    this.#blocked = blocked;
    this.#showBanner('sharing' in this.element.dataset);
  }

  /** @param {boolean} talking */
  showTalking(talking) {
    this.#talking.hidden = !talking;
  }

  /** @param {boolean} sharing */
  #showBanner(sharing) {
    const word = this.#reconnecting ? 'class.reconnecting' : this.#blocked ? 'class.blocked' : sharing ? 'class.sharing' : null;
    this.#banner.hidden = word === null;
    mark(this.element, 'reconnecting', this.#reconnecting);
    this.#banner.dataset.tone = this.#reconnecting || this.#blocked ? 'warning' : 'info';
    if (word) say(this.#banner, word);
  }

  get #peopleOpen() {
    return this.element?.dataset.people === 'open';
  }

  /** @param {boolean} open */
  #showPeople(open) {
    this.element.dataset.people = open ? 'open' : 'closed';
    this.#people.element.inert = !open;
    this.#toolbar.buttons.people.setAttribute('aria-expanded', String(open));
    mark(this.#toolbar.buttons.people, 'active', open);
    this.#actions.onLayout();
  }

  /** @param {import('./toolbar.js').Tool} tool */
  #used(tool) {
    switch (tool) {
      case 'microphone': return this.#actions.onMicrophone();
      case 'camera': return this.#actions.onCamera();
      case 'share': return this.#actions.onShare();
      case 'people': return this.#showPeople(!this.#peopleOpen);
      case 'invite': return this.#invite.element.showModal();
      case 'leave': return this.#role === 'teacher' ? this.#leave.showModal() : this.#actions.onLeave();
    }
  }
}
