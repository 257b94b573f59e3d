// The whole board of one client as a state machine: what the server says and what is done here come in; what is to be said and
// what is to be painted anew come out of `drain`. No socket, no clock, no screen.
//
// One may go on drawing while the line is gone: edits stay pending, and `board` says after the resume which of them the server
// has had. It takes edits in the order of their numbers, so an answer to one settles all that are older. A page is told to be
// open while it is shown, and as long as edits of it are pending: their confirmation comes only there.

import { OPEN_PAGES, sayOfBoard as say } from './board-wire.js';
import { undoing } from './history.js';
import { messages } from './messages.js';
import { OpenedPage } from './opened-page.js';
import { Presences } from './presences.js';
import { authorOf } from './shapes.js';
import { Sheet } from './sheet.js';

/** @typedef {import('./board-wire.js').Page} Page */
/** @typedef {import('./board-wire.js').Change} Change */
/** @typedef {import('./shapes.js').Edit} Edit */
/**
 * @typedef {{do: 'say', message: import('../wire.js').Message} | {do: 'sheet-edited', page: string, edits: Edit[]}
 *   | {do: 'sheet-replaced', page: string} | {do: 'pages-changed'} | {do: 'presence-changed', page: string}
 *   | {do: 'edit-refused', why: string}} Output
 */

const PRESENCE_MS = 33;
const EMPTY = new Sheet();

export class BoardClient {
  self;
  role;
  current = '';
  /** @type {import('./board-wire.js').Drawing} */
  drawing = { all: false, some: [] };
  /** @type {import('./board-wire.js').HandOut | null} */
  handOut = null;
  #stamp;
  #made = 0; // ids
  #number = 0; // of the last own edit
  #lastEdit = 0; // that the server has had
  #here = false; // the line stands and the board is known
  /** @type {Map<string, Page>} those that I may see */
  #pages = new Map();
  /** @type {Map<string, OpenedPage>} */
  #opened = new Map();
  /** @type {Set<string>} */
  #wanted = new Set();
  /** @type {Set<string>} as the server knows it */
  #open = new Set();
  #presences = new Presences();
  /** @type {(() => import('./board-wire.js').Presence) | null} */
  #doing = null;
  #mayPresentAt = -Infinity;
  /** @type {Output[]} */
  #out = [];

  /** @param {string} self @param {import('../wire.js').Role} role @param {string} stamp small letters and digits that no other client of mine has */
  constructor(self, role, stamp) {
    this.self = self;
    this.role = role;
    this.#stamp = stamp;
  }

  get moderates() {
    return this.role === 'teacher' || this.role === 'assistant';
  }

