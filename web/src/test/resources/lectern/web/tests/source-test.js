// What must not stand in any file of the page.

import { equal, ok, test } from './assert.js';

/** @type {string[]} */
const files = await (await fetch('/files.json')).json();
const texts = await Promise.all(files.map(async (file) => ({ file, text: await (await fetch(`/web/${file}`)).text() })));
const index = /** @type {{text: string}} */ (texts.find(({ file }) => file === 'index.html')).text;

const BANNED = {
  'markup from text': /\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|setHTML)/,
  'code from text': /\beval\(|\bnew Function\b|setTimeout\(['"`]/,
  'an inline handler': /\son[a-z]+=["']/i,
  'an inline style': /\sstyle=["']|setAttribute\(['"]style/,
  'something from elsewhere': /(?:https?:)?\/\/(?!www\.w3\.org\/2000\/svg)[a-z0-9-]+\.[a-z]{2,}/i,
  'a load from elsewhere by CSS': /@import|url\((?!['"]?(?:data:|#|[a-z0-9-]+\.(?:svg|woff2)['"]?\)))/,
};

test('there are files to look at', () => ok(files.length > 25, String(files)));
for (const [what, pattern] of Object.entries(BANNED))
  test(`no file has ${what}`, () => {
    for (const { file, text } of texts) ok(!pattern.test(text), `${file}: ${pattern.exec(text)?.[0]}`);
  });
test('the patterns find what they are for', () => {
  const samples = ['a.innerHTML = b', 'eval(x)', '<p onclick="x">', '<p style="x">', 'fetch("https://cdn.example.com/x.js")', '@import "x"'];
  Object.values(BANNED).forEach((pattern, i) => ok(pattern.test(samples[i]), samples[i]));
});
test('the index names every module, so that they load side by side', () => {
  const modules = files.filter((file) => file.endsWith('.js'));
  equal(modules.filter((file) => !index.includes(`"/web/${file}"`)), []);
  const named = [...index.matchAll(/"\/web\/([^"]+)"/g)].map(([, file]) => file);
  equal(named.filter((file) => !files.includes(file)), []);
});
test('every module is imported by another one', () => {
  const imported = new Set(texts.flatMap(({ file, text }) => [...text.matchAll(/from '(\.[^']+)'/g)]
    .map(([, path]) => new URL(path, `http://page/${file}`).pathname.slice(1))));
  equal(files.filter((file) => file.endsWith('.js') && file !== 'main.js' && !imported.has(file)), []);
  equal([...imported].filter((file) => !files.includes(file)), []);
});
