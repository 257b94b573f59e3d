// Pictures of documents' pages: kept within bounds, let go when nobody looks, tried again; painted as good as they are.

import { PagePictures } from '/web/material/page-pictures.js';
import { equal, ok, test } from './assert.js';

const UNTIL_MS = 8_000;
const pageOf = (/** @type {number} */ number) => ({ document: 'a'.repeat(64), number, width: 800, height: 1130 });
const whole = { x: 0, y: 0, width: 800, height: 1130 };
const fitted = (/** @type {number} */ number) => ({ page: pageOf(number), region: whole, pixelsPerUnit: 1, fitted: 1 });
const until = async (holds, what) => {
  const endMs = performance.now() + UNTIL_MS;
  while (!holds()) {
    ok(performance.now() < endMs, `never ${what}`);
    await new Promise((go) => setTimeout(go, 10));
  }
};
const painted = (pictures, page, scale = 1, region = whole) => {
  const canvas = new OffscreenCanvas(Math.round(region.width * scale), Math.round(region.height * scale));
  const pen = canvas.getContext('2d');
  pen.setTransform(scale, 0, 0, scale, -region.x * scale, -region.y * scale);
  pictures.paint(pen, page, region, scale);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
};
const pixel = ({ data, width }, x, y) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 4)];
const BLUE = [0x17, 0x69, 0xd1, 255];

/** With another line to the server. @param {(path: string, settings: RequestInit) => Promise<Response>} line @param {(real: typeof fetch) => Promise<void>} run */
async function over(line, run) {
  const real = globalThis.fetch;
  globalThis.fetch = /** @type {any} */ (line);
  try {
    await run(real);
  } finally {
    globalThis.fetch = real;
  }
}

test('as many are kept as memory allows, and what is looked at always', async () => {
  const most = 12e6; // three pages
  const pictures = new PagePictures(() => 'key', () => {}, most);
  for (let number = 0; number < 8; number++) {
    pictures.look(fitted(number), []);
    await until(() => pixel(painted(pictures, pageOf(number)), 400, 20).join() === BLUE.join(), `page ${number}`);
    ok(pictures.bytes <= most, `${pictures.bytes} bytes`);
  }
  equal(pixel(painted(pictures, pageOf(0)), 400, 20), [0, 0, 0, 0], 'the first was let go');
  pictures.close();
  equal(pictures.bytes, 0);
});
test('until the tiles are there the whole page is shown as it is, then they are, pixel by pixel', async () => {
  const came = [];
  const pictures = new PagePictures(() => 'key', (page, region) => came.push(region), 200e6);
  const region = { x: 60, y: 780, width: 200, height: 100 };
  pictures.look({ page: pageOf(0), region, pixelsPerUnit: 4, fitted: 1 }, []);
  await until(() => came.length > 0, 'the whole');
  ok(came[0].width > 700, 'the whole page came first');
  await until(() => came.length >= 3, 'the tiles');
  const image = painted(pictures, pageOf(0), 4, region);
  const tile = await createImageBitmap(await (await fetch(`/document/${'a'.repeat(64)}/0/2/0-3`)).blob());
  const canvas = new OffscreenCanvas(tile.width, tile.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(tile, 0, 0);
  // The tile's upper left corner is at (0, 768): (60, 780) is 240 and 48 of its pixels on.
  const served = pen.getImageData(240, 48, 700, 300);
  let other = 0;
  for (let y = 0; y < 300; y++) for (let x = 0; x < 700; x++) if (pixel(served, x, y).join() !== pixel(image, x, y).join()) other++;
  equal(other, 0, 'pixels that are others');
  pictures.close();
});
test('what nobody looks at any more is let go before it came', async () => {
  /** @type {Map<string, AbortSignal>} */
  const asked = new Map();
  await over((path, { signal }) => {
    asked.set(path, /** @type {AbortSignal} */ (signal));
    return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
  }, async () => {
    const pictures = new PagePictures(() => 'key', () => {}, 50e6);
    pictures.look(fitted(0), [{ page: pageOf(1), fitted: 1 }]);
    pictures.look(fitted(1), []);
    const path = (/** @type {number} */ number) => `/document/${'a'.repeat(64)}/${number}/0`;
    equal([asked.get(path(0))?.aborted, asked.get(path(1))?.aborted], [true, false]);
    pictures.close();
    equal(asked.get(path(1))?.aborted, true);
  });
});
test('what fails is asked for again, each time later', async () => {
  const atMs = [];
  let fails = 2;
  await over(async (path, settings) => {
    atMs.push(performance.now());
    if (fails-- > 0) return new Response('', { status: 503 });
    return new Response(await new OffscreenCanvas(800, 1130).convertToBlob());
  }, async () => {
    let came = false;
    const pictures = new PagePictures(() => 'key', () => (came = true), 50e6);
    pictures.look(fitted(0), []);
    await until(() => came, 'it came');
    equal(atMs.length, 3);
    ok(atMs[1] - atMs[0] >= 390 && atMs[2] - atMs[1] >= 990, `waited ${atMs}`);
    pictures.close();
  });
});
test('the key of the place in class goes with every request, never in an address', async () => {
  const seen = [];
  await over(async (path, { headers }) => {
    seen.push([path, headers.Authorization]);
    return new Response('', { status: 404 });
  }, async () => {
    const pictures = new PagePictures(() => 'p2.secret', () => {}, 50e6);
    pictures.look(fitted(0), []);
    await until(() => seen.length > 0, 'asked');
    equal(seen[0][1], 'Bearer p2.secret');
    ok(seen.every(([path]) => !path.includes('secret')), 'no secret in an address');
    pictures.close();
  });
});
