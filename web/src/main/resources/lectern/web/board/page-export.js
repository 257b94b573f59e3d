// Pages as files: PNG, SVG, and on paper or as PDF by the browser's own printing. Pages are fetched first where they aren't open,
// and their pictures, whole.

import { isDarkPage, paintCurtain, paintGround, paintShapes } from './painter.js';
import { areaOf, picturesOn, svgOf } from './svg.js';
import { zipped } from './zip.js';
import { documentPage, levelWithin } from '../material/page-plan.js';
import { levelFor } from '../material/tiling.js';

/** @typedef {import('./board-client.js').BoardClient} BoardClient */
/** @typedef {import('./board-wire.js').Page} Page */
/** @typedef {'png' | 'svg' | 'pdf'} Format */
/** @typedef {{assets: import('./assets.js').Assets, documents: import('../material/page-pictures.js').PagePictures, mostPixels: number}} Sources `mostPixels`: of a document's page */

const SCALE = 2; // pixels of a PNG per page unit
const MOST_PIXELS = 8_192; // on a side; and of all
const MOST_AREA = 32e6;
const DOCUMENT_LEVEL = 2; // 380 dots an inch on paper
const DOCUMENT_PIXELS = 16e6; // of one page
const DOCUMENTS_PIXELS = 320e6; // of all that are saved at once
const COMES_MS = 20_000;
const LOOK_MS = 50;
const REVOKE_MS = 60_000; // a download is begun by then

/**
 * @param {object} wiring
 * @param {BoardClient} wiring.client
 * @param {import('./assets.js').Assets} wiring.assets
 * @param {import('../material/page-pictures.js').PagePictures} wiring.documents
 * @param {(pages: string[]) => void} wiring.keepOpen those that are being written, besides what is shown
 * @param {(page: Page) => string} wiring.titleOf
 * @param {Page[]} pages @param {Format} format
 * @returns {Promise<void>} fails with a word's key
 */
export async function exportPages({ client, assets, documents, keepOpen, titleOf }, pages, format) {
  keepOpen(pages.map(({ id }) => id));
  try {
    await untilThere(client, pages);
    const sources = { assets, documents, mostPixels: Math.min(DOCUMENT_PIXELS, DOCUMENTS_PIXELS / pages.length) };
    /** @type {{name: string, blob: Blob}[]} */
    const files = [];
    for (const [i, page] of pages.entries()) {
      const shapes = client.sheet(page.id).shapes();
      const name = `${pages.length > 1 ? `${String(i + 1).padStart(String(pages.length).length, '0')} ` : ''}${fileName(titleOf(page))}`;
      const covered = Boolean(page.curtain) && !client.moderates;
      const blob = format === 'png' ? await png(page, shapes, sources, covered) : await svg(page, shapes, sources, covered);
      files.push({ name: `${name}.${format === 'pdf' ? 'svg' : format}`, blob });
    }
    if (format === 'pdf') await print(files, pages.map((page) => areaOf(page, client.sheet(page.id).shapes())));
    else if (files.length === 1) save(files[0]);
    else save({ name: 'pages.zip', blob: await zipped(files) });
  } finally {
    keepOpen([]);
  }
}

/** @param {BoardClient} client @param {Page[]} pages */
async function untilThere(client, pages) {
  const untilMs = performance.now() + COMES_MS;
  while (!pages.every(({ id }) => client.isThere(id))) {
    if (performance.now() > untilMs) throw new Error('board.export-failed');
    await new Promise((go) => setTimeout(go, LOOK_MS));
  }
}

