import { EMPTY_ROOM, everybody, midOf, notice, reduce } from '/web/room.js';
import { equal, ok, test } from './assert.js';

const at = '2026-03-02T09:00:00Z';
export const person = (id, role = 'student', tracks = [], joinedAt = at) => ({ id, name: `Name ${id}`, role, away: false, tracks, joinedAt });
const welcome = (participants, more = {}) => ({
  type: 'welcome', self: 'p2', role: 'student', room: 'r', title: 'Algebra', since: at, resume: 'k', resumed: false, seq: 5, participants, links: {}, ...more,
});
const happened = (seq, event) => ({ type: 'happened', seq, at, event });
const room = reduce(EMPTY_ROOM, welcome([person('p1', 'teacher', ['camera']), person('p2')]));
const after = (...events) => events.reduce((now, event, i) => reduce(now, happened(6 + i, event)), room);

test('a welcome is the whole room', () => {
  equal([room.self, room.title, room.seq, room.people.size], ['p2', 'Algebra', 5, 2]);
  const again = reduce(after({ type: 'joined', participant: person('p3') }), welcome([person('p2')], { seq: 9 }));
  equal([...again.people.keys()], ['p2']);
});
test('people come and go', () => {
  equal([...after({ type: 'joined', participant: person('p3') }).people.keys()], ['p1', 'p2', 'p3']);
  equal([...after({ type: 'left', participant: 'p1', reason: 'left' }).people.keys()], ['p2']);
});
test('away and back, tracks on and off', () => {
  equal(after({ type: 'away', participant: 'p1' }).people.get('p1').away, true);
  equal(after({ type: 'away', participant: 'p1' }, { type: 'returned', participant: 'p1' }).people.get('p1').away, false);
  equal(after({ type: 'track-changed', participant: 'p1', track: 'screen', on: true }).people.get('p1').tracks, ['camera', 'screen']);
  equal(after({ type: 'track-changed', participant: 'p1', track: 'camera', on: true }).people.get('p1').tracks, ['camera']);
  equal(after({ type: 'track-changed', participant: 'p1', track: 'camera', on: false }).people.get('p1').tracks, []);
});
test('what the welcome had already is not done again', () => {
  const old = happened(5, { type: 'left', participant: 'p1', reason: 'left' });
  ok(reduce(room, old) === room, 'the same object');
});
test('an event of somebody unknown changes nobody', () =>
  equal(after({ type: 'away', participant: 'p9' }).people, room.people));
test('a value is never changed in place', () => {
  const before = JSON.stringify([...room.people]);
  after({ type: 'joined', participant: person('p3') }, { type: 'away', participant: 'p1' }, { type: 'left', participant: 'p1', reason: 'left' });
  equal(JSON.stringify([...room.people]), before);
});
test('slots are the complete list, lines are changes', () => {
  const carried = reduce(room, { type: 'slots', slots: [{ mid: 'v0', participant: 'p1', track: 'camera' }] });
  equal(midOf(carried), { 'p1/camera': 'v0' });
  equal(midOf(reduce(carried, { type: 'slots', slots: [] })), {});
  const lines = [{ participant: 'p1', bars: 4 }];
  equal(reduce(reduce(room, { type: 'lines', lines }), { type: 'lines', lines: [{ participant: 'p2', bars: 1 }] }).bars, { p1: 4, p2: 1 });
});
test('the teacher is first, then the order of coming, watchers last', () => {
  const mixed = reduce(EMPTY_ROOM, welcome([person('p9', 'watcher'), person('p10'), person('p2'), person('p1', 'teacher', [], '2026-03-02T10:00:00Z')]));
  equal(everybody(mixed).map((one) => one.id), ['p1', 'p2', 'p10', 'p9']);
});
test('people are told of others, not of themselves', () => {
  equal(notice(room, { type: 'joined', participant: person('p3') }), { key: 'notice.joined', values: { name: 'Name p3' } });
  equal(notice(room, { type: 'left', participant: 'p1', reason: 'removed' }).key, 'notice.removed');
  equal(notice(room, { type: 'track-changed', participant: 'p1', track: 'screen', on: true }).key, 'notice.shares');
  equal(notice(room, { type: 'track-changed', participant: 'p1', track: 'camera', on: true }), null);
  equal(notice(room, { type: 'track-changed', participant: 'p2', track: 'screen', on: true }), null);
  equal(notice(room, { type: 'class-ended', by: 'p1' }), null);
  equal(notice(room, { type: 'link-replaced', role: 'student', generation: 2 }), null);
});
test('personal links are told in parts, taken away one by one, and told anew after a welcome', () => {
  const link = (id) => ({ id, role: 'student', name: `Name ${id}`, link: `https://h/j/${id}`, expiresAt: at });
  const ids = (now) => now.personal.map((one) => one.id);
  const told = reduce(reduce(room, { type: 'invitations', invitations: [link('i1'), link('i2')] }), { type: 'invitations', invitations: [link('i3')] });
  equal(ids(told), ['i1', 'i2', 'i3']);
  equal(ids(reduce(told, happened(8, { type: 'invitation-revoked', id: 'i2' }))), ['i1', 'i3']);
  equal(ids(reduce(told, happened(8, { type: 'invited', invitation: { id: 'i4', role: 'student', name: 'x' } }))), ['i1', 'i2', 'i3'], 'its link follows');
  equal(ids(reduce(told, welcome([person('p2')]))), []);
});