  /** What is to be done, in order; each once. @returns {Output[]} */
  drain() {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  // What the server says.

  /** @param {import('../wire.js').Message} message `board`, after each welcome */
  received({ board, lastEdit }) {
    this.#here = true;
    this.#pages = new Map(board.pages.map((/** @type {Page} */ page) => [page.id, page]));
    this.current = board.current;
    this.drawing = board.drawing;
    this.handOut = board.handOut ?? null;
    this.#lastEdit = lastEdit;
    this.#number = Math.max(this.#number, lastEdit);
    this.#open.clear();
    this.#presences.clear();
    for (const id of this.#opened.keys()) if (!this.#pages.has(id)) this.#opened.delete(id);
    // An own edit that the server has had may have been done or refused: only the page anew tells.
    for (const page of this.#opened.values()) if (page.replica.pending.some((one) => one.number <= lastEdit)) page.anew = true;
    this.#sayOpen();
    const again = [...this.#opened].flatMap(([page, { replica }]) => replica.pending.map((one) => ({ ...one, page })))
      .filter((one) => one.number > lastEdit).sort((one, other) => one.number - other.number);
    for (const { page, number, changes } of again) this.#say(say.edit(page, number, changes));
    this.#out.push({ do: 'pages-changed' });
  }

  /** @param {any} message `page-part` */
  receivedPart(message) {
    const opened = this.#opened.get(message.page);
    if (opened && this.#open.has(message.page) && opened.part(message, this.#lastEdit)) {
      this.#out.push({ do: 'sheet-replaced', page: message.page });
      this.#sayOpen();
    }
  }

  /** @param {{participant: string, presence: import('./board-wire.js').Presence}} message @param {number} nowMs */
  receivedPresence({ participant, presence }, nowMs) {
    if (participant === this.self || !this.#open.has(presence.page)) return;
    for (const page of this.#presences.received(participant, presence, nowMs)) this.#out.push({ do: 'presence-changed', page });
  }

  /** @param {import('../wire.js').Message} event */
  happened(event) {
    switch (event.type) {
      case 'page-added':
      case 'page-restored':
      case 'page-changed':
        if (this.#sees(event.page)) this.#pages.set(event.page.id, event.page);
        else this.#forget(event.page.id);
        break;
      case 'page-deleted':
        this.#forget(event.page);
        break;
      case 'turned-to':
        this.current = event.page;
        break;
      case 'drawing-allowed':
        this.drawing = event.drawing;
        break;
      case 'handed-out':
        this.handOut = event.handOut;
        break;
      case 'collected':
        this.handOut = null;
        break;
      case 'edited':
        this.#edited(/** @type {any} */ (event));
        return;
      case 'left':
      case 'away': {
        const page = this.#presences.gone(event.participant);
        if (page) this.#out.push({ do: 'presence-changed', page });
        return;
      }
      default:
        return;
    }
    this.#sayOpen();
    this.#out.push({ do: 'pages-changed' });
  }

  /** @param {number} number @param {string} why */
  refused(number, why) {
    for (const [page, { replica, history }] of this.#opened) {
      if (!replica.pending.some((one) => one.number === number)) continue;
      history.refused(number);
      this.#show(page, replica.refuse(number));
    }
    this.#settle(number);
    this.#sayOpen();
    this.#out.push({ do: 'edit-refused', why });
  }

  /** The line is gone: what is drawn now is said when it is back. */
  lost() {
    this.#here = false;
    this.#open.clear();
    this.#presences.clear();
    for (const page of this.#wanted) this.#out.push({ do: 'presence-changed', page });
  }

  // What is done here.

  /** @param {Iterable<string>} pages all that are shown */
  open(pages) {
    this.#wanted = new Set(pages);
    this.#sayOpen();
  }

  /** @param {string} page @param {Change[]} changes @param {boolean} sameStep undone together with the edit before @returns {boolean} was it allowed? */
  edit(page, changes, sameStep = false) {
    if (changes.length === 0 || !this.mayDraw(page)) return false;
    let same = sameStep;
    for (const some of messages(changes)) {
      const { number, edits } = this.#edit(page, some);
      this.#page(page).history.did(edits, number, same);
      same = true;
    }
    return true;
  }

  /** Takes the last own step back, or the one before where nothing is left of it. @param {string} page */
  undo(page) {
    const { history } = this.#page(page);
    while (this.canUndo(page))
      if (this.#turn(page, history.takeUndo(), (edits, number, same) => history.undid(edits, number, same))) return;
  }

  /** @param {string} page */
  redo(page) {
    const { history } = this.#page(page);
    while (this.canRedo(page))
      if (this.#turn(page, history.takeRedo(), (edits, number, same) => history.redid(edits, number, same))) return;
  }

  /** Takes back the last thing that somebody did, or where none is known, the newest that they drew. @param {string} page @param {string} author */
  undoBy(page, author) {
    const opened = this.#page(page);
    for (let edits = opened.takeLastOf(author); edits; edits = opened.takeLastOf(author)) {
      const changes = undoing(edits, opened.replica.shown);
      if (changes.length > 0) return this.edit(page, changes);
    }
    const newest = opened.replica.shown.shapes().findLast((shape) => authorOf(shape.id) === author);
    return newest !== undefined && this.edit(page, [{ type: 'delete', ids: [newest.id] }]);
  }

  newId() {
    return `${this.self}-${this.#stamp}${(this.#made++).toString(36)}`;
  }

  /** An order above everything on the page. @param {string} page */
  topOrder(page) {
    return Math.floor(this.sheet(page).topOrder) + 1;
  }

  /** Something to show to others. It is made when it may be said: at most every 33 ms, the newest only. @param {() => import('./board-wire.js').Presence} make @param {number} nowMs */
  present(make, nowMs) {
    this.#doing = make;
    this.time(nowMs);
  }

  /** When to call `time`, if nothing else happens first. */
  get nextDeadlineMs() {
    return Math.min(this.#doing ? this.#mayPresentAt : Infinity, this.#presences.nextDeadlineMs);
  }

  /** @param {number} nowMs */
  time(nowMs) {
    for (const page of this.#presences.time(nowMs)) this.#out.push({ do: 'presence-changed', page });
    if (!this.#doing || this.#mayPresentAt - nowMs > 0) return;
    const presence = this.#doing();
    this.#doing = null;
    this.#mayPresentAt = nowMs + PRESENCE_MS;
    if (this.#here && this.role !== 'watcher' && this.#pages.has(presence.page)) this.#say(say.presence(presence));
  }

  // What is known.

  /** In the order in which they are turned. @returns {Page[]} */
  pages() {
    return [...this.#pages.values()].sort((one, other) => one.order - other.order || one.id.localeCompare(other.id, 'en', { numeric: true }));
  }

  /** @param {string} id */
  page(id) {
    return this.#pages.get(id) ?? null;
  }

  /** @param {string} id */
  mayDraw(id) {
    const page = this.#pages.get(id);
    if (!page || this.role === 'watcher') return false;
    if (this.moderates) return true;
    if (page.owner) return page.owner === this.self && !page.collected;
    return this.drawing.all || this.drawing.some.includes(this.self);
  }

  /** @param {string} page @param {import('./board-wire.js').Shape} shape */
  mayChange(page, shape) {
    return this.mayDraw(page) && (this.moderates || authorOf(shape.id) === this.self);
  }

  /** What is shown of a page. @param {string} page */
  sheet(page) {
    return this.#opened.get(page)?.replica.shown ?? EMPTY;
  }

  /** Is what is on it known? @param {string} page */
  isThere(page) {
    return this.#open.has(page) && (this.#opened.get(page)?.isThere ?? false);
  }

  /** @param {string} page */
  presences(page) {
    return this.#presences.on(page);
  }

  /** @param {string} page */
  canUndo(page) {
    return this.mayDraw(page) && (this.#opened.get(page)?.history.canUndo ?? false);
  }

  /** @param {string} page */
  canRedo(page) {
    return this.mayDraw(page) && (this.#opened.get(page)?.history.canRedo ?? false);
  }

  get pendingEdits() {
    return [...this.#opened.values()].reduce((sum, { replica }) => sum + replica.pending.length, 0);
  }

  /** @param {{page: string, revision: number, by: string, number: number, changes: Change[]}} event */
  #edited(event) {
    const opened = this.#opened.get(event.page);
    if (!opened || !this.#open.has(event.page)) return;
    const edits = opened.edited(event);
    if (edits) {
      if (event.by === this.self) this.#settle(event.number);
      const added = new Set(event.changes.flatMap((change) => (change.type === 'add' ? [change.shape.id] : [])));
      if (this.#presences.finished(event.by, (id) => added.has(id))) this.#out.push({ do: 'presence-changed', page: event.page });
      this.#show(event.page, edits);
    } else {
      opened.anew = true;
      this.#open.delete(event.page);
      this.#say(say.openPages(this.#openPages([...this.#open]))); // without it, then with it from nothing
    }
    this.#sayOpen();
  }

  /** Those older than an answered edit are answered, too: they were refused while nobody listened. @param {number} number */
  #settle(number) {
    for (const [page, { replica, history }] of this.#opened) {
      const old = replica.pending.filter((one) => one.number < number);
      for (const one of old) history.refused(one.number);
      if (old.length > 0) this.#show(page, replica.drop((one) => one < number));
    }
  }

  /** @param {string} page @param {Edit[]} edits */
  #show(page, edits) {
    if (edits.length > 0) this.#out.push({ do: 'sheet-edited', page, edits });
  }

  /** Was something left to turn back? @param {string} page @param {import('./history.js').Step | null} step @param {(edits: Edit[], number: number, sameStep: boolean) => void} kept */
  #turn(page, step, kept) {
    const changes = undoing(step?.edits ?? [], this.sheet(page));
    let same = false;
    for (const some of messages(changes)) {
      const lacking = this.#lacking(some, step?.edits ?? [], page);
      const { number, edits } = this.#edit(page, some);
      kept([...edits, ...lacking], number, same);
      same = true;
    }
    return changes.length > 0;
  }

  /** What the server restores and this client can't, not having it in its graveyard. @param {Change[]} changes @param {Edit[]} step @param {string} page @returns {Edit[]} */
  #lacking(changes, step, page) {
    const unknown = new Set(changes.flatMap((change) => (change.type === 'restore' ? change.ids : [])).filter((id) => !this.sheet(page).buried(id)));
    return step.filter(({ id, after }) => !after && unknown.has(id)).map(({ id, before }) => ({ id, before: null, after: before }));
  }

  /** @param {string} page @param {Change[]} changes */
  #edit(page, changes) {
    const number = ++this.#number;
    const edits = this.#page(page).replica.edit(number, changes);
    this.#sayOpen();
    if (this.#here) this.#say(say.edit(page, number, changes));
    this.#show(page, edits);
    return { number, edits };
  }

  /** @param {string} id */
  #page(id) {
    const opened = this.#opened.get(id) ?? new OpenedPage(this.self);
    this.#opened.set(id, opened);
    return opened;
  }

  /** @param {Page} page */
  #sees(page) {
    return page.shown || this.moderates || (!page.hidden && (!page.owner || page.owner === this.self));
  }

  /** @param {string} id */
  #forget(id) {
    this.#pages.delete(id);
    this.#open.delete(id); // the server has closed it
    this.#opened.delete(id);
  }

  #sayOpen() {
    if (!this.#here) return;
    const pending = [...this.#opened].filter(([, { replica }]) => replica.pending.length > 0).map(([id]) => id);
    const open = [...new Set([...pending, ...this.#wanted])].filter((id) => this.#pages.has(id)).slice(0, OPEN_PAGES);
    if (open.length === this.#open.size && open.every((id) => this.#open.has(id))) return;
    const message = say.openPages(this.#openPages(open));
    this.#open = new Set(open);
    this.#say(message);
  }

  /** @param {string[]} open */
  #openPages(open) {
    return open.map((page) => {
      const opened = this.#page(page);
      return { page, revision: this.#open.has(page) ? opened.replica.revision : opened.opened() };
    });
  }

  /** @param {import('../wire.js').Message} message */
  #say(message) {
    this.#out.push({ do: 'say', message });
  }
}
