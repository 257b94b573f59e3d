import { Health } from '/web/health.js';
import { equal, ok, test } from './assert.js';

/** Both connections made at 0. */
function begun() {
  const health = new Health();
  health.begun('up', 0);
  health.begun('down', 0);
  return health;
}
function connected() {
  const health = begun();
  health.changed('up', 'connected', 100);
  health.changed('down', 'connected', 100);
  return health;
}

test('two connections that stand ask for nothing', () => {
  const health = connected();
  equal(health.nextDeadlineMs, Infinity);
  equal(health.time(1e9), []);
});
test('a hiccup heals by itself', () => {
  const health = connected();
  equal(health.changed('down', 'disconnected', 1_000), []);
  equal(health.changed('down', 'connected', 2_000), []);
  equal(health.nextDeadlineMs, Infinity);
});
test('a broken path gets new ICE credentials, then everything anew', () => {
  const health = connected();
  health.changed('down', 'disconnected', 1_000);
  equal(health.nextDeadlineMs, 3_000);
  equal(health.time(3_000), [{ do: 'restart', which: 'down' }]);
  equal(health.time(9_000), [{ do: 'rejoin' }]);
});
test('a failed connection is not waited for', () =>
  equal(connected().changed('up', 'failed', 1_000), [{ do: 'restart', which: 'up' }]));
test('after a network change what is broken restarts at once', () => {
  const health = connected();
  health.changed('up', 'disconnected', 1_000);
  equal(health.networkChanged(1_100), [{ do: 'restart', which: 'up' }]);
});
test('a network that lets nothing through is said, and tried ever more rarely', () => {
  const health = new Health();
  let nowMs = 0;
  const told = [];
  const tries = [];
  for (let i = 0; i < 6; i++) {
    health.begun('up', nowMs);
    health.begun('down', nowMs);
    tries.push(nowMs);
    nowMs = health.nextDeadlineMs;
    told.push(health.time(nowMs).map((step) => step.do).join(' '));
  }
  equal(told, ['rejoin', 'rejoin', 'blocked rejoin', 'rejoin', 'rejoin', 'rejoin']);
  ok(tries[5] - tries[4] >= 30_000, 'rarely');
  health.begun('up', nowMs);
  health.begun('down', nowMs);
  health.changed('up', 'connected', nowMs + 50);
  equal(health.changed('down', 'connected', nowMs + 60), [{ do: 'blocked', blocked: false }]);
});
test('nothing is watched while the line to the server is gone', () => {
  const health = begun();
  health.paused();
  equal(health.nextDeadlineMs, Infinity);
  equal(health.changed('up', 'failed', 10), []);
});
