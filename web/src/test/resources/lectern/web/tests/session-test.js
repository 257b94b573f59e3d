import { Session } from '/web/session.js';
import { equal, ok, test } from './assert.js';

const WELCOME = { type: 'welcome', self: 'p2', resume: 'key-1' };

/** A session and its time, driven by hand. */
class World {
  nowMs = 1_000;
  constructor(options = {}) {
    this.session = new Session({ token: 't', name: 'Ben', random: () => 0.5, ...options });
  }
  feed(input) {
    return this.session.handle(input, this.nowMs);
  }
  received(message) {
    return this.feed({ is: 'received', message });
  }
  /** Runs to the next deadline. */
  wait() {
    ok(this.session.nextDeadlineMs < Infinity, 'nothing to wait for');
    this.nowMs = Math.max(this.nowMs, this.session.nextDeadlineMs);
    return this.feed({ is: 'time' });
  }
  join() {
    this.feed({ is: 'start' });
    this.feed({ is: 'opened' });
    return this.received(WELCOME);
  }
}
const kinds = (outputs) => outputs.map((one) => (one.do === 'transmit' ? `say ${one.message.type}` : one.do === 'state' ? `is ${one.state}` : one.do));

test('joins: connect, say join, hear welcome', () => {
  const world = new World();
  equal(kinds(world.feed({ is: 'start' })), ['connect', 'is connecting']);
  const opened = world.feed({ is: 'opened' });
  equal(kinds(opened), ['say join', 'is joining']);
  equal(opened[0].message, { type: 'join', version: 1, token: 't', name: 'Ben', resume: null, client: 'web' });
  equal(kinds(world.received(WELCOME)), ['is joined', 'deliver']);
});
test('comes back with the key it was given', () => {
  const world = new World();
  world.join();
  equal(kinds(world.feed({ is: 'closed' })), ['is waiting']);
  equal(kinds(world.wait()), ['connect', 'is connecting']);
  equal(world.feed({ is: 'opened' })[0].message.resume, 'key-1');
});
test('waits longer from try to try, and no longer than five seconds', () => {
  const world = new World({ random: () => 1 });
  world.feed({ is: 'start' });
  const waits = [];
  for (let i = 0; i < 14; i++) {
    world.feed({ is: 'closed' });
    waits.push(Math.round(world.session.nextDeadlineMs - world.nowMs));
    world.wait();
  }
  equal(waits.slice(0, 3), [200, 300, 450]);
  ok(waits.every((ms, i) => ms <= 5_000 && ms >= (waits[i - 1] ?? 0)), `waits ${waits}`);
  equal(waits.at(-1), 5_000);
});
test('a server back within three seconds is found within the next second', () => {
  const world = new World({ random: () => 1 });
  world.join();
  const brokenAt = world.nowMs;
  world.feed({ is: 'closed' });
  while (world.nowMs - brokenAt < 3_000) {
    world.wait();
    if (world.nowMs - brokenAt < 3_000) world.feed({ is: 'closed' });
  }
  ok(world.nowMs - brokenAt <= 4_500, `found after ${world.nowMs - brokenAt} ms`);
});
test('jitter shortens a wait by up to a half, never more', () => {
  for (const random of [0, 0.3, 0.999]) {
    const world = new World({ random: () => random });
    world.feed({ is: 'start' });
    world.feed({ is: 'closed' });
    const waitMs = world.session.nextDeadlineMs - world.nowMs;
    ok(waitMs >= 100 && waitMs <= 200, `${waitMs} ms`);
  }
});
test('a silent line is given up after twelve seconds, with pings before', () => {
  const world = new World();
  world.join();
  const from = world.nowMs;
  const pings = [];
  for (let said = kinds(world.wait()); said[0] === 'say ping'; said = kinds(world.wait())) pings.push(world.nowMs - from);
  equal(pings, [0, 200, 500, 5_500, 10_500], 'the first ones soon after another, for the server\'s clock');
  equal(world.nowMs - from, 12_000);
});
test('anything heard keeps the line, and a pong says the round trip', () => {
  const world = new World();
  world.join();
  const sent = world.wait()[0].message.sent;
  world.nowMs += 40;
  const heard = world.received({ type: 'pong', sent, at: '2026-03-01T08:00:00Z' });
  equal(heard, [{ do: 'rtt', ms: 40, server: '2026-03-01T08:00:00Z' }]);
  const from = world.nowMs;
  while (world.session.state === 'joined') world.wait();
  equal(world.nowMs - from, 12_000);
});
test('after a network change the line must answer soon', () => {
  const world = new World();
  world.join();
  for (let i = 0; i < 3; i++) equal(kinds(world.wait()), ['say ping']);
  equal(kinds(world.feed({ is: 'probe' })), ['say ping']);
  const from = world.nowMs;
  equal(kinds(world.wait()), ['close', 'is waiting']);
  equal(world.nowMs - from, 2_500);
});
test('a network that comes back ends the wait', () => {
  const world = new World();
  world.join();
  world.feed({ is: 'closed' });
  equal(kinds(world.feed({ is: 'probe' })), ['connect', 'is connecting']);
});
test('a server that accepts and says nothing is given up', () => {
  const world = new World();
  world.feed({ is: 'start' });
  world.feed({ is: 'opened' });
  equal(kinds(world.wait()), ['close', 'is waiting']);
});
for (const reason of ['token-wrong', 'token-expired', 'token-revoked', 'room-unknown', 'room-full', 'version'])
  test(`a join refused for ${reason} is the end`, () => {
    const world = new World();
    world.feed({ is: 'start' });
    world.feed({ is: 'opened' });
    const outputs = world.received({ type: 'refused', reason, message: '', to: 'join' });
    equal(kinds(outputs), ['close', 'is over']);
    equal(outputs[1].reason, reason);
    equal(world.session.nextDeadlineMs, Infinity);
    equal(world.feed({ is: 'closed' }), []);
  });
