// Being in a class: wires the connection, the two media connections and the room's state to the class view.
// Owns all of it; the view gets values and calls back.

import { ServerClock } from './board/server-clock.js';
import { Whiteboard } from './board/whiteboard.js';
import { Connection } from './connection.js';
import { Down } from './down.js';
import { DeviceError } from './devices.js';
import { Health } from './health.js';
import { arrange, firstViews, keyOf, viewsOf } from './layout.js';
import { passed } from './marks.js';
import { rememberResume } from './remembered.js';
import { EMPTY_ROOM, everybody, midOf, notice, reduce } from './room.js';
import { Sounds } from './sounds.js';
import { Speaking } from './speaking.js';
import { Up } from './up.js';
import { say } from './wire.js';

const WATCH_DEBOUNCE_MS = 100; // a layout settles in a few steps
const ENTER_AT_LATEST_MS = 250; // the class is shown when the receiving side has been answered, or after this
const HIDDEN_MS = 5_000; // a page out of sight for longer gets no pictures, only sound
/** @type {import('./wire.js').TrackKind[]} */
const KINDS = ['microphone', 'camera', 'screen', 'screen-audio'];

/** @typedef {import('./layout.js').Place} Place */

export class Classroom {
  room = EMPTY_ROOM;
  #own;
  #view;
  #connection;
  #certificates;
  #onFirstWelcome;
  #onOver;
  /** @type {Up | null} */
  #up = null;
  #down;
  #speaking = new Speaking();
  #health = new Health();
  #clock = new ServerClock();
  #sounds = new Sounds((blocked) => this.#view.showSoundBlocked(blocked));
  /** @type {Whiteboard | null} */
  #board = null;
  /** @type {Place | null} */
  #pinned = null;
  #welcomed = false; // the class is on the screen
  #entering = false; // let in, and first things first
  #lastWatch = '';
  #speakersShown = '';
  #hidden = false;
  /** @type {Map<string, boolean>} what the server was told of each own track */
  #told = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #hiddenTimer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #enterTimer;
  #ticker = setInterval(() => this.#tick(), 250);
  #until = new AbortController(); // ends every listener

