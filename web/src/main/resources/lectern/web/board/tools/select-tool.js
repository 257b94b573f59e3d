// Selects, moves, resizes, turns. A click selects what is topmost, with Shift more or less of it; a pull on nothing selects what it
// encloses (Alt: touches), on a shape it moves (Alt: a copy; Shift: straight), on a handle it resizes (Shift: keeps the ratio;
// Alt: about the middle) or turns (Shift: by 15°). Only what one may change can be selected.

import { topAt, touches, within } from '../hit.js';
import { alike } from '../shapes.js';
import { measure } from '../text-layout.js';
import { between, snapped, toDegrees, turned } from './angles.js';
import { adds, copies } from './arrange.js';
import { Clicks } from './clicks.js';
import { distance, units } from './desk.js';
import { NOTHING, Selection, keepsRatio } from './selection.js';
import { HANDLES, isCorner } from './selection-box.js';
import { editText } from './text-tool.js';
import { move, resize, rotate } from './transform.js';

/** @typedef {import('./desk.js').ToolOutput} ToolOutput */
/** @typedef {import('./desk.js').PointerInput} PointerInput */
/** @typedef {import('../board-wire.js').Shape} Shape */
/** @typedef {import('./selection-box.js').Handle} Handle */
/**
 * @typedef {object} Pull what a pointer that is down does
 * @property {PointerInput} from
 * @property {Handle | null} handle
 * @property {Shape | null} hit
 * @property {boolean} marquee
 * @property {Set<string>} before selected before the click
 * @property {Shape[]} start
 * @property {boolean} moved farther than a tremble
 * @property {boolean} copy
 * @property {Shape[]} copies
 * @property {Shape[]} now what would be committed
 */

const HIT_PIXELS = 5;
const HANDLE_PIXELS = 8;
const FINGER_PIXELS = 16;
const STILL_PIXELS = 3; // a click that trembles moves nothing
const MOST_SCALE = 1e4;
const FARTHEST = 1e7;

/** @implements {import('./desk.js').Tool} */
export class SelectTool {
  /** @type {import('./desk.js').Cursor} */
  cursor = 'arrow';
  selection = NOTHING;
  #desk;
  #clicks = new Clicks();
  /** @type {Pull | null} */
  #pull = null;
  #nudging = false;

  /** @param {import('./desk.js').Desk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  get isInHand() {
    return this.#pull !== null;
  }

  /** @param {PointerInput} input @returns {ToolOutput[]} */
  handle(input) {
    switch (input.kind) {
      case 'down': return this.#press(input);
      case 'move': return this.#pull ? this.#drag(this.#pull, input) : [];
      case 'up': return this.#pull ? this.#lift(this.#pull, input) : [];
      case 'cancel': return this.cancel();
      default: return [];
    }
  }

  /** @param {import('./desk.js').ToolKey} key @returns {ToolOutput[]} */
  key({ key, shift }) {
    switch (key) {
      case 'escape': return this.#pull ? this.cancel() : this.clear();
      case 'enter': return this.selection.text ? [editText(this.selection.text)] : [];
      case 'delete': return this.#pull ? [] : this.delete();
      case 'left': return this.#nudge(-1, 0, shift);
      case 'right': return this.#nudge(1, 0, shift);
      case 'up': return this.#nudge(0, -1, shift);
      case 'down': return this.#nudge(0, 1, shift);
    }
  }

  /** @returns {ToolOutput[]} */
  clear() {
    return this.selection.isEmpty ? [] : this.select([]);
  }

