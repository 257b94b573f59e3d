// The room as this client knows it: a value, and what each message of the server's makes of it.

/** @typedef {import('./wire.js').Participant} Participant */
/** @typedef {import('./wire.js').Message} Message */
/**
 * @typedef {object} Room
 * @property {string} self own participant id; empty before the first welcome
 * @property {import('./wire.js').Role} role
 * @property {string} title
 * @property {string | null} since when the class began
 * @property {number} seq the last event in here
 * @property {ReadonlyMap<string, Participant>} people
 * @property {Readonly<Record<string, string>>} links by role; empty for those who may not invite
 * @property {readonly import('./wire.js').PersonalLink[]} personal links of one person each, in the order in which they were made
 * @property {Readonly<Record<string, number>>} bars how good the lines are
 * @property {readonly import('./wire.js').Slot[]} slots what the down connection's lines carry
 */

/** @type {Room} */
export const EMPTY_ROOM = Object.freeze({
  self: '', role: 'watcher', title: '', since: null, seq: 0, people: new Map(), links: {}, personal: [], bars: {}, slots: [],
});

/**
 * @param {Room} room
 * @param {Message} message
 * @returns {Room} the same object where nothing changed
 */
export function reduce(room, message) {
  switch (message.type) {
    case 'welcome':
      return {
        self: message.self, role: message.role, title: message.title, since: message.since, seq: message.seq,
        people: new Map(message.participants.map((/** @type {Participant} */ one) => [one.id, one])),
        links: message.links, personal: [], bars: {}, slots: [],
      };
    case 'happened':
      if (message.seq <= room.seq) return room; // was in the welcome already
      return { ...happened(room, message.event), seq: message.seq };
    case 'slots':
      return { ...room, slots: message.slots };
    case 'lines':
      return {
        ...room,
        bars: { ...room.bars, ...Object.fromEntries(message.lines.map((/** @type {any} */ one) => [one.participant, one.bars])) },
      };
    case 'links':
      return { ...room, links: message.links };
    case 'invitations':
      return { ...room, personal: [...room.personal, ...message.invitations] };
    default:
      return room;
  }
}

/** @param {Room} room @param {Message} event @returns {Room} */
function happened(room, event) {
  switch (event.type) {
    case 'class-started':
      return { ...room, title: event.title };
    case 'joined':
      return withPerson(room, event.participant);
    case 'away':
    case 'returned':
      return changed(room, event.participant, (one) => ({ ...one, away: event.type === 'away' }));
    case 'left': {
      const people = new Map(room.people);
      people.delete(event.participant);
      return { ...room, people };
    }
    case 'track-changed':
      return changed(room, event.participant, (one) => {
        const others = one.tracks.filter((kind) => kind !== event.track);
        return { ...one, tracks: event.on ? [...others, event.track] : others };
      });
    case 'invitation-revoked':
      return { ...room, personal: room.personal.filter((one) => one.id !== event.id) };
    default:
      return room;
  }
}

/** @param {Room} room @param {Participant} person @returns {Room} */
function withPerson(room, person) {
  return { ...room, people: new Map(room.people).set(person.id, person) };
}

/** @param {Room} room @param {string} id @param {(one: Participant) => Participant} change */
function changed(room, id, change) {
  const person = room.people.get(id);
  return person ? withPerson(room, change(person)) : room;
}

const RANK = { teacher: 0, assistant: 1, student: 2, watcher: 3 };

/** Everybody in the order in which they are listed: by role, then by arrival. @param {Room} room */
export function everybody(room) {
  return [...room.people.values()].sort((one, other) =>
    RANK[one.role] - RANK[other.role] || Date.parse(one.joinedAt) - Date.parse(other.joinedAt)
    || one.id.localeCompare(other.id, 'en', { numeric: true }));
}

/** Whom or what a line of the down connection carries: `participant/track` to mid. @param {Room} room */
export function midOf(room) {
  return new Map(room.slots.map((slot) => [`${slot.participant}/${slot.track}`, slot.mid]));
}

/**
 * What people are told of an event in passing, as a word's key and what goes into it; null for nothing.
 * @param {Room} before
 * @param {Message} event
 * @returns {{key: string, values: Record<string, string>} | null}
 */
export function notice(before, event) {
  const id = typeof event.participant === 'string' ? event.participant : event.participant?.id;
  if (!id || id === before.self) return null;
  const name = event.participant.name ?? before.people.get(id)?.name;
  if (!name) return null;
  if (event.type === 'joined') return { key: 'notice.joined', values: { name } };
  if (event.type === 'left') return { key: event.reason === 'removed' ? 'notice.removed' : 'notice.left', values: { name } };
  if (event.type === 'track-changed' && event.track === 'screen' && event.on) return { key: 'notice.shares', values: { name } };
  return null;
}
