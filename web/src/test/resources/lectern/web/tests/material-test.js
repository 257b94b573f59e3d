// Bringing in teaching materials: files told apart by their bytes, uploads over a line that breaks, words where they stand.

import { numbers } from '/web/material/imports.js';
import { webAddress } from '/web/material/link-dialog.js';
import { MaterialError } from '/web/material/material-error.js';
import { kindOf, kindOfFile } from '/web/material/material-file.js';
import { readHits, readPageText, readReport } from '/web/material/material-wire.js';
import { linesOfSpans } from '/web/material/text-spans.js';
import { upload } from '/web/material/upload.js';
import { equal, ok, test, throws } from './assert.js';

const MB = 1024 * 1024;

/** Numbers that are the same for the same seed (mulberry32). @param {number} seed */
function chances(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A server of uploads, as docs/protocol.md has it, behind a line that breaks by chance: before a piece, within it, before the answer. */
class BrokenLine {
  log = [];
  waitedMs = 0;
  places = new Map();
  made = 0;

  constructor({ size, breaks = () => 0, forget = () => false }) {
    Object.assign(this, { size, breaks, forget });
  }

  nowMs() {
    return this.waitedMs;
  }

  async wait(ms, signal) {
    signal?.throwIfAborted();
    this.waitedMs += ms;
  }

  async send(method, path, headers, body) {
    this.log.push(method);
    const chance = this.breaks();
    if (chance < 0.25 && method !== 'DELETE') throw new TypeError('no line');
    const text = async () => JSON.stringify({ asset: 'a'.repeat(64), kind: 'pdf' });
    const answer = (status, more = {}) => ({ status, offset: null, place: null, text, ...more });
    if (method === 'POST') {
      equal(headers['Upload-Length'], String(this.size));
      const place = `/upload/${++this.made}`;
      this.places.set(place, []);
      if (chance < 0.4) throw new TypeError('no answer');
      return answer(201, { place });
    }
    if (this.forget()) this.places.delete(path);
    const bytes = this.places.get(path);
    if (!bytes) return answer(404);
    if (method === 'DELETE') {
      this.places.delete(path);
      return answer(204);
    }
    if (method === 'HEAD') return answer(204, { offset: bytes.length });
    equal(headers['Content-Type'], 'application/partial-upload');
    if (Number(headers['Upload-Offset']) !== bytes.length) return answer(409, { offset: bytes.length });
    const all = new Uint8Array(await body.arrayBuffer());
    ok(all.length <= 4 * MB, 'a bearable piece');
    const comes = chance < 0.5 ? Math.floor(all.length * chance * 2) : all.length; // what a broken piece brought is kept
    for (let i = 0; i < comes; i++) bytes.push(all[i]);
    if (chance < 0.6) throw new TypeError('broken');
    return bytes.length === this.size ? answer(201) : answer(204, { offset: bytes.length });
  }
}

/** @param {number} size */
const fileOf = (size) => new Blob([Uint8Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) & 0xff)]);
const sameBytes = async (blob, bytes) => {
  const all = new Uint8Array(await blob.arrayBuffer());
  equal(bytes.length, all.length, 'size');
  ok(all.every((byte, i) => byte === bytes[i]), 'every byte in its place');
};
const failing = async (promise) => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('did not fail');
};

test('a file goes up in pieces that grow while the line is quick', async () => {
  const size = 9 * MB + 17;
  const line = new BrokenLine({ size, breaks: () => 1 });
  const told = [];
  const file = fileOf(size);
  equal(await upload(file, line, { onProgress: (bytes) => told.push(bytes) }), { asset: 'a'.repeat(64), kind: 'pdf' });
  equal(line.log, ['POST', 'PATCH', 'PATCH', 'PATCH', 'PATCH']);
  equal(told, [MB, 3 * MB, 7 * MB]);
  await sameBytes(file, line.places.get('/upload/1'));
});
for (const seed of [1, 2, 3, 5, 8, 13, 21, 34])
  test(`an upload goes on wherever the line breaks (seed ${seed})`, async () => {
    const size = 3 * MB + 321;
    const line = new BrokenLine({ size, breaks: chances(seed) });
    const told = [0];
    const file = fileOf(size);
    const { kind } = await upload(file, line, { onProgress: (bytes) => told.push(bytes) });
    equal(kind, 'pdf');
    ok(told.every((bytes, i) => i === 0 || bytes >= told[i - 1]), `never back: ${told}`);
    await sameBytes(file, [...line.places.values()].find((bytes) => bytes.length === size) ?? []);
  });