  /** Selects those of the ids that are there and may be changed. @param {Iterable<string>} ids */
  select(ids) {
    const shapes = [...new Set(ids)].map((id) => this.#desk.sheet().find(id)).filter((shape) => shape !== null && this.#desk.mayChange(shape));
    return this.selectNew(/** @type {Shape[]} */ (shapes));
  }

  /** Selects what has just been made by commits that are yet to be done. @param {Shape[]} shapes @returns {ToolOutput[]} */
  selectNew(shapes) {
    this.selection = new Selection(shapes);
    this.#nudging = false;
    return [this.selection.said];
  }

  /** @returns {ToolOutput[]} */
  delete() {
    if (this.selection.isEmpty) return [];
    /** @type {ToolOutput} */
    const commit = { do: 'commit', changes: [{ type: 'delete', ids: [...this.selection.ids] }], sameStep: false };
    return [commit, ...this.selectNew([])];
  }

  /** @returns {ToolOutput[]} */
  cancel() {
    if (!this.#pull) return [];
    this.#pull = null;
    return [{ do: 'nothing-in-hand' }, this.selection.said];
  }

  /** What is gone isn't selected any more; what moved has its box elsewhere. @returns {ToolOutput[]} */
  pageChanged() {
    const there = (/** @type {Shape} */ { id }) => this.#desk.sheet().find(id) !== null;
    if (this.#pull) {
      this.#pull.start = this.#pull.start.filter(there);
      if (!this.#pull.copy) this.#pull.now = this.#pull.now.filter(there);
    }
    if (this.selection.isEmpty) return [];
    const now = this.selection.shapes.flatMap(({ id }) => this.#desk.sheet().find(id) ?? []).filter((shape) => this.#desk.mayChange(shape));
    if (alike(now, this.selection.shapes)) return [];
    this.selection = new Selection(now);
    this.#nudging = false;
    return this.#pull ? [] : [this.selection.said];
  }

  /** @param {number} x @param {number} y @returns {import('./desk.js').Cursor} */
  cursorAt(x, y) {
    const { box } = this.selection;
    if (!box) return 'arrow';
    const handle = this.#pull ? this.#pull.handle : box.handleAt(x, y, units(this.#desk, HANDLE_PIXELS), units(this.#desk, 1));
    if (handle) return handle.name === 'rotate' ? 'rotate' : resizing(handle, box.degrees);
    if (this.#pull) return this.#pull.copy ? 'copy' : this.#pull.marquee ? 'arrow' : 'move';
    return box.contains(x, y, 0) ? 'move' : 'arrow';
  }

  /** @param {PointerInput} input @returns {ToolOutput[]} */
  #press(input) {
    this.#nudging = false;
    const { box } = this.selection;
    const reach = units(this.#desk, input.device === 'touch' ? FINGER_PIXELS : HANDLE_PIXELS);
    const handle = box?.handleAt(input.x, input.y, reach, units(this.#desk, 1)) ?? null;
    const before = this.selection.ids;
    const pull = { from: input, handle, before, moved: false, copy: false, copies: [], now: [] };
    if (handle) {
      this.#pull = { ...pull, hit: null, marquee: false, start: this.selection.shapes };
      return [];
    }
    const hit = topAt(this.#desk.sheet(), input.x, input.y, units(this.#desk, HIT_PIXELS), this.#desk.mayChange);
    const inBox = (box?.contains(input.x, input.y, 0) ?? false) && !input.shift;
    const marquee = !hit && !inBox;
    /** @type {ToolOutput[]} */
    let out = [];
    if (hit && !this.selection.has(hit.id) && !(inBox && this.selection.shapes.length > 1))
      out = this.select(input.shift ? [...before, hit.id] : [hit.id]);
    else if (marquee && !input.shift) out = this.select([]);
    this.#pull = { ...pull, hit, marquee, start: this.selection.shapes };
    return out;
  }

  /** @param {Pull} pull @param {PointerInput} input @returns {ToolOutput[]} */
  #drag(pull, input) {
    if (!pull.moved && distance(input, pull.from.x, pull.from.y) * this.#desk.zoom() < STILL_PIXELS) return [];
    pull.moved = true;
    if (pull.marquee) return [{ do: 'marquee', region: rectangle(pull, input) }];
    if (pull.start.length === 0) return [];
    const { box } = new Selection(pull.start);
    if (!box) return [];
    const { handle } = pull;
    const [first] = pull.start;
    const next = handle && !isCorner(handle) && handle.name !== 'rotate' && first.form.type === 'text'
      ? { shapes: [widened(first, pull, handle, input, box.degrees)], box: null } : this.#transformed(pull, input, box);
    if (!next.shapes.every(isBearable)) return []; // farther or larger than a shape may be: it stays as it was last
    pull.now = next.shapes;
    const ids = new Set(next.shapes.map(({ id }) => id));
    return [{ do: 'preview', shapes: next.shapes, hidden: new Set() }, { do: 'selected', ids, box: next.box ?? new Selection(next.shapes).box }];
  }

  /** @param {Pull} pull @param {PointerInput} input @param {import('./selection-box.js').SelectionBox} box */
  #transformed(pull, input, box) {
    const transform = transformOf(pull, input, box);
    pull.copy = !pull.handle && input.alt;
    if (pull.copy && pull.copies.length === 0) pull.copies = copies(this.#desk, pull.start, move(0, 0));
    const from = pull.copy ? pull.copies : pull.start;
    return { shapes: from.map((shape) => ({ ...shape, frame: transform.frame(shape.frame) })), box: transform.box(box) };
  }

  /** @param {Pull} pull @param {PointerInput} input @returns {ToolOutput[]} */
  #lift(pull, input) {
    const out = this.#drag(pull, input);
    this.#pull = null;
    const second = !pull.moved && this.#clicks.isSecond(input, this.#desk.zoom());
    if (pull.marquee) {
      if (pull.moved) out.push(...this.#enclosed(pull, input));
    } else if (pull.moved) {
      const changes = this.#changes(pull);
      if (changes.length > 0) out.push({ do: 'commit', changes, sameStep: false });
      if (pull.now.length > 0) this.selection = new Selection(pull.now);
    } else if (!pull.handle) {
      if (second && pull.hit?.form.type === 'text') out.push(editText(pull.hit));
      out.push(...this.#click(pull));
    }
    return [...out, { do: 'nothing-in-hand' }, this.selection.said];
  }

  /** @param {Pull} pull @param {PointerInput} input */
  #enclosed(pull, input) {
    const region = rectangle(pull, input);
    const found = this.#desk.sheet().in(region).filter((shape) => (input.alt ? touches(shape, region) : within(shape, region))).map(({ id }) => id);
    return this.select(pull.from.shift ? [...pull.before, ...found] : found);
  }

  /** A click that moved nothing: what is under it alone, or with Shift without it if it was selected already. @param {Pull} pull @returns {ToolOutput[]} */
  #click({ hit, from, before }) {
    if (!hit) return this.select([]);
    if (!from.shift) return this.select([hit.id]);
    return before.has(hit.id) ? this.select([...before].filter((id) => id !== hit.id)) : [];
  }

  /** @param {Pull} pull @returns {import('../board-wire.js').Change[]} */
  #changes(pull) {
    if (pull.copy) return adds(pull.now);
    return pull.now.flatMap((next) => {
      const there = this.#desk.sheet().find(next.id);
      if (!there || !this.#desk.mayChange(there)) return [];
      const before = pull.start.find(({ id }) => id === next.id) ?? there;
      const frame = alike(next.frame, before.frame) ? {} : { frame: next.frame };
      const form = alike(next.form, before.form) ? {} : { form: next.form };
      return 'frame' in frame || 'form' in form ? [{ type: /** @type {'set'} */ ('set'), id: next.id, ...frame, ...form }] : [];
    });
  }

  /** Nudges that follow each other are one step of undo. @param {number} right @param {number} down @param {boolean} far @returns {ToolOutput[]} */
  #nudge(right, down, far) {
    if (this.selection.isEmpty || this.#pull) return [];
    const by = move(right * (far ? 10 : 1), down * (far ? 10 : 1));
    const moved = this.selection.shapes.map((shape) => ({ ...shape, frame: by.frame(shape.frame) }));
    if (!moved.every(isBearable)) return [];
    /** @type {ToolOutput} */
    const commit = { do: 'commit', changes: moved.map(({ id, frame }) => ({ type: 'set', id, frame })), sameStep: this.#nudging };
    const out = [commit, ...this.selectNew(moved)];
    this.#nudging = true;
    return out;
  }
}

/** @param {Pull} pull @param {PointerInput} input */
function rectangle({ from }, { x, y }) {
  return { x: Math.min(from.x, x), y: Math.min(from.y, y), width: Math.abs(x - from.x), height: Math.abs(y - from.y) };
}

/** @param {Pull} pull @param {PointerInput} input @param {import('./selection-box.js').SelectionBox} box */
function transformOf({ from, handle, start }, input, box) {
  if (!handle) {
    const [dx, dy] = [input.x - from.x, input.y - from.y];
    if (!input.shift) return move(dx, dy);
    return Math.abs(dx) < Math.abs(dy) ? move(0, dy) : move(dx, 0);
  }
  if (handle === HANDLES.rotate) {
    const degrees = between(box, from, input);
    return rotate(box.x, box.y, input.shift ? snapped(box.degrees + degrees) - box.degrees : degrees);
  }
  return resize(box, handle, from, input, input.shift || !box.sides || start.some(keepsRatio), input.alt);
}

/** A text that is pulled at its side breaks its lines elsewhere; its letters stay as large. @param {Shape} shape @param {Pull} pull @param {Handle} handle @param {PointerInput} input @param {number} degrees @returns {Shape} */
function widened({ form, frame, ...rest }, { from }, handle, input, degrees) {
  const pulled = handle.across * turned(0, 0, -degrees, input.x - from.x, input.y - from.y).x;
  const width = Math.max(form.size, form.width + pulled / Math.abs(frame.scaleX));
  const { height } = measure(form.text, form.size, form.bold, width);
  const shift = (handle.across < 0) === (frame.scaleX > 0) ? (form.width - width) * frame.scaleX : 0;
  return { ...rest, form: { ...form, width, height }, frame: { ...frame, ...turned(frame.x, frame.y, frame.rotation, shift, 0) } };
}

/** @param {Shape} shape */
const isBearable = ({ frame: { x, y, scaleX, scaleY } }) =>
  Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST && [scaleX, scaleY].every((scale) => Math.abs(scale) >= 1 / MOST_SCALE && Math.abs(scale) <= MOST_SCALE);

/** @param {Handle} handle @param {number} degrees @returns {import('./desk.js').Cursor} */
function resizing({ across, down }, degrees) {
  const eighth = Math.round((toDegrees(Math.atan2(down, across)) + degrees) / 45);
  return /** @type {const} */ (['resize-ew', 'resize-nwse', 'resize-ns', 'resize-nesw'])[((eighth % 4) + 4) % 4];
}
