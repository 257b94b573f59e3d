// The shell around the session: a WebSocket and one timer. What was decided is in session.js.

import { Session } from './session.js';
import { WireError, read } from './wire.js';

const GOODBYE_MS = 1_000;
const EARLY_MS = 8_000; // the server waits ten seconds for a `join`

/** A socket opened when a click on *Join* is likely: TCP and TLS are done when the click comes. */
export class EarlySocket {
  #url;
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {string} url */
  constructor(url) {
    this.#url = url;
  }

  open() {
    if (this.#socket && this.#socket.readyState <= WebSocket.OPEN) return;
    this.close();
    this.#socket = new WebSocket(this.#url);
    this.#timer = setTimeout(() => this.close(), EARLY_MS);
  }

  /** Hands it over, once. */
  take() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    return socket && socket.readyState <= WebSocket.OPEN ? socket : null;
  }

  close() {
    this.take()?.close();
  }
}

export class Connection {
  #session;
  #url;
  #early;
  #on;
  /** @type {WebSocket | null} */
  #socket = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {object} wiring
   * @param {string} wiring.url
   * @param {EarlySocket | null} wiring.early used for the first connection, where it is open
   * @param {{token: string, name: string | null, resume: string | null}} wiring.who
   * @param {(message: import('./wire.js').Message) => void} wiring.onMessage
   * @param {(state: import('./session.js').State, reason: string | null, attempt: number) => void} wiring.onState
   * @param {(ms: number, server: string) => void} wiring.onRoundTrip with the server's time, half of that ago
   * @param {() => void} wiring.onSocket the line is open
   */
  constructor({ url, early, who, ...on }) {
    this.#url = url;
    this.#early = early;
    this.#on = on;
    this.#session = new Session(who);
  }

  get resume() {
    return this.#session.resume;
  }

  start() {
    this.#feed({ is: 'start' });
  }

  /** @param {import('./wire.js').Message} message */
  send(message) {
    this.#feed({ is: 'send', message });
  }

  leave() {
    this.#feed({ is: 'leave' });
  }

  /** Comes in anew, with everything built from the start. */
  rejoin() {
    this.#feed({ is: 'rejoin' });
  }

  /** The network or the page came back: see at once whether the line still stands. */
  probe() {
    this.#feed({ is: 'probe' });
  }

  /** @param {import('./session.js').Input} input */
  #feed(input) {
    for (const output of this.#session.handle(input, performance.now())) this.#do(output);
    clearTimeout(this.#timer);
    const deadlineMs = this.#session.nextDeadlineMs;
    if (deadlineMs < Infinity)
      this.#timer = setTimeout(() => this.#feed({ is: 'time' }), Math.max(0, deadlineMs - performance.now()));
  }

  /** @param {import('./session.js').Output} output */
  #do(output) {
    switch (output.do) {
      case 'connect':
        this.#connect();
        break;
      case 'close': {
        const socket = this.#socket;
        this.#socket = null;
        // A goodbye is the server's to end, after its own; a line that is no good is closed at once.
        setTimeout(() => socket?.close(), this.#session.state === 'over' ? GOODBYE_MS : 0);
        break;
      }
      case 'transmit':
        if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(output.message));
        break;
      case 'deliver':
        this.#on.onMessage(output.message);
        break;
      case 'rtt':
        this.#on.onRoundTrip(output.ms, output.server);
        break;
      case 'state':
        this.#on.onState(output.state, output.reason, output.attempt);
        break;
    }
  }

  #connect() {
    const socket = this.#early?.take() ?? new WebSocket(this.#url);
    this.#socket = socket;
    // An old socket may still speak after a new one was made: it isn't listened to.
    const current = (/** @type {(event: any) => void} */ listener) => (/** @type {any} */ event) => {
      if (socket === this.#socket) listener(event);
    };
    const opened = current(() => {
      this.#on.onSocket();
      this.#feed({ is: 'opened' });
    });
    if (socket.readyState === WebSocket.OPEN) queueMicrotask(() => opened(null));
    else socket.addEventListener('open', opened);
    socket.addEventListener('message', current(({ data }) => this.#received(data)));
    socket.addEventListener('close', current(() => {
      this.#socket = null;
      this.#feed({ is: 'closed' });
    }));
  }

  /** @param {unknown} data */
  #received(data) {
    let message;
    try {
      message = read(data);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      console.warn('lectern: passed over a message:', error.message);
      return;
    }
    if (message) this.#feed({ is: 'received', message });
  }
}
