// All the tools of one person at one page. Which of them an input is for is decided when a pointer goes down, and stays so until it
// is lifted: the chosen one; the eraser for the other end of a pen; the instrument where it is taken; the hand for touch once a
// pen was seen (a palm must not draw).

import { clamp } from '../viewport.js';
import { EraserTool } from './eraser-tool.js';
import { FormTool } from './form-tool.js';
import { Guide } from './guide.js';
import { HandTool } from './hand-tool.js';
import { InstrumentTool } from './instrument-tool.js';
import { LaserTool } from './laser-tool.js';
import { PenTool } from './pen-tool.js';
import { PolygonTool } from './polygon-tool.js';
import { SelectTool } from './select-tool.js';
import { TextTool } from './text-tool.js';
import { changesPage } from './tool-kinds.js';

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */
/** @typedef {import('./desk.js').PointerInput} PointerInput */
/** @typedef {import('./desk.js').Tool} Tool */
/** @typedef {import('./tool-kinds.js').ToolKind} ToolKind */

const FARTHEST = 1_000_000; // within this a stroke's numbers fit their ink code at any zoom

export class Toolbox {
  /** @type {ToolKind} */
  kind = 'pen';
  selection;
  #desk;
  #guide;
  #instruments;
  #hand = new HandTool();
  /** @type {Record<ToolKind, Tool>} */
  #tools;
  /** @type {{tool: Tool, device: string} | null} */
  #gesture = null;
  #penSeen = false;
  #panning = false;
  /** @type {import('./instruments.js').Instrument | null} */
  #told = null;
  /** @type {import('./desk.js').Cursor} */
  #shown = 'cross';

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.#guide = new Guide(desk);
    this.#instruments = new InstrumentTool(desk, this.#guide);
    this.selection = new SelectTool(desk);
    const form = (/** @type {'line' | 'arrow' | 'rectangle' | 'ellipse'} */ kind) => new FormTool(desk, this.#guide, kind);
    this.#tools = {
      select: this.selection, pen: new PenTool(desk, this.#guide, false), marker: new PenTool(desk, this.#guide, true), eraser: new EraserTool(desk),
      line: form('line'), arrow: form('arrow'), rectangle: form('rectangle'), ellipse: form('ellipse'), polygon: new PolygonTool(desk),
      text: new TextTool(desk), laser: new LaserTool(), hand: this.#hand,
      read: this.#hand, // the page's words select themselves; beside them one moves the page
    };
  }

  /** The instrument on the page; null when there is none. */
  get instrument() {
    return this.#guide.instrument;
  }

  /** Is a stroke, a preview or a laser in hand? */
  get isInHand() {
    return this.#gesture !== null || this.#chosen.isInHand;
  }

  /** Is a pointer down? */
  get isBusy() {
    return this.#gesture !== null;
  }

  /** Takes another tool; what is in hand is dropped. @param {ToolKind} next */
  choose(next) {
    const out = this.drop();
    if (next !== 'select') out.push(...this.selection.clear());
    this.kind = next;
    return this.#tell(out, null);
  }

  /** While the space bar or the middle button is down the hand is in place of the chosen tool. @param {boolean} on */
  pan(on) {
    this.#panning = on;
  }

  /** Lays an instrument on the page in place of the one that is there; null takes it away. @param {import('./instruments.js').Instrument | null} instrument */
  lay(instrument) {
    this.#guide.instrument = instrument;
    return this.#tell([], null);
  }

  /** @param {PointerInput} raw @returns {ToolOutput[]} */
  handle(raw) {
    if (!Number.isFinite(raw.x) || !Number.isFinite(raw.y)) return [];
    const input = { ...raw, x: clamp(raw.x, -FARTHEST, FARTHEST), y: clamp(raw.y, -FARTHEST, FARTHEST) };
    if (input.device === 'pen' || input.device === 'eraser') this.#penSeen = true;
    /** @type {ToolOutput[]} */
    const out = [];
    if (input.kind === 'down') this.#down(input, out);
    else if (input.kind === 'hover' || input.kind === 'leave') {
      if (!this.#gesture) this.#use(this.#toolFor(input), input, out);
    } else if (this.#gesture?.device === input.device) {
      const { tool } = this.#gesture;
      if (input.kind !== 'move') this.#gesture = null;
      this.#use(tool, input, out);
    }
    return this.#tell(out, input);
  }

  /** @param {import('./desk.js').ToolKey} key @returns {ToolOutput[]} */
  key(key) {
    if (this.#gesture && key.key === 'escape') return this.#tell(this.drop(), null);
    const tool = this.#gesture?.tool ?? this.#chosen;
    if (!tool.key && key.key === 'escape') return this.#tell(tool.cancel(), null);
    return this.#tell(tool.key?.(key) ?? [], null);
  }

  /** Drops what is in hand, as when the window loses the focus. @returns {ToolOutput[]} */
  drop() {
    const out = this.#gesture?.tool.cancel() ?? [];
    this.#gesture = null;
    return [...out, ...this.#chosen.cancel()];
  }

  /** Another hand than this one changed the page. @returns {ToolOutput[]} */
  pageChanged() {
    return this.#chosen.pageChanged?.() ?? [];
  }

  get #chosen() {
    return this.#tools[this.kind];
  }

  /** @param {PointerInput} input @param {ToolOutput[]} out */
  #down(input, out) {
    if (this.#gesture) {
      const lost = this.#gesture.device === input.device;
      const palm = this.#gesture.device === 'touch' && input.device !== 'mouse';
      if (!lost && !palm) return;
      out.push(...this.#gesture.tool.cancel());
      this.#gesture = null;
    }
    const tool = this.#toolFor(input);
    if (this.#refused(tool)) return;
    this.#gesture = { tool, device: input.device };
    this.#use(tool, input, out);
  }

  /** @param {Tool} tool @param {PointerInput} input @param {ToolOutput[]} out */
  #use(tool, input, out) {
    if (!this.#refused(tool)) out.push(...tool.handle(input));
    if (tool === this.#tools.laser) return; // says itself where it is
    const away = input.kind === 'leave' || input.kind === 'cancel' || (input.kind === 'up' && input.device === 'touch');
    out.push({ do: 'point-at', at: away ? null : { x: input.x, y: input.y }, laser: false });
  }

  /** @param {Tool} tool */
  #refused(tool) {
    return ((tool === this.#chosen && changesPage(this.kind)) || tool === this.#tools.eraser) && !this.#desk.mayDraw();
  }

  /** @param {PointerInput} input @returns {Tool} */
  #toolFor(input) {
    if (this.#panning || (input.device === 'touch' && this.#penSeen)) return this.#hand;
    if (input.device === 'eraser') return this.#tools.eraser;
    return this.#instruments.gripAt(input.x, input.y) ? this.#instruments : this.#chosen;
  }

  /** Says what else is different after an input: the instrument, the pointer's look. @param {ToolOutput[]} out @param {PointerInput | null} input */
  #tell(out, input) {
    if (this.#told !== this.instrument) {
      this.#told = this.instrument;
      out.push({ do: 'laid', instrument: this.#told });
    }
    if (!input || input.kind === 'leave') return out;
    const tool = this.#gesture?.tool ?? this.#toolFor(input);
    const cursor = this.#refused(tool) ? 'not-allowed' : /** @type {any} */ (tool).cursorAt?.(input.x, input.y) ?? tool.cursor;
    if (cursor !== this.#shown) out.push({ do: 'show', cursor: (this.#shown = cursor) });
    return out;
  }
}
