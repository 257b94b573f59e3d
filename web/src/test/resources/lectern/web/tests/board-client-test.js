// The client of the board against what a server says and leaves out.

import { BoardClient } from '/web/board/board-client.js';
import { equal, ok, test } from './assert.js';

const page = (id, more = {}) => ({ id, order: Number(id.slice(1)), title: '', ground: { type: 'paper', ruling: 'plain', dark: false }, width: 1600, height: 900, collected: false, shown: false, ...more });
const shape = (id, x = 0) => ({ id, order: 1, frame: { x, y: 0, rotation: 0, scaleX: 1, scaleY: 1 }, look: { colour: 'ink', width: 4, opacity: 1, dash: 'solid' }, form: { type: 'rectangle', width: 10, height: 10 } });
const add = (id, x) => ({ type: 'add', shape: shape(id, x) });
const board = (more = {}) => ({ type: 'board', board: { pages: [page('g1'), page('g2')], current: 'g1', drawing: { all: true, some: [] }, ...more }, lastEdit: 0 });
const edited = (revision, by, number, ...changes) => ({ type: 'edited', page: 'g1', revision, by, number, changes });
const said = (client) => client.drain().filter((output) => output.do === 'say').map(({ message }) => message);
const ids = (client) => client.sheet('g1').shapes().map(({ id }) => id);

function opened(role = 'student', more = {}) {
  const client = new BoardClient('p2', role, 's');
  client.received(board(more));
  client.open(['g1']);
  client.drain();
  return client;
}