test('what the server has thrown away begins anew, not for ever', async () => {
  const size = 2 * MB;
  let left = 1;
  const once = new BrokenLine({ size, breaks: () => 1, forget: () => left-- > 0 });
  equal((await upload(fileOf(size), once)).kind, 'pdf');
  equal(once.log.filter((method) => method === 'POST').length, 2);
  const never = new BrokenLine({ size, breaks: () => 1, forget: () => true });
  equal((await failing(upload(fileOf(size), never))).word, 'material.upload-failed');
});
test('a line that never comes back ends it, after minutes', async () => {
  const line = new BrokenLine({ size: 10, breaks: () => 0 });
  equal((await failing(upload(fileOf(10), line))).word, 'material.upload-failed');
  ok(line.waitedMs > 5 * 60_000 && line.waitedMs < 15 * 60_000, `waited ${line.waitedMs} ms`);
});
for (const [status, word] of [[413, 'material.lesson-full'], [415, 'material.refused-other-kind'], [400, 'material.upload-failed']])
  test(`a refusal ends it at once: ${status}`, async () => {
    const line = { log: [], nowMs: () => 0, wait: async () => ok(false, 'waits'), send: async (method) => (line.log.push(method), { status, offset: null, place: null, text: async () => '' }) };
    equal((await failing(upload(fileOf(10), line))).word, word);
    equal(line.log, ['POST']);
  });
test('busy is no refusal', async () => {
  const line = new BrokenLine({ size: 5, breaks: () => 1 });
  let busy = 3;
  const send = line.send.bind(line);
  line.send = async (...args) => (busy-- > 0 ? { status: 429, offset: null, place: null, text: async () => '' } : send(...args));
  equal((await upload(fileOf(5), line)).kind, 'pdf');
});
test('cancelling takes the pieces back', async () => {
  const size = 9 * MB;
  const stop = new AbortController();
  const line = new BrokenLine({ size, breaks: () => 1 });
  const error = await failing(upload(fileOf(size), line, { signal: stop.signal, onProgress: () => stop.abort() }));
  equal(error.name, 'AbortError');
  equal(line.log, ['POST', 'PATCH', 'DELETE']);
  equal(line.places.size, 0);
});

/** @param {string} text */
const bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
for (const [name, head, kind] of [
  ['a.pdf', '%PDF-1.7', 'document'], ['late.pdf', `${' '.repeat(900)}%PDF-1.4`, 'document'], ['a.pptx', 'PK\x03\x04rest', 'document'], ['a.doc', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'document'],
  ['a.zip', 'PK\x03\x04rest', null], ['a.svg', '<?xml version="1.0"?><!-- a drawing --><svg width="1"/>', 'document'], ['page.html', '<html><svg/></html>', null], ['a.rtf', '{\\rtf1', 'document'],
  ['a.png', '\x89PNG\r\n\x1a\n', 'picture'], ['a.webp', 'RIFF\0\0\0\0WEBP', 'picture'], ['a.wav', 'RIFF\0\0\0\0WAVE', 'sound'], ['a.mp3', 'ID3\x04', 'sound'], ['b.mp3', '\xff\xfb\x90\x00', 'sound'],
  ['a.mp4', '\0\0\0\x18ftypisom\0\0\x02\0isommp42', 'film'], ['a.m4a', '\0\0\0\x18ftypM4A \0\0\x02\0M4A mp42', 'sound'], ['a.webm', '\x1a\x45\xdf\xa3webm', 'film'],
  ['a.heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'photo'], ['a.jpg', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic', 'photo'], ['a.exe', 'MZ\x90', null], ['utf16.txt', '\xff\xfea\0', null], ['a.txt', 'hello', null],
])
  test(`a file is what its bytes say: ${name} (${kind})`, () => equal(kindOf(bytes(head), name), kind));