/** @param {string} title */
const fileName = (title) => title.replace(/[\u0000-\u001f<>:"/\\|?*\s]+/g, ' ').trim().slice(0, 80) || 'page';

/** @param {Page} page @param {import('./board-wire.js').Shape[]} shapes @param {Sources} sources @param {boolean} covered */
async function svg(page, shapes, { assets, ...sources }, covered) {
  /** @type {Map<string, string>} */
  const addresses = new Map();
  for (const asset of picturesOn(page, shapes)) {
    const blob = await assets.file(asset);
    if (blob) addresses.set(asset, await dataOf(blob));
  }
  const parts = [];
  for (const { region, blob } of await documentFiles(page, sources, DOCUMENT_LEVEL)) parts.push({ region, address: await dataOf(blob) });
  return new Blob([svgOf(page, shapes, (asset) => addresses.get(asset) ?? null, covered, parts)], { type: 'image/svg+xml' });
}

/** The pictures of a document's page, as sharp as is bearable; none of other pages. @param {Page} page @param {Omit<Sources, 'assets'>} sources @param {number} level */
async function documentFiles(page, { documents, mostPixels }, level) {
  const one = documentPage(page);
  return one ? documents.files(one, levelWithin(one, level, mostPixels)) : [];
}

/** @param {Blob} blob @returns {Promise<string>} */
const dataOf = (blob) => new Promise((take, fail) => {
  const reader = new FileReader();
  reader.onload = () => take(String(reader.result));
  reader.onerror = () => fail(new Error('board.export-failed'));
  reader.readAsDataURL(blob);
});

/** @param {Page} page @param {import('./board-wire.js').Shape[]} shapes @param {Sources} sources @param {boolean} covered @returns {Promise<Blob>} */
async function png(page, shapes, { assets, ...sources }, covered) {
  /** @type {Map<string, ImageBitmap>} */
  const bitmaps = new Map();
  for (const asset of picturesOn(page, shapes)) {
    const blob = await assets.file(asset);
    if (blob) bitmaps.set(asset, await createImageBitmap(blob));
  }
  const pictures = (/** @type {string} */ asset) => bitmaps.get(asset) ?? null;
  const area = areaOf(page, shapes);
  const scale = Math.min(SCALE, MOST_PIXELS / Math.max(area.width, area.height), Math.sqrt(MOST_AREA / (area.width * area.height)));
  const parts = await Promise.all((await documentFiles(page, sources, levelFor(scale))).map(async ({ region, blob }) => ({ region, bitmap: await createImageBitmap(blob) })));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(area.width * scale));
  canvas.height = Math.max(1, Math.round(area.height * scale));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale);
  if (page.ground.type !== 'screen')
    paintGround(pen, page, area, scale, pictures, () => {
      pen.imageSmoothingQuality = 'high';
      for (const { region, bitmap } of parts) pen.drawImage(bitmap, region.x, region.y, region.width, region.height);
    });
  paintShapes(pen, shapes, isDarkPage(page) ?? false, pictures);
  if (covered && page.curtain) paintCurtain(pen, page.curtain, false, scale);
  for (const bitmap of [...bitmaps.values(), ...parts.map((part) => part.bitmap)]) bitmap.close();
  return new Promise((take, fail) => canvas.toBlob((blob) => (blob ? take(blob) : fail(new Error('board.export-failed')))));
}

/** @param {{name: string, blob: Blob}} file */
function save({ name, blob }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_MS);
}

/** One page a sheet, as vectors, by the browser's dialog. @param {{blob: Blob}[]} files @param {import('./board-wire.js').Region[]} areas */
async function print(files, areas) {
  const addresses = files.map(({ blob }) => URL.createObjectURL(blob));
  const box = document.createElement('div');
  box.className = 'printed';
  const sheet = new CSSStyleSheet();
  try {
    for (const [i, address] of addresses.entries()) {
      const image = new Image();
      image.src = address;
      image.className = 'printed-page';
      image.style.setProperty('page', `sheet${i}`); // each has a size of its own
      sheet.insertRule(`@page sheet${i} { margin: 0; size: ${Math.round(areas[i].width)}px ${Math.round(areas[i].height)}px; }`);
      box.append(image);
      await image.decode();
    }
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    document.body.append(box);
    window.print(); // comes back when the dialog is closed, or at once where printing goes on beside it
    await new Promise((go) => setTimeout(go, 1_000));
  } finally {
    const tidy = () => {
      box.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
      for (const address of addresses) URL.revokeObjectURL(address);
    };
    if (matchMedia('print').matches) addEventListener('afterprint', tidy, { once: true });
    else tidy();
  }
}
