// The whiteboard means the same here as in Java: every golden example of it.

import { BoardClient } from '/web/board/board-client.js';
import { boundsOf } from '/web/board/bounds.js';
import { ClipSync } from '/web/board/clip-sync.js';
import { cut } from '/web/board/eraser.js';
import { toPage } from '/web/board/frame.js';
import { crossed, near } from '/web/board/hit.js';
import { InkError, decode, encode } from '/web/board/ink.js';
import { Outline } from '/web/board/outline.js';
import { Replica } from '/web/board/replica.js';
import { ServerClock } from '/web/board/server-clock.js';
import { Sheet } from '/web/board/sheet.js';
import { equal, ok, test, throws } from './assert.js';

const NEAR = 1e-6;
/** @type {string[]} */
const index = await (await fetch('/board-golden/index.json')).json();
const golden = Object.fromEntries(await Promise.all(index.filter((file) => file.endsWith('.json'))
  .map(async (file) => [file.replace('.json', ''), await (await fetch(`/board-golden/${file}`)).json()])));

/** @param {number[]} actual @param {number[]} expected @param {string} what */
function close(actual, expected, what) {
  equal(actual.length, expected.length, `${what}: how many`);
  actual.forEach((value, i) => ok(Math.abs(value - expected[i]) <= NEAR, `${what}[${i}] is ${value}, expected ${expected[i]}`));
}
/** Edits without what only this side notes. */
const plainEdits = (edits) => edits.map(({ id, before, after }) => ({ id, before, after }));
const byId = (edits) => [...plainEdits(edits)].sort((one, other) => (one.id < other.id ? -1 : 1));
const point = ([x, y]) => ({ x, y });

test('every file of examples is read', () => equal(Object.keys(golden).sort(), ['apply', 'clips', 'erase', 'hits', 'ink', 'outline', 'rebase', 'undo']));

test('clips: the server\'s clock', () => {
  const clock = new ServerClock();
  for (const { roundTripMs, atMs, nowMs, offsetMs } of golden.clips.clock) {
    clock.heard(roundTripMs, atMs, nowMs);
    ok(Math.abs(clock.now(0) - offsetMs) < 0.001, `${clock.now(0)}, expected ${offsetMs}`);
  }
});
for (const { name, nudges, steps } of golden.clips.sync)
  test(`clips: ${name}`, () => {
    const sync = new ClipSync(nudges);
    for (const { playback, serverMs, player, nowMs, order } of steps) {
      const { play, rate, seekS } = sync.step(playback && { ...playback, at: new Date(playback.atMs).toISOString() }, serverMs, player, nowMs);
      equal(play, order.play, `play at ${nowMs}`);
      close([rate, seekS], [order.rate, order.seekS], `at ${nowMs}`);
    }
  });

for (const { name, text, ...points } of golden.ink.good)
  test(`ink: ${name}`, () => {
    equal(encode(points), text);
    equal(decode(text), points);
  });
for (const { name, text } of golden.ink.bad) test(`no ink: ${name}`, () => throws(() => decode(text), new InkError('ink').message));

for (const { name, shapes, steps } of golden.apply)
  test(`apply: ${name}`, () => {
    const sheet = Sheet.of(0, shapes);
    for (const step of steps) {
      equal(plainEdits(sheet.apply(step.changes)), step.edits, 'edits');
      equal(sheet.shapes(), step.shapes, 'shapes');
      equal(step.buried.filter((id) => sheet.buried(id)), step.buried, 'buried');
    }
  });

for (const { name, revision, shapes, steps } of golden.rebase)
  test(`rebase: ${name}`, () => {
    const replica = new Replica();
    replica.reset(revision, shapes);
    for (const { input, ...after } of steps) {
      let edits = [];
      if (input.edit) edits = replica.edit(input.edit.number, input.edit.changes);
      else if (input.edited) edits = replica.confirm(input.edited, input.edited.by === 'p1').shown;
      else if (input.refused) edits = replica.refuse(input.refused);
      else replica.reset(input.reset.revision, input.reset.shapes);
      equal(byId(edits), byId(after.edits), 'edits');
      equal(replica.shown.shapes(), after.shown, 'shown');
      equal(replica.pending.map(({ number }) => number), after.pending, 'pending');
    }
    replica.drop(() => true);
    equal(replica.shown.shapes(), steps.at(-1).confirmed, 'confirmed');
  });

const PAGE = { id: 'g1', order: 1, title: '', ground: { type: 'paper', ruling: 'plain', dark: false }, width: 1600, height: 900, collected: false, shown: false };
for (const { name, shapes, steps } of golden.undo)
  test(`undo: ${name}`, () => {
    const client = new BoardClient('p1', 'teacher', 'x');
    client.received({ type: 'board', board: { pages: [PAGE], current: 'g1', drawing: { all: false, some: [] } }, lastEdit: 0 });
    client.open(['g1']);
    client.receivedPart({ page: 'g1', revision: 1, part: 0, parts: 1, shapes });
    client.drain();
    let revision = 1;
    let others = 0;
    for (const { input, ...after } of steps) {
      if (input.edit) client.edit('g1', input.edit, input.sameStep);
      else if (input.edited) client.happened({ type: 'edited', page: 'g1', revision: ++revision, by: 'p2', number: ++others, changes: input.edited });
      else if (input.undoBy) client.undoBy('g1', input.undoBy);
      else if ('undo' in input) client.undo('g1');
      else client.redo('g1');
      const said = client.drain().filter((output) => output.do === 'say').map(({ message }) => message);
      equal(said.map(({ changes }) => changes), after.said, 'said');
      for (const { number, changes } of said) client.happened({ type: 'edited', page: 'g1', revision: ++revision, by: 'p1', number, changes });
      client.drain();
      equal(client.sheet('g1').shapes(), after.shown, 'shown');
      equal([client.canUndo('g1'), client.canRedo('g1')], [after.canUndo, after.canRedo], 'can undo, can redo');
    }
  });

for (const { name, ink, frame, look, polygon } of golden.outline)
  test(`outline: ${name}`, () => {
    const outline = new Outline(look);
    const { x, y, pressure } = decode(ink.points);
    const quantum = 2 ** -ink.precision;
    x.forEach((_, i) => {
      const at = toPage({ ...frame, x: 0, y: 0 }, x[i] * quantum, y[i] * quantum);
      outline.add(at.x, at.y, pressure[i]);
    });
    close(outline.polygon(), polygon, 'polygon');
  });

golden.hits.forEach(({ shape, bounds, near: places, crossed: ways }, i) =>
  test(`hits: ${i} ${shape.form.type}`, () => {
    const { x, y, width, height } = boundsOf(shape);
    close([x, y, x + width, y + height], bounds, 'bounds');
    for (const place of places) equal(near(shape, place.x, place.y, place.tolerance), place.hit, JSON.stringify(place));
    for (const way of ways) equal(crossed(shape, point(way.from), point(way.to), way.radius), way.hit, JSON.stringify(way));
  }));

for (const { name, shape, from, to, radius, pieces } of golden.erase)
  test(`erase: ${name}`, () => equal(cut(shape, point(from), point(to), radius), pieces));