  /**
   * @param {object} wiring
   * @param {string} wiring.url
   * @param {import('./connection.js').EarlySocket} wiring.early
   * @param {{token: string, name: string | null, resume: string | null}} wiring.who
   * @param {import('./own-media.js').OwnMedia} wiring.own
   * @param {import('./class-view.js').ClassView} wiring.view
   * @param {RTCCertificate[]} wiring.certificates
   * @param {() => void} wiring.onWelcome first time in
   * @param {(attempt: number) => void} wiring.onWaiting not in yet, and the server doesn't answer
   * @param {(reason: string) => void} wiring.onOver
   */
  constructor({ url, early, who, own, view, certificates, onWelcome, onWaiting, onOver }) {
    this.#own = own;
    this.#view = view;
    this.#certificates = certificates;
    this.#onFirstWelcome = onWelcome;
    this.#onOver = onOver;
    this.#down = new Down({
      certificates,
      answer: (sdp) => this.#connection.send(say.answer(sdp)),
      onTracks: () => this.#render(),
      onBegun: () => this.#health.begun('down', performance.now()),
      onState: (state) => {
        if (state === 'connected') passed('down-dtls');
        this.#heal(this.#health.changed('down', state, performance.now()));
      },
      onIce: () => passed('down-ice'),
      onFailed: (why) => console.warn('lectern: down connection:', why),
    });
    this.#connection = new Connection({
      url,
      early,
      who,
      onMessage: (message) => this.#received(message),
      onRoundTrip: (ms, server) => {
        this.#clock.heard(ms, Date.parse(server), performance.now());
        this.#view.showRoundTrip(ms);
      },
      onSocket: () => passed('socket'),
      onState: (state, reason, attempt) => {
        if (state === 'over') this.#end(reason ?? 'other', who.token);
        else if (!this.#welcomed) {
          if (state === 'waiting') onWaiting(attempt);
        } else {
          this.#view.showReconnecting(state !== 'joined');
          if (state !== 'joined') {
            this.#health.paused();
            this.#board?.lost();
          }
        }
        if (state === 'joined') rememberResume(who.token, this.#connection.resume);
      },
    });
    this.#view.attach(this.#sounds.element);
    this.#listen();
  }

  start() {
    this.#connection.start();
  }

  leave() {
    this.#connection.leave();
  }

  endClass() {
    this.#connection.send(say.endClass());
  }

  /** @param {string} participant */
  remove(participant) {
    this.#connection.send(say.remove(participant));
  }

  /** @param {import('./wire.js').Role} role */
  replaceLink(role) {
    this.#connection.send(say.replaceLink(role));
  }

  /** @param {import('./wire.js').Role} role @param {string} name */
  invite(role, name) {
    this.#connection.send(say.invite(role, name));
  }

  /** @param {string} id */
  revoke(id) {
    this.#connection.send(say.revokeInvitation(id));
  }

  /** @param {Place} place the same place again releases it */
  pin(place) {
    this.#pinned = keyOf(this.#pinned) === keyOf(place) ? null : place;
    this.#render();
  }

  hear() {
    this.#sounds.hear();
  }

  /** @param {string} deviceId */
  useSpeaker(deviceId) {
    this.#sounds.useSpeaker(deviceId);
  }

  /** On the pages of all. @param {string} participant @param {boolean} may */
  allowDrawing(participant, may) {
    this.#board?.around.verbs.allowOne(participant, may, everybody(this.room).filter(({ role }) => role === 'student').map(({ id }) => id));
  }

  /** Takes back what somebody did last on the page that is shown. @param {string} participant */
  undoBy(participant) {
    this.#board?.around.verbs.undoBy(participant);
  }

  writeOnScreen() {
    const of = this.#screens()[0];
    if (!of) return;
    const video = this.#view.videoOf({ participant: of, track: 'screen' });
    const own = of === this.room.self ? this.#own.tracks.screen?.getSettings() : null;
    const [width, height] = video?.videoWidth ? [video.videoWidth, video.videoHeight] : [own?.width ?? 0, own?.height ?? 0];
    this.#board?.around.writeOnScreen(of, width && height ? { width, height } : null);
  }

  async toggleShare() {
    if (this.#own.on('screen')) return this.#own.unshare();
    try {
      await this.#own.share();
    } catch (error) {
      if (error instanceof DeviceError && error.trouble === 'failed') this.#view.toast('device.screen-failed');
      else this.#view.toast('device.screen-refused');
    }
  }

  /** The layout is another one: says to the server what is shown now, soon. */
  layoutChanged() {
    clearTimeout(this.#watchTimer);
    this.#watchTimer = setTimeout(() => this.#watch(), WATCH_DEBOUNCE_MS);
  }

  #listen() {
    const { signal } = this.#until;
    this.#own.addEventListener('change', () => this.#ownChanged(), { signal });
    addEventListener('online', () => {
      this.#connection.probe();
      this.#heal(this.#health.networkChanged(performance.now()));
    }, { signal });
    document.addEventListener('visibilitychange', () => this.#visibilityChanged(), { signal });
  }

  /** @param {import('./wire.js').Message} message */
  #received(message) {
    const before = this.room;
    this.room = reduce(before, message);
    if (message.type === 'board') this.#useBoard();
    this.#board?.received(message);
    if (isOfBoard(message)) return; // the board paints itself, far more often than the class changes
    switch (message.type) {
      case 'welcome':
        this.#welcome();
        return;
      case 'offer':
        passed('down-offer');
        this.#down.offered(message.sdp).then(() => this.#enter());
        return;
      case 'answer':
        this.#up?.answered(message.sdp);
        return;
      case 'levels':
        this.#speaking.hear(message.levels, performance.now(), this.room.self);
        if (this.#speakersShown === this.#speakers()) return; // five times a second, mostly the same
        break;
      case 'happened': {
        const told = notice(before, message.event);
        if (told && this.room !== before) this.#view.toast(told.key, told.values);
        break;
      }
      case 'refused':
        if (message.to === 'presence' || (this.#board && typeof message.number === 'number')) return; // lost, or the board tells of it
        if (message.to === 'offer') this.#up?.refused();
        console.warn(`lectern: refused ${message.to ?? ''}: ${message.reason}: ${message.message}`);
        this.#view.toast('notice.refused', { why: message.message });
        return;
    }
    this.#render();
  }

  /**
   * In, or in again. Both media connections are built anew: the server may be a new one, and knows none of the old.
   * The first picture is waited for by a person: what it needs goes first, the look of the class and sending follow.
   */
  #welcome() {
    passed('welcome');
    this.#up?.close();
    this.#up = null;
    this.#down.renew();
    this.#told.clear();
    this.#lastWatch = '';
    this.#entering = true;
    const page = { width: innerWidth, height: innerHeight, scale: devicePixelRatio };
    this.#sayWatch(this.#hidden ? [] : firstViews(this.room, this.#layout(), page));
    clearTimeout(this.#enterTimer);
    this.#enterTimer = setTimeout(() => this.#enter(), ENTER_AT_LATEST_MS);
  }

  #enter() {
    if (!this.#entering) return;
    this.#entering = false;
    clearTimeout(this.#enterTimer);
    if (!this.#welcomed) {
      this.#welcomed = true;
      this.#onFirstWelcome();
    }
    this.#render();
    if (this.room.role === 'watcher') this.#own.close();
    else this.#enterTimer = setTimeout(() => this.#beginUp()); // lets the page be painted
  }

  #beginUp() {
    const up = new Up({
      own: this.#own,
      certificates: this.#certificates,
      send: (sdp, tracks) => this.#connection.send(say.offer(sdp, tracks)),
      onState: (state) => {
        if (up === this.#up) this.#heal(this.#health.changed('up', state, performance.now()));
      },
      onIce: () => passed('up-ice'),
      onFailed: (why) => console.warn('lectern: up connection:', why),
    });
    this.#up = up;
    this.#health.begun('up', performance.now());
    this.#tellTracks(); // before the offer: what is off begins off, for nobody's ear or eye
    up.offer();
  }

  async #ownChanged() {
    await this.#up?.tracksChanged();
    this.#tellTracks();
    this.#render();
  }

  /** Says which own tracks are on, where that isn't what was said last. */
  #tellTracks() {
    if (!this.#up) return;
    for (const kind of KINDS) {
      const on = this.#own.on(kind);
      const before = this.#told.get(kind) ?? (kind.startsWith('screen') ? false : undefined);
      if (before === on) continue;
      this.#told.set(kind, on);
      this.#connection.send(say.setTrack(kind, on));
    }
  }

  #speakers() {
    return [this.#speaking.turn, ...this.#speaking.now(performance.now())].join();
  }

  #render() {
    if (!this.#welcomed) return;
    this.#speakersShown = this.#speakers();
    const mids = midOf(this.room);
    this.#sounds.show(this.#down.tracks, this.room.slots);
    this.#view.show({
      room: this.room,
      layout: this.#layout(),
      pinned: keyOf(this.#pinned),
      speaking: this.#speaking.now(performance.now()),
      own: this.#own,
      board: this.#board?.client ?? null,
      mayWriteOnScreen: this.#mayWriteOnScreen(),
      pictureOf: ({ participant, track }) => {
        if (participant === this.room.self) return this.#own.on(track) ? this.#own.tracks[track] : null;
        return this.#down.tracks.get(mids.get(`${participant}/${track}`) ?? '') ?? null;
      },
    });
    this.#board?.peopleChanged();
    this.layoutChanged();
  }

  /** Who shares a screen; oneself last. */
  #screens() {
    const sharing = everybody(this.room).filter(({ tracks }) => tracks.includes('screen')).map(({ id }) => id);
    return [...sharing.filter((id) => id !== this.room.self), ...sharing.filter((id) => id === this.room.self)];
  }

  #mayWriteOnScreen() {
    return this.#board?.client.moderates === true && this.#board.page !== null && this.#board.page.ground.type !== 'screen' && this.#screens().length > 0;
  }

  #layout() {
    const page = this.#board?.page;
    const over = page?.ground.type === 'screen' ? page.ground.of : null;
    const paper = !over && (this.#board?.client.pages().some(({ ground }) => ground.type === 'screen') ?? false);
    return arrange(this.room, { turn: this.#speaking.turn, pinned: this.#pinned, board: page ? { over, paper } : null });
  }

  /** The whiteboard of this place in class; another one where the place is another. */
  #useBoard() {
    const { self, role } = this.room;
    if (this.#board?.client.self === self && this.#board.client.role === role) return;
    this.#board?.close();
    this.#board = new Whiteboard(self, role, {
      send: (message) => this.#connection.send(message),
      key: () => this.#connection.resume,
      clock: this.#clock,
      micIsOn: () => this.#own.on('microphone'),
      nameOf: (id) => this.room.people.get(id)?.name ?? '',
      people: () => everybody(this.room),
      screenOf: (participant) => this.#view.videoOf({ participant, track: 'screen' }),
      onToast: (key, values, action) => this.#view.toast(key, values, action),
      onChanged: () => this.#render(),
    });
    this.#view.useBoard(this.#board.view.element);
  }

  #watch() {
    clearTimeout(this.#watchTimer);
    if (this.#welcomed) this.#sayWatch(this.#hidden ? [] : viewsOf(this.room, this.#view.shown()));
  }

  /** @param {import('./wire.js').View[]} views */
  #sayWatch(views) {
    const watch = JSON.stringify(views);
    if (watch === this.#lastWatch) return;
    this.#lastWatch = watch;
    this.#connection.send(say.watch(views));
  }

  #tick() {
    const nowMs = performance.now();
    if (this.#welcomed && this.#speaking.nextDeadlineMs <= nowMs) this.#render();
    if (this.#health.nextDeadlineMs <= nowMs) this.#heal(this.#health.time(nowMs));
  }

  /** @param {import('./health.js').Step[]} steps */
  #heal(steps) {
    for (const step of steps) {
      if (step.do === 'blocked') this.#view.showBlocked(step.blocked);
      else if (step.do === 'rejoin') this.#connection.rejoin();
      else if (step.which === 'up') this.#up?.restartIce();
      else this.#connection.send(say.restartIce());
    }
  }

  #visibilityChanged() {
    clearTimeout(this.#hiddenTimer);
    if (document.hidden) {
      this.#hiddenTimer = setTimeout(() => {
        this.#hidden = true;
        this.#watch();
      }, HIDDEN_MS);
      return;
    }
    this.#hidden = false;
    this.#connection.probe();
    this.#watch();
  }

  /** @param {string} reason @param {string} token */
  #end(reason, token) {
    if (reason !== 'replaced') rememberResume(token, null);
    this.#until.abort();
    clearInterval(this.#ticker);
    clearTimeout(this.#watchTimer);
    clearTimeout(this.#hiddenTimer);
    clearTimeout(this.#enterTimer);
    this.#up?.close();
    this.#down.close();
    this.#board?.close();
    this.#sounds.element.remove();
    this.#own.unshare();
    this.#own.close();
    this.#onOver(reason);
  }
}

/** Does it concern what is on the board alone? @param {import('./wire.js').Message} message */
function isOfBoard({ type, event }) {
  return type === 'presence' || type === 'page-part' || (type === 'happened' && event.type === 'edited');
}
