import { Speaking } from '/web/speaking.js';
import { equal, test } from './assert.js';

/** Levels ten times a second from one time to another. */
function during(speaking, fromMs, toMs, levels, self = 'me') {
  for (let nowMs = fromMs; nowMs < toMs; nowMs += 100)
    speaking.hear(Object.entries(levels).map(([participant, level]) => ({ participant, level })), nowMs, self);
}

test('a ring lights with the voice and goes out after it', () => {
  const speaking = new Speaking();
  during(speaking, 0, 100, { a: 30, b: 80 });
  equal(speaking.now(100), new Set(['a']));
  equal(speaking.nextDeadlineMs, 700);
  equal(speaking.now(800), new Set());
});
test('a word in passing takes no stage, a sentence does', () => {
  const speaking = new Speaking();
  during(speaking, 0, 600, { a: 30 });
  equal(speaking.turn, '');
  during(speaking, 5_000, 7_000, { a: 30 });
  equal(speaking.turn, 'a');
});
test('who is louder for a moment does not interrupt', () => {
  const speaking = new Speaking();
  during(speaking, 0, 3_000, { a: 30 });
  during(speaking, 3_000, 3_500, { a: 30, b: 20 });
  during(speaking, 3_500, 6_000, { a: 30 });
  equal(speaking.turn, 'a');
  during(speaking, 8_000, 10_000, { b: 35 });
  equal(speaking.turn, 'b');
});
test('silence keeps the turn; the own voice takes none', () => {
  const speaking = new Speaking();
  during(speaking, 0, 2_000, { a: 30 });
  during(speaking, 4_000, 8_000, { me: 10 });
  equal(speaking.turn, 'a');
  equal(speaking.now(8_000), new Set(['me']));
});
