// The whiteboard of one person in class: owns the client, the surface and the view; takes the server's messages, says what is to be
// said, and decides which page is looked at: the teacher's, or one's own choice until one follows again.

import { say } from '../wire.js';
import { Assets } from './assets.js';
import { BoardAround } from './board-around.js';
import { BoardClient } from './board-client.js';
import { BoardSurface } from './board-surface.js';
import { BoardView } from './board-view.js';
import { ClipShow } from './clip-show.js';
import { ownPage, pagesOfAll } from './pages-of.js';
import { PagePictures } from '../material/page-pictures.js';

const STAMP_CHARS = 6;
const AHEAD = [1, 2, -1]; // pages from the one that is looked at, whose pictures are fetched before they are turned to

/**
 * @typedef {object} Wiring
 * @property {(message: import('../wire.js').Message) => void} send
 * @property {() => string | null} key of one's place in class, for pictures
 * @property {import('./server-clock.js').ServerClock} clock
 * @property {() => boolean} micIsOn
 * @property {(participant: string) => string} nameOf
 * @property {() => import('../wire.js').Participant[]} people
 * @property {(participant: string) => HTMLVideoElement | null} screenOf
 * @property {(key: string, values?: Record<string, string>, action?: {word: string, then: () => void}) => void} onToast
 * @property {() => void} onChanged the page that is shown, or its ground, is another one
 */

export class Whiteboard {
  client;
  surface;
  view;
  around;
  clip;
  #wiring;
  #assets;
  #documents;
  #page = '';
  #follows = true;
  #apart = false; // who leads looks at a page without the class
  #returnTo = ''; // one's own page, when what is shown to the class meanwhile goes
  /** @type {string[]} open besides the page that is looked at */
  #beside = [];
  /** @type {{page: string, region: import('./board-wire.js').Region} | null} what the teacher looks at */
  #teachers = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #showing = false;
  #draining = false;
  #fitting = false;

