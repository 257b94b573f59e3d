// Staying in a room, as a pure state machine: inputs and the time come in, outputs come out. No socket and no clock.
//
//   new ─start→ connecting ─opened→ joining ─welcome→ joined ─leave→ over
//                   ↑                  └──────────────┴─ closed, silent → waiting ─(back-off)→ connecting
//   A `bye` or a refused `join` ends in `over`, except where the reason invites to come back.

import { say } from './wire.js';

const BACKOFF_FIRST_MS = 200;
const BACKOFF_LAST_MS = 5_000;
const BACKOFF_GROWTH = 1.5; // a restarted server is back in some seconds: doubling would sleep past it
const OPEN_TIMEOUT_MS = 6_000;
const JOIN_TIMEOUT_MS = 6_000;
const PING_EVERY_MS = 5_000;
const FIRST_PINGS_MS = [200, 300]; // between the first ones: who comes late knows the server's clock within a second
const DEAD_AFTER_MS = 12_000;
const PROBE_MS = 2_500; // after a network change or a nap: an answer within this, or the line is taken for dead

/** Reasons after which the same participant is welcome again. */
const COME_BACK = ['slow', 'stopping', 'internal'];

/** @typedef {'new' | 'connecting' | 'joining' | 'joined' | 'waiting' | 'over'} State */
/**
 * @typedef {{is: 'start'} | {is: 'opened'} | {is: 'received', message: import('./wire.js').Message} | {is: 'closed'}
 *   | {is: 'send', message: import('./wire.js').Message} | {is: 'leave'} | {is: 'rejoin'} | {is: 'probe'}
 *   | {is: 'time'}} Input
 */
/**
 * @typedef {{do: 'connect'} | {do: 'close'} | {do: 'transmit', message: import('./wire.js').Message}
 *   | {do: 'deliver', message: import('./wire.js').Message} | {do: 'rtt', ms: number, server: string}
 *   | {do: 'state', state: State, reason: string | null, attempt: number}} Output
 */

export class Session {
  /** @type {State} */
  state = 'new';
  /** @type {string | null} */
  resume;
  attempt = 0;
  #token;
  #name;
  #random;
  #stateUntil = Infinity; // when the present state has lasted too long
  #pingAt = Infinity;
  #pings = 0; // since the welcome
  #deadAt = Infinity;
  /** @type {Output[]} */
  #out = [];

  /** @param {{token: string, name: string | null, resume?: string | null, random?: () => number}} who */
  constructor({ token, name, resume = null, random = Math.random }) {
    this.#token = token;
    this.#name = name;
    this.resume = resume;
    this.#random = random;
  }

  /** When to call with `time`, if nothing else happens first. */
  get nextDeadlineMs() {
    return Math.min(this.#stateUntil, this.#pingAt, this.#deadAt);
  }

  /**
   * @param {Input} input
   * @param {number} nowMs
   * @returns {Output[]}
   */
  handle(input, nowMs) {
    this.#out = [];
    if (this.state !== 'over') this.#on(input, nowMs);
    return this.#out;
  }

  /** @param {Input} input @param {number} nowMs */
  #on(input, nowMs) {
    switch (input.is) {
      case 'start':
        if (this.state === 'new') this.#connect(nowMs);
        break;
      case 'opened':
        if (this.state !== 'connecting') break;
        this.#transmit(say.join({ token: this.#token, name: this.#name, resume: this.resume }));
        this.#enter('joining', nowMs + JOIN_TIMEOUT_MS);
        break;
      case 'received':
        this.#received(input.message, nowMs);
        break;
      case 'send':
        // What is said outside of a class is lost on purpose: after each welcome everything is said anew.
        if (this.state === 'joined') this.#transmit(input.message);
        break;
      case 'closed':
        if (this.state !== 'waiting') this.#wait(nowMs);
        break;
      case 'rejoin':
        if (this.state === 'joined') this.#drop(nowMs);
        break;
      case 'probe':
        if (this.state === 'waiting') this.#connect(nowMs);
        else if (this.state === 'joined') this.#ping(nowMs, PROBE_MS);
        break;
      case 'leave':
        if (this.state === 'joined') this.#transmit(say.leave());
        this.#over('left');
        break;
      case 'time':
        this.#time(nowMs);
        break;
    }
  }

  /** @param {import('./wire.js').Message} message @param {number} nowMs */
  #received(message, nowMs) {
    if (this.state !== 'joining' && this.state !== 'joined') return;
    if (this.state === 'joined') this.#deadAt = nowMs + DEAD_AFTER_MS;
    if (message.type === 'welcome' && this.state === 'joining') {
      this.resume = message.resume;
      this.attempt = 0;
      this.#pingAt = nowMs;
      this.#pings = 0;
      this.#deadAt = nowMs + DEAD_AFTER_MS;
      this.#enter('joined', Infinity);
    } else if (message.type === 'bye') {
      if (COME_BACK.includes(message.reason)) this.#drop(nowMs);
      else this.#over(message.reason);
      return;
    } else if (message.type === 'refused' && this.state === 'joining') {
      this.#over(message.reason);
      return;
    } else if (message.type === 'pong') {
      this.#out.push({ do: 'rtt', ms: Math.max(0, nowMs - message.sent), server: message.at });
      return;
    }
    if (this.state === 'joined') this.#out.push({ do: 'deliver', message });
  }

  /** @param {number} nowMs */
  #time(nowMs) {
    if (this.#stateUntil - nowMs <= 0) {
      if (this.state === 'waiting') this.#connect(nowMs);
      else this.#drop(nowMs);
    } else if (this.#deadAt - nowMs <= 0) this.#drop(nowMs);
    else if (this.#pingAt - nowMs <= 0) this.#ping(nowMs, DEAD_AFTER_MS);
  }

  /** @param {number} nowMs @param {number} answerWithinMs */
  #ping(nowMs, answerWithinMs) {
    this.#transmit(say.ping(Math.round(nowMs)));
    this.#pingAt = nowMs + (FIRST_PINGS_MS[this.#pings++] ?? PING_EVERY_MS);
    this.#deadAt = Math.min(this.#deadAt, nowMs + answerWithinMs);
  }

  /** @param {number} nowMs */
  #connect(nowMs) {
    this.#out.push({ do: 'connect' });
    this.#enter('connecting', nowMs + OPEN_TIMEOUT_MS);
  }

  /** Closes a line that is no good and waits. @param {number} nowMs */
  #drop(nowMs) {
    this.#out.push({ do: 'close' });
    this.#wait(nowMs);
  }

  /** @param {number} nowMs */
  #wait(nowMs) {
    const full = Math.min(BACKOFF_LAST_MS, BACKOFF_FIRST_MS * BACKOFF_GROWTH ** this.attempt);
    this.attempt++;
    this.#pingAt = this.#deadAt = Infinity;
    this.#enter('waiting', nowMs + full * (0.5 + 0.5 * this.#random())); // jitter: a class doesn't come back in one instant
  }

  /** @param {string} reason */
  #over(reason) {
    this.#out.push({ do: 'close' });
    this.#pingAt = this.#deadAt = Infinity;
    this.#enter('over', Infinity, reason);
  }

  /** @param {State} state @param {number} untilMs @param {string | null} reason */
  #enter(state, untilMs, reason = null) {
    this.state = state;
    this.#stateUntil = untilMs;
    this.#out.push({ do: 'state', state, reason, attempt: this.attempt });
  }

  /** @param {import('./wire.js').Message} message */
  #transmit(message) {
    this.#out.push({ do: 'transmit', message });
  }
}
