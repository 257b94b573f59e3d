// Three canvases over each other: the page's content, the ink in hand (painted at once, in the pointer's event), and what lies
// over both. Content is painted anew only where something changed.

import { boundsOf, overlap, union } from './bounds.js';
import { isDarkPage, paintCurtain, paintGround, paintShapes } from './painter.js';
import { regionOf } from './viewport.js';
import { h } from '../dom.js';

/** @typedef {import('./board-wire.js').Region} Region */
/** @typedef {import('./viewport.js').Viewport} Viewport */
/** @typedef {import('./board-wire.js').Page} Page */
/**
 * @typedef {object} Content
 * @property {Page | null} page
 * @property {import('./sheet.js').Sheet} sheet
 * @property {Set<string>} hidden shapes in hand, which are painted there
 * @property {boolean} seesThrough the curtain
 * @property {import('./painter.js').Pictures} pictures
 * @property {import('../material/page-pictures.js').PagePictures} documents
 */

const EVERYTHING = { x: -1e9, y: -1e9, width: 2e9, height: 2e9 };

/** @param {string} name @param {CanvasRenderingContext2DSettings} [settings] */
function layer(name, settings) {
  const canvas = h('canvas', { class: 'board-layer', data: { layer: name } });
  return { canvas, pen: /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d', settings)) };
}

export class Layers {
  #content = layer('content');
  #hand = layer('hand', { desynchronized: true });
  #over = layer('over');
  #scale = 1;
  /** @type {Viewport} */
  #view;
  /** @type {Region | null} what of the content isn't as it should be */
  #dirty = EVERYTHING;
  elements = [this.#content.canvas, this.#hand.canvas, this.#over.canvas];

  /** @param {Viewport} view */
  constructor(view) {
    this.#view = view;
  }

  /** @param {Viewport} view @param {number} scale physical pixels per pixel of CSS */
  look(view, scale) {
    const width = Math.round(view.width * scale);
    const height = Math.round(view.height * scale);
    for (const canvas of this.elements) {
      if (canvas.width !== width) canvas.width = width;
      if (canvas.height !== height) canvas.height = height;
    }
    this.#scale = scale;
    this.#view = view;
    this.#dirty = EVERYTHING;
  }

  /** @param {Region} [region] */
  spoil(region = EVERYTHING) {
    this.#dirty = this.#dirty ? union(this.#dirty, region) : region;
  }

  /** @param {import('./shapes.js').Edit[]} edits */
  spoilBy(edits) {
    for (const { before, after } of edits) for (const shape of [before, after]) if (shape) this.spoil(boundsOf(shape));
  }

  /** @param {Content} content */
  paintContent(content) {
    const dirty = this.#dirty;
    this.#dirty = null;
    const seen = regionOf(this.#view);
    if (!dirty || !overlap(dirty, seen)) return;
    const { pen } = this.#content;
    const region = pixels(dirty, seen, this.#view.zoom * this.#scale);
    pen.save();
    this.#toPage(pen);
    pen.beginPath();
    pen.rect(region.x, region.y, region.width, region.height);
    pen.clip();
    const { page, sheet, hidden, seesThrough, pictures, documents } = content;
    if (page) {
      paintGround(pen, page, region, this.#view.zoom, pictures, documents.painter(this.#view.zoom * this.#scale));
      const shapes = sheet.in(region);
      paintShapes(pen, hidden.size > 0 ? shapes.filter(({ id }) => !hidden.has(id)) : shapes, isDarkPage(page) ?? false, pictures);
      if (page.curtain) paintCurtain(pen, page.curtain, seesThrough, this.#view.zoom);
    } else pen.clearRect(region.x, region.y, region.width, region.height);
    pen.restore();
  }

  /** Clears the ink in hand and paints it anew, in page units. @param {(pen: CanvasRenderingContext2D) => void} paint */
  paintHand(paint) {
    const { pen, canvas } = this.#hand;
    pen.resetTransform();
    pen.clearRect(0, 0, canvas.width, canvas.height);
    this.#toPage(pen);
    paint(pen);
  }

  /** Clears what lies over the page and paints it anew, in pixels of the screen. @param {(pen: CanvasRenderingContext2D, view: Viewport) => void} paint */
  paintOver(paint) {
    const { pen, canvas } = this.#over;
    pen.resetTransform();
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.scale(this.#scale, this.#scale);
    paint(pen, this.#view);
  }

  /** @param {CanvasRenderingContext2D} pen */
  #toPage(pen) {
    const scale = this.#view.zoom * this.#scale;
    pen.setTransform(scale, 0, 0, scale, -this.#view.x * scale, -this.#view.y * scale);
  }
}

/** The part of a region that is seen, up to whole pixels: a clip through the middle of one leaves a seam. @param {Region} region @param {Region} seen @param {number} scale @returns {Region} */
function pixels(region, seen, scale) {
  const pixel = 1 / scale;
  const left = Math.max(seen.x, seen.x + Math.floor((region.x - seen.x) * scale - 1) * pixel);
  const top = Math.max(seen.y, seen.y + Math.floor((region.y - seen.y) * scale - 1) * pixel);
  const right = Math.min(seen.x + seen.width + pixel, seen.x + Math.ceil((region.x + region.width - seen.x) * scale + 1) * pixel);
  const bottom = Math.min(seen.y + seen.height + pixel, seen.y + Math.ceil((region.y + region.height - seen.y) * scale + 1) * pixel);
  return { x: left, y: top, width: right - left, height: bottom - top };
}
