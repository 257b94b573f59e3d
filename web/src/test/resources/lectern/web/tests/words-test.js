import { WORDS } from '/web/words.js';
import { equal, ok, test } from './assert.js';

/** @type {string[]} */
const files = await (await fetch('/files.json')).json();
const sources = await Promise.all(files.filter((file) => file.endsWith('.js') && !file.endsWith('words.js'))
  .map(async (file) => ({ file, text: await (await fetch(`/web/${file}`)).text() })));
/** @type {string[]} */
const reasons = await (await fetch('/reasons.json')).json();
/** @type {string[]} */
const refusals = await (await fetch('/refusals.json')).json();
const areas = [...new Set(Object.keys(WORDS.en).map((key) => key.split('.')[0]))].join('|');

test('both languages have the same keys, and no empty words', () => {
  equal(Object.keys(WORDS.zh).sort(), Object.keys(WORDS.en).sort());
  for (const words of Object.values(WORDS)) for (const [key, word] of Object.entries(words)) ok(word.trim(), key);
});
test('both languages fill in the same things', () => {
  const holes = (/** @type {string} */ word) => (word.match(/\{\w+\}/g) ?? []).sort();
  for (const key of Object.keys(WORDS.en)) equal(holes(WORDS.zh[key]), holes(WORDS.en[key]), key);
});
test('every word that is used exists', () => {
  let found = 0;
  for (const { file, text } of sources)
    for (const [, key] of text.matchAll(new RegExp(`'((?:${areas})\\.[a-z-]+)'`, 'g'))) {
      ok(key in WORDS.en, `${file} says ${key}`);
      found++;
    }
  ok(found > 80, `only ${found} words found: the pattern is wrong`);
});
test('every word that exists is used', () => {
  const all = sources.map(({ text }) => text).join('\n');
  const made = /^(role|over|device|invite|material\.refused)[.-]/; // put together from what the server or a device says
  for (const key of Object.keys(WORDS.en)) ok(made.test(key) || all.includes(`'${key}'`), `nobody says ${key}`);
});
test('there are words for every way in which a device can fail', () => {
  for (const kind of ['camera', 'microphone'])
    for (const trouble of ['missing', 'refused', 'busy', 'insecure', 'failed', 'ended']) ok(`device.${kind}-${trouble}` in WORDS.en, `${kind} ${trouble}`);
});
test('there are words for every reason that turns people away', () => {
  const inClass = ['malformed', 'out-of-order', 'media', 'slow', 'stopping', 'internal']; // shown as `other`, or come back
  ok(reasons.length > 12, 'reasons of the protocol');
  for (const reason of reasons) {
    if (inClass.includes(reason)) continue;
    ok(`over.${reason}` in WORDS.en && `over.${reason}-text` in WORDS.en, reason);
  }
});
test('there are words for every reason why a material is not shown', () => {
  ok(refusals.length > 10, 'reasons of the protocol');
  for (const why of refusals) ok(`material.refused-${why}` in WORDS.en, why);
});