test('pages are opened from what is known of them', () => {
  const client = new BoardClient('p2', 'student', 's');
  client.open(['g1']);
  equal(said(client), [], 'before the board is known');
  client.received(board());
  equal(said(client), [{ type: 'open-pages', pages: [{ page: 'g1', revision: 0 }] }]);
  client.happened(edited(1, 'p1', 1, add('p1-a')));
  client.open(['g1', 'g2']);
  equal(said(client), [{ type: 'open-pages', pages: [{ page: 'g1', revision: 1 }, { page: 'g2', revision: 0 }] }]);
});
test('an own edit is there at once, and stays through its confirmation', () => {
  const client = opened();
  ok(client.edit('g1', [add('p2-a')]), 'allowed');
  equal(ids(client), ['p2-a']);
  equal(said(client).map(({ number }) => number), [1]);
  client.happened(edited(1, 'p2', 1, add('p2-a')));
  equal([ids(client), client.pendingEdits], [['p2-a'], 0]);
});
test('edits that come between the parts of a page are done after it', () => {
  const client = opened();
  client.receivedPart({ page: 'g1', revision: 40, part: 0, parts: 2, shapes: [shape('p1-a')] });
  client.happened(edited(40, 'p1', 1, add('p1-x')));
  client.happened(edited(41, 'p1', 2, add('p1-c')));
  equal(ids(client), []);
  client.receivedPart({ page: 'g1', revision: 40, part: 1, parts: 2, shapes: [shape('p1-b')] });
  equal(ids(client), ['p1-a', 'p1-b', 'p1-c']);
});
test('a gap, and a restore of what is unknown, ask for the page anew', () => {
  for (const event of [edited(43, 'p1', 9, add('p1-z')), edited(41, 'p1', 9, { type: 'restore', ids: ['p1-old'] })]) {
    const client = opened();
    client.receivedPart({ page: 'g1', revision: 40, part: 0, parts: 1, shapes: [] });
    client.drain();
    client.happened(event);
    equal(said(client), [{ type: 'open-pages', pages: [] }, { type: 'open-pages', pages: [{ page: 'g1', revision: 0 }] }]);
  }
});
test('what was drawn without a line is said when it is back, later ones only', () => {
  const client = opened();
  client.edit('g1', [add('p2-a')]);
  client.lost();
  client.edit('g1', [add('p2-b')]);
  equal(said(client).map(({ type, number }) => [type, number]), [['edit', 1]]);
  client.received({ ...board(), lastEdit: 1 });
  equal(said(client).map(({ type, number }) => [type, number]), [['open-pages', undefined], ['edit', 2]]);
  client.receivedPart({ page: 'g1', revision: 1, part: 0, parts: 1, shapes: [shape('p2-a')] });
  equal([ids(client), client.pendingEdits], [['p2-a', 'p2-b'], 1]);
});
test('a refused edit is taken back, and its step of undo with it', () => {
  const client = opened();
  client.edit('g1', [add('p2-a')]);
  client.drain();
  client.refused(1, 'no');
  equal([ids(client), client.canUndo('g1')], [[], false]);
  equal(client.drain().filter((output) => output.do === 'edit-refused'), [{ do: 'edit-refused', why: 'no' }]);
});
test('who may draw', () => {
  const may = (role, more, id = 'g1') => opened(role, more).mayDraw(id);
  const nobody = { all: false, some: [] };
  equal([may('teacher', { drawing: nobody }), may('assistant', { drawing: nobody }), may('student', { drawing: nobody }), may('student', { drawing: { all: false, some: ['p2'] } }), may('watcher', {})], [true, true, false, true, false]);
  const own = { pages: [page('g1'), page('g7', { owner: 'p2' }), page('g8', { owner: 'p2', collected: true }), page('g9', { owner: 'p3', shown: true })], drawing: { all: true, some: [] } };
  equal(['g7', 'g8', 'g9'].map((id) => may('student', own, id)), [true, false, false]);
  const client = opened();
  equal([client.mayChange('g1', shape('p2-a')), client.mayChange('g1', shape('p22-a')), client.mayChange('g1', shape('p1-a'))], [true, false, false]);
});
test('a private page that is no longer shown is forgotten', () => {
  const client = opened('student');
  client.happened({ type: 'page-changed', page: page('g9', { owner: 'p3', shown: true }) });
  ok(client.page('g9'), 'shown to all');
  client.happened({ type: 'page-changed', page: page('g9', { owner: 'p3' }) });
  equal(client.page('g9'), null);
});
test('presence goes out at most every 33 ms, the newest only', () => {
  const client = opened();
  let x = 0;
  const make = () => ({ page: 'g1', laser: false, cursor: { x, y: 0 } });
  client.present(make, 1000);
  for (x = 1; x < 10; x++) client.present(make, 1000 + x);
  x = 9;
  equal(said(client).map(({ presence }) => presence.cursor.x), [0]);
  equal(client.nextDeadlineMs, 1033);
  client.time(1033);
  equal(said(client).map(({ presence }) => presence.cursor.x), [9]);
});
test('a stroke in hand is put together from its parts, and ends as an edit or in silence', () => {
  const client = opened();
  const stroke = (from, points) => ({ participant: 'p1', presence: { page: 'g1', laser: false, stroke: { id: 'p1-s', look: shape('p1-s').look, x: 0, y: 0, precision: 0, from, points } } });
  client.receivedPresence(stroke(0, 'AAgCUOAAAAAAA'), 0);
  client.receivedPresence(stroke(4, 'AAgC'), 10);
  equal(client.presences('g1')[0].ink.x, [0, 10, 20, 30, 0]);
  client.happened(edited(1, 'p1', 1, add('p1-s')));
  equal(client.presences('g1')[0].ink, null);
  client.time(3010);
  equal(client.presences('g1'), []);
});
test('many changes go as several edits, and are undone as one', () => {
  const client = opened();
  client.edit('g1', Array.from({ length: 700 }, (_, i) => add(`p2-${i.toString(36)}`, i)));
  const messages = said(client);
  ok(messages.length > 1 && messages.every((one) => JSON.stringify(one).length < 64 * 1024), `${messages.length} messages`);
  client.undo('g1');
  equal(ids(client), []);
  client.redo('g1');
  equal(ids(client).length, 700);
});