test('what can be refused before it is sent, is', async () => {
  const word = async (file) => (await failing(kindOfFile(file))).word;
  equal(await word(new File([], 'a.pdf')), 'material.refused-empty');
  equal(await word(new File([bytes('MZ')], 'a.pdf')), 'material.refused-other-kind');
  equal(await word(new File([bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic')], 'a.jpg')), 'material.refused-heic');
  const large = new File([bytes('%PDF-1.7'), new Uint8Array(128 * MB)], 'a.pdf');
  const error = await failing(kindOfFile(large));
  equal([error.word, error.values], ['material.too-large-for', { most: '128' }]);
  ok(error instanceof MaterialError, 'has words');
});
test('pages are named as people count', () => {
  equal(numbers([0, 2, 3, 4, 8]), '1, 3–5, 9');
  equal(numbers([4, 3, 3]), '4–5');
});

const word = (text, x, width, lineEnd = false, y = 10) => ({ text, place: { x, y, width, height: 20 }, lineEnd });
const measure = (text, size) => text.length * size * 0.5;
test('words stand where they are on the page, as wide as there', () => {
  const [line, second] = linesOfSpans([word('Hello', 100, 50), word('world', 160, 60, true), word('Next', 100, 30, true, 40)], measure);
  equal(line.map(({ text }) => text), ['Hello ', 'world']);
  equal(second.map(({ text, y }) => [text, y]), [['Next', 40]]);
  for (const [span, width] of [[line[0], 50], [line[1], 60]]) ok(Math.abs(measure(span.text.trim(), span.size) * span.stretch - width) < 1e-9, 'as wide');
  ok(Math.abs((measure(line[0].text, line[0].size) + line[0].spacing) * line[0].stretch - 60) < 1e-9, 'its space reaches the next word');
  ok(line[0].size > 0.7 * 20 && line[0].size < 20, 'as high as its letters');
});
test('words without a gap are copied without one', () => {
  const [line] = linesOfSpans([word('分数', 100, 40), word('加法', 140.5, 40), word('5', 200, 10)], measure);
  equal(line.map(({ text }) => text).join(''), '分数加法 5');
});
test('a page full of words has an end', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => word('w', i, 1, i % 10 === 9));
  ok(linesOfSpans(many, measure).flat().length <= 6_000, 'cut');
});
test('words without a size do no harm', () => {
  const spans = linesOfSpans([{ text: 'x', place: { x: 0, y: 0, width: 0, height: 0 }, lineEnd: false }], measure).flat();
  ok(spans.every(({ size, stretch }) => size > 0 && Number.isFinite(stretch) && stretch > 0), 'numbers');
});
test('only links of the web are opened, under the name that the browser sees', () => {
  for (const none of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ftp://a.b/c', '//a.b', 'x', '', 'vbscript:x']) equal(webAddress(none), null, none);
  equal(webAddress('HTTP://EXAMPLE/a b'), 'http://example/a%20b');
  ok(webAddress('https://аррle/')?.includes('xn--'), 'letters that look like others');
});
test('what the server says of materials is checked', () => {
  const outline = { title: 'T', pages: [{ width: 10, height: 10, text: true, slide: 0, step: 0, hidden: false }], missingFonts: [], incomplete: [] };
  equal(readReport(JSON.stringify({ type: 'ready', outline })).outline.pages.length, 1);
  equal(readReport('{"type":"reading","done":1,"all":2}').done, 1);
  equal(readReport('{"type":"sleeping"}').type, 'sleeping');
  for (const wrong of ['', '{', '{"type":"reading","done":"1","all":2}', '{"type":"ready"}', '{"type":"ready","outline":{"title":"T"}}']) throws(() => readReport(wrong), 'Error');
  throws(() => readPageText('{"words":[{"text":1}],"links":[]}'), 'words[0]');
  throws(() => readHits('{"page":"g1"}'), 'a list');
});
