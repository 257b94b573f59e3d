import { arrange, firstViews, viewsOf } from '/web/layout.js';
import { EMPTY_ROOM } from '/web/room.js';
import { equal, test } from './assert.js';

const person = (id, role = 'student', tracks = ['camera']) => ({ id, name: id, role, away: false, tracks, joinedAt: '2026-03-02T09:00:00Z' });
const roomOf = (self, ...people) => ({ ...EMPTY_ROOM, self, people: new Map(people.map((one) => [one.id, one])) });
const names = ({ stage, tiles }) => [stage && `${stage.participant}/${stage.track}`, ...tiles.map((one) => `${one.participant}/${one.track}`)];
const none = { turn: '', pinned: null };

test('alone one sees oneself', () => equal(names(arrange(roomOf('p1', person('p1')), none)), ['p1/camera']));
test('a watcher has no tile, and alone an empty stage', () => {
  equal(names(arrange(roomOf('p1', person('p1', 'watcher', [])), none)), [null]);
  equal(names(arrange(roomOf('p2', person('p1', 'teacher'), person('p2', 'watcher', [])), none)), ['p1/camera']);
});
test('the teacher has the stage until somebody has the word', () => {
  const room = roomOf('p2', person('p1', 'teacher'), person('p2'), person('p3'));
  equal(names(arrange(room, none)), ['p1/camera', 'p2/camera', 'p3/camera']);
  equal(names(arrange(room, { turn: 'p3', pinned: null })), ['p3/camera', 'p1/camera', 'p2/camera']);
  equal(names(arrange(room, { turn: 'gone', pinned: null }))[0], 'p1/camera');
});
test('the own picture takes the stage only by being pinned', () => {
  const room = roomOf('p1', person('p1', 'teacher'), person('p2'));
  equal(names(arrange(room, { turn: 'p1', pinned: null }))[0], 'p2/camera');
  equal(names(arrange(room, { turn: '', pinned: { participant: 'p1', track: 'camera' } }))[0], 'p1/camera');
});
test('a shared screen goes before speech, a pin before both; the sharer keeps a tile', () => {
  const room = roomOf('p2', person('p1', 'teacher', ['camera', 'screen']), person('p2'), person('p3'));
  equal(names(arrange(room, { turn: 'p3', pinned: null })), ['p1/screen', 'p1/camera', 'p2/camera', 'p3/camera']);
  equal(names(arrange(room, { turn: '', pinned: { participant: 'p3', track: 'camera' } })), ['p3/camera', 'p1/screen', 'p1/camera', 'p2/camera']);
});
test('the own screen is not shown to oneself', () =>
  equal(names(arrange(roomOf('p1', person('p1', 'teacher', ['camera', 'screen']), person('p2')), none)), ['p2/camera', 'p1/camera']));
test('asked for is what is visible of others, on or off, the largest first, in whole pixels', () => {
  const room = roomOf('p2', person('p1', 'teacher'), person('p2'), person('p3', 'student', []), person('p4'));
  const shown = (participant, width, height) => ({ place: { participant, track: 'camera' }, width, height });
  equal(viewsOf(room, [shown('p4', 200.4, 112.6), shown('p1', 9_999, 720), shown('p2', 300, 200), shown('p3', 30, 20), shown('p9', 30, 20), shown('p1', 0, 0)]), [
    { participant: 'p1', track: 'camera', width: 8192, height: 720 },
    { participant: 'p4', track: 'camera', width: 200, height: 113 },
    { participant: 'p3', track: 'camera', width: 30, height: 20 },
  ]);
});
test('the first guess asks for the stage, then for tiles, in the page\'s measure', () => {
  const room = roomOf('p2', person('p1', 'teacher'), person('p2'), person('p3'));
  equal(firstViews(room, arrange(room, none), { width: 1000, height: 500, scale: 2 }), [
    { participant: 'p1', track: 'camera', width: 1200, height: 600 },
    { participant: 'p3', track: 'camera', width: 320, height: 180 },
  ]);
  equal(firstViews(room, { stage: null, tiles: [] }, { width: 1000, height: 500, scale: 1 }), []);
});