for (const reason of ['ended', 'removed', 'replaced'])
  test(`bye ${reason} is the end`, () => {
    const world = new World();
    world.join();
    equal(kinds(world.received({ type: 'bye', reason, message: '' })), ['close', 'is over']);
  });
for (const reason of ['slow', 'stopping', 'internal'])
  test(`bye ${reason} invites to come back`, () => {
    const world = new World();
    world.join();
    equal(kinds(world.received({ type: 'bye', reason, message: '' })), ['close', 'is waiting']);
  });
test('a refusal in class goes to the class', () => {
  const world = new World();
  world.join();
  equal(kinds(world.received({ type: 'refused', reason: 'not-allowed', message: '', to: 'end-class' })), ['deliver']);
});
test('nothing is said or heard outside of a class', () => {
  const world = new World();
  equal(world.feed({ is: 'send', message: { type: 'watch', views: [] } }), []);
  world.join();
  world.feed({ is: 'closed' });
  equal(world.feed({ is: 'send', message: { type: 'watch', views: [] } }), []);
  equal(world.received({ type: 'slots', slots: [] }), []);
});
test('leaving says so and is the end', () => {
  const world = new World();
  world.join();
  equal(kinds(world.feed({ is: 'leave' })), ['say leave', 'close', 'is over']);
});
test('rejoin drops the line and comes back at once', () => {
  const world = new World();
  world.join();
  equal(kinds(world.feed({ is: 'rejoin' })), ['close', 'is waiting']);
  ok(world.session.nextDeadlineMs - world.nowMs <= 200, 'soon');
});
test('any order of inputs keeps the machine sound', () => {
  let seed = 7;
  const next = (/** @type {number} */ bound) => (seed = (seed * 48_271) % 2_147_483_647) % bound;
  for (let round = 0; round < 300; round++) {
    const world = new World();
    const inputs = [{ is: 'start' }, { is: 'opened' }, { is: 'closed' }, { is: 'probe' }, { is: 'rejoin' }, { is: 'time' },
      { is: 'received', message: WELCOME }, { is: 'received', message: { type: 'bye', reason: 'slow', message: '' } },
      { is: 'received', message: { type: 'pong', sent: 0 } }, { is: 'send', message: { type: 'leave' } }];
    world.feed({ is: 'start' });
    for (let step = 0; step < 60; step++) {
      world.nowMs += next(3_000);
      const outputs = world.feed(inputs[next(inputs.length)]);
      for (const one of outputs) if (one.do === 'transmit' && one.message.type !== 'join') equal(world.session.state, 'joined', `seed 7 round ${round}`);
      ok(world.session.state === 'over' || world.session.nextDeadlineMs < Infinity, `stuck in ${world.session.state}, round ${round}`);
    }
  }
});
