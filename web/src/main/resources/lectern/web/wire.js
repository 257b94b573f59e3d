// What is said between client and server: the messages we send, and a check of those we get.
// The golden examples of the protocol are the authority; the tests hold this file against every one of them.

import { BOARD_EVENTS, BOARD_MESSAGES, sayOfBoard } from './board/board-wire.js';
import { WireError, flag, instant, list, mapOf, number, object, oneOf, optional, text } from './checks.js';

export { WireError };

export const VERSION = 1;
export const NAME_CHARS = 80;
export const VIEWS = 64;
const MESSAGE_CHARS = 4 * 1024 * 1024; // a welcome to a class of 300 is far below; a guard, not a format

/** @typedef {'teacher' | 'assistant' | 'student' | 'watcher'} Role */
/** @typedef {'microphone' | 'camera' | 'screen' | 'screen-audio'} TrackKind */
/** @typedef {{id: string, name: string, role: Role, away: boolean, tracks: TrackKind[], joinedAt: string}} Participant */
/** @typedef {{id: string, role: Role, name: string, link: string, expiresAt: string}} PersonalLink */
/** @typedef {{participant: string, track: TrackKind, width: number, height: number}} View */
/** @typedef {{mid: string, participant: string, track: TrackKind}} Slot */
/** @typedef {{type: string} & Record<string, any>} Message */

/** What this client says; one maker for each type of message. */
export const say = {
  /** @param {{token: string, name: string | null, resume: string | null}} who */
  join: ({ token, name, resume }) => ({ type: 'join', version: VERSION, token, name, resume, client: 'web' }),
  /** @param {string} sdp @param {Record<string, TrackKind>} tracks which line (by mid) is what */
  offer: (sdp, tracks) => ({ type: 'offer', sdp, tracks }),
  /** @param {string} sdp */
  answer: (sdp) => ({ type: 'answer', sdp }),
  restartIce: () => ({ type: 'restart-ice' }),
  /** @param {TrackKind} track @param {boolean} on */
  setTrack: (track, on) => ({ type: 'set-track', track, on }),
  /** @param {View[]} views the most wanted first */
  watch: (views) => ({ type: 'watch', views: views.slice(0, VIEWS) }),
  /** @param {string} participant */
  remove: (participant) => ({ type: 'remove', participant }),
  /** @param {Role} role */
  replaceLink: (role) => ({ type: 'replace-link', role }),
  /** @param {Role} role @param {string} name */
  invite: (role, name) => ({ type: 'invite', role, name }),
  /** @param {string} id */
  revokeInvitation: (id) => ({ type: 'revoke-invitation', id }),
  /** @param {number} sent */
  ping: (sent) => ({ type: 'ping', sent }),
  leave: () => ({ type: 'leave' }),
  endClass: () => ({ type: 'end-class' }),
  ...sayOfBoard,
};

const role = oneOf('teacher', 'assistant', 'student', 'watcher');
const track = oneOf('microphone', 'camera', 'screen', 'screen-audio');
const participant = object({ id: text, name: text, role, away: flag, tracks: list(track), joinedAt: instant });

/** @type {Record<string, Record<string, Check>>} */
const EVENTS = {
  'class-started': { title: text },
  joined: { participant },
  away: { participant: text },
  returned: { participant: text },
  left: { participant: text, reason: text },
  'track-changed': { participant: text, track, on: flag },
  'link-replaced': { role, generation: number },
  invited: { invitation: object({ id: text, role, name: text }) },
  'invitation-revoked': { id: text },
  'class-ended': { by: text },
  ...BOARD_EVENTS,
};

/** @type {Check} */
const event = (value, field) => {
  object({ type: text })(value, field);
  object(Object.hasOwn(EVENTS, value.type) ? EVENTS[value.type] : {})(value, field); // an event that isn't known yet only counts
};

/** @type {Record<string, Record<string, Check>>} */
const MESSAGES = {
  welcome: {
    self: text, role, room: text, title: text, since: instant, resume: text, resumed: flag, seq: number,
    participants: list(participant), links: mapOf(text),
  },
  refused: { reason: text, message: text, number: optional(number) },
  bye: { reason: text, message: text },
  happened: { seq: number, at: instant, event },
  offer: { sdp: text },
  answer: { sdp: text },
  slots: { slots: list(object({ mid: text, participant: text, track })) },
  levels: { levels: list(object({ participant: text, level: number })) },
  lines: { lines: list(object({ participant: text, bars: number })) },
  links: { links: mapOf(text) },
  invitations: { invitations: list(object({ id: text, role, name: text, link: text, expiresAt: instant })) },
  pong: { sent: number, at: instant },
  ...BOARD_MESSAGES,
};

/**
 * One text message of the server's, checked. Null for a type that isn't known: a newer server may say more.
 * @param {unknown} json
 * @returns {Message | null}
 */
export function read(json) {
  if (typeof json !== 'string' || json.length > MESSAGE_CHARS) throw new WireError('message: a text of bearable length');
  /** @type {any} */
  let message;
  try {
    message = JSON.parse(json);
  } catch {
    throw new WireError('message: not JSON');
  }
  object({ type: text })(message, 'message');
  const fields = Object.hasOwn(MESSAGES, message.type) ? MESSAGES[message.type] : undefined;
  if (!fields) return null;
  object(fields)(message, message.type);
  return message;
}