  /** @param {string} self @param {import('../wire.js').Role} role @param {Wiring} wiring */
  constructor(self, role, wiring) {
    this.#wiring = wiring;
    this.client = new BoardClient(self, role, stamp());
    this.#assets = new Assets(wiring.key, () => {
      this.surface.spoil();
      this.around.spoilAll();
    });
    this.#documents = new PagePictures(wiring.key, (page, region) => {
      this.surface.pictureCame(page, region);
      this.around.spoilDocument(page);
    });
    this.surface = new BoardSurface(this.client, this.#assets, this.#documents, {
      onDone: () => this.#drain(),
      onView: (byHand) => this.#viewed(byHand),
      onTool: () => this.#show(),
      nameOf: wiring.nameOf,
      ahead: () => this.#ahead(),
    });
    this.view = new BoardView(this.surface, { onTurn: (by) => this.turn(by), onFollow: () => this.follow(), onToast: wiring.onToast, onMaterials: (files) => this.around.addMaterials(files) });
    this.around = new BoardAround(this, wiring, this.#assets, this.#documents);
    this.view.surround(this.around);
    this.clip = new ClipShow(this.client.moderates, {
      key: wiring.key, clock: wiring.clock, micIsOn: wiring.micIsOn, onToast: wiring.onToast,
      onPlay: (page, clip) => wiring.send(say.playClip(page, clip)),
    });
    this.surface.under.append(this.clip.element);
    this.view.element.append(this.clip.bar.element);
    this.surface.element.addEventListener('keydown', (event) => {
      if (event.key !== ' ' || event.target !== this.surface.element || !this.clip.isPlayable) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!event.repeat) this.clip.toggle();
    }, { capture: true });
    if (role === 'watcher') this.surface.choose('hand');
  }

  /** The page that is looked at. */
  get page() {
    return this.client.page(this.#page);
  }

  /** Does one look at what the class looks at? */
  get follows() {
    return this.client.moderates ? !this.#apart : this.#follows;
  }

  /** @param {import('../wire.js').Message} message any of the server's */
  received(message) {
    switch (message.type) {
      case 'board':
        this.client.received(message);
        this.#documents.again();
        if (!this.#page) this.#lookAtOwn();
        break;
      case 'page-part':
        this.client.receivedPart(message);
        break;
      case 'presence':
        this.client.receivedPresence(/** @type {any} */ (message), performance.now());
        if (message.presence.view) this.#led(message.presence.page, message.presence.view);
        break;
      case 'happened':
        this.client.happened(message.event);
        this.#handed(message.event);
        if (message.event.type === 'joined' && this.client.role === 'teacher') this.client.present(() => this.surface.presence(), performance.now());
        break;
      case 'refused':
        if (typeof message.number === 'number') this.client.refused(message.number, message.message);
        else if (typeof message.to === 'string') this.around.verbs.refused(message.to);
        break;
      default:
        return;
    }
    this.#drain();
    if (message.type === 'board') this.around.verbs.again();
  }

  /** The line is gone. */
  lost() {
    this.client.lost();
    this.#drain();
  }

  /** Shows a page; those who lead turn the class to it. @param {string} page */
  turnTo(page) {
    if (!this.client.moderates) return this.look(page);
    if (page === this.client.current) return this.follow();
    this.#apart = false;
    this.#wiring.send(say.turnTo(page));
  }

  /** Looks at a page without the class. @param {string} page */
  look(page) {
    this.#returnTo = '';
    this.#follows = false;
    this.#apart = page !== this.client.current;
    this.#lookAt(page);
    this.#show();
  }

  /** Pages that are to be open besides the one that is looked at. @param {string[]} pages all of them each time */
  keepOpen(pages) {
    this.#beside = pages;
    this.client.open([this.#page, ...pages]);
    this.#drain();
  }

  /** Something was done on the client. */
  done() {
    this.#drain();
  }

  /** Who is here, or what they share, is another. */
  peopleChanged() {
    this.#show();
  }

  /** @param {number} by how many pages on */
  turn(by) {
    const pages = pagesOfAll(this.client);
    const next = pages[pages.findIndex(({ id }) => id === this.#page) + by];
    if (next) this.turnTo(next.id);
  }

  /** Looks at what the teacher looks at, now and from now on. */
  follow() {
    this.#follows = true;
    this.#apart = false;
    this.#lookAt(this.client.current);
    this.#fit();
    this.#show();
  }

  close() {
    clearTimeout(this.#timer);
    this.#assets.close();
    this.#documents.close();
    this.around.close();
    this.clip.close();
    this.view.element.remove();
  }

  /** @returns {import('./board-wire.js').Page[]} */
  #ahead() {
    const pages = pagesOfAll(this.client);
    const at = pages.findIndex(({ id }) => id === this.#page);
    return at < 0 ? [] : AHEAD.map((by) => pages[at + by]).filter((page) => page !== undefined);
  }

  #drain() {
    if (this.#draining) return; // what comes of it comes after it
    this.#draining = true;
    let pages = false;
    for (let all = this.client.drain(); all.length > 0; all = this.client.drain()) if (this.#doAll(all)) pages = true;
    this.#draining = false;
    if (pages) this.#pagesChanged();
    this.#show();
    clearTimeout(this.#timer);
    const { nextDeadlineMs } = this.client;
    if (nextDeadlineMs < Infinity) this.#timer = setTimeout(() => this.#time(), Math.max(0, nextDeadlineMs - performance.now()));
  }

  /** @param {import('./board-client.js').Output[]} outputs @returns {boolean} are the pages others now? */
  #doAll(outputs) {
    let pages = false;
    for (const output of outputs) {
      switch (output.do) {
        case 'say':
          this.#wiring.send(output.message);
          break;
        case 'sheet-edited':
          if (output.page === this.#page) this.surface.edited(output.edits);
          this.around.spoil(output.page, true);
          break;
        case 'sheet-replaced':
          if (output.page === this.#page) this.surface.spoil();
          this.around.spoil(output.page, false);
          break;
        case 'presence-changed':
          if (output.page === this.#page) this.surface.request();
          this.around.spoil(output.page, false);
          break;
        case 'pages-changed':
          pages = true;
          break;
        case 'edit-refused':
          this.#wiring.onToast('notice.refused', { why: output.why });
          break;
      }
    }
    return pages;
  }

  #time() {
    this.client.time(performance.now());
    this.#drain();
  }

  #pagesChanged() {
    const { client } = this;
    if (!client.page(this.#page)) this.#follows = !(this.#apart = false);
    if (this.#page === client.current) this.#apart = false;
    if (this.follows) this.#lookAt(client.current);
    this.surface.turnTo(this.#page, this.#locked);
    this.surface.spoil();
    this.around.pagesChanged();
    this.#wiring.onChanged();
  }

  /** Private pages come and go: one's own is shown when it is given, the class again when it is taken. @param {import('../wire.js').Message} event */
  #handed(event) {
    const { client } = this;
    if (client.moderates) return;
    if (event.type === 'page-added' && event.page.owner === client.self) this.look(event.page.id);
    else if (event.type === 'collected' && (this.#returnTo || this.page?.owner === client.self)) {
      this.#returnTo = '';
      this.follow();
    } else if (event.type === 'turned-to') this.#turned(client.page(event.page));
  }

  /** What the teacher shows of somebody is looked at by all, also by those who are at a page of their own; they go back to that. @param {import('./board-wire.js').Page | null} page */
  #turned(page) {
    const { client } = this;
    const back = this.#returnTo;
    if (page?.owner && page.owner !== client.self && this.page?.owner === client.self) {
      const own = this.#page;
      this.follow();
      this.#returnTo = own;
    } else if (back && !page?.owner && client.page(back)) this.look(back);
  }

  #lookAtOwn() {
    const own = this.client.handOut && ownPage(this.client);
    if (own && !own.collected) this.look(own.id);
  }

  /** @param {string} page */
  #lookAt(page) {
    if (page === this.#page) return;
    this.#page = page;
    this.client.open([page, ...this.#beside]);
    this.surface.turnTo(page, this.#locked);
    this.#fit();
    this.#drain();
    this.#wiring.onChanged();
  }

  /** @param {string} page @param {import('./board-wire.js').Region} region */
  #led(page, region) {
    this.#teachers = { page, region };
    if (this.#follows && page === this.#page && !this.surface.isBusy) this.#fit(); // not from under a pen
  }

  /** All of the page, or what the teacher looks at of it. */
  #fit() {
    const led = this.#follows && !this.client.moderates && this.#teachers?.page === this.#page;
    this.surface.show(led && !this.#locked ? this.#teachers?.region : null);
  }

  /** @param {boolean} byHand */
  #viewed(byHand) {
    this.around?.curtain.place();
    this.around?.materials.viewed();
    this.clip?.place(this.surface.view);
    if (byHand) this.#follows = false;
    else if (!this.#fitting && (this.#follows || this.#locked)) this.#refit();
    this.#show();
  }

  /** The surface has another size: what was fitted before is fitted again. */
  #refit() {
    this.#fitting = true;
    this.#fit();
    this.#fitting = false;
  }

  get #locked() {
    return this.page?.ground.type === 'screen';
  }

  #show() {
    if (this.#showing) return;
    this.#showing = true; // many outputs, one look
    queueMicrotask(() => {
      this.#showing = false;
      const { client } = this;
      if (!this.page) return;
      const note = client.role === 'watcher' || client.mayDraw(this.#page) ? null
        : this.page.owner ? null : 'board.not-allowed';
      this.view.show({ client, page: this.#page, locked: this.#locked, note });
      this.around.show();
      this.clip.show(this.page);
      this.clip.place(this.surface.view);
    });
  }
}

/** Small letters and digits that no other client of this person has. */
function stamp() {
  return [...crypto.getRandomValues(new Uint8Array(STAMP_CHARS))].map((byte) => (byte % 36).toString(36)).join('');
}
