// What tools see of the page they work on, what comes to them, and what comes of it. The same as in Java, where the reasons are.

import { clampZoom } from '../viewport.js';

/** @typedef {import('../board-wire.js').Point} Point */
/** @typedef {import('../board-wire.js').Shape} Shape */
/** @typedef {import('../board-wire.js').Change} Change */
/**
 * @typedef {object} Desk asked anew each time: another page may lie there
 * @property {() => import('../sheet.js').Sheet} sheet as the person sees it
 * @property {() => boolean} mayDraw
 * @property {(shape: Shape) => boolean} mayChange
 * @property {() => string} newId
 * @property {() => number} topOrder an order above that of every shape on the page
 * @property {() => import('./style.js').Style} style
 * @property {() => number} zoom screen pixels per page unit
 */
/**
 * @typedef {object} PointerInput one thing that a pointer did, on the page
 * @property {'down' | 'move' | 'up' | 'cancel' | 'hover' | 'leave'} kind
 * @property {number} x
 * @property {number} y
 * @property {number} pressure 0 to 1; NaN where the device knows none
 * @property {number} timeMs
 * @property {'mouse' | 'pen' | 'touch' | 'eraser'} device
 * @property {boolean} shift
 * @property {boolean} alt
 * @property {boolean} ctrl
 */
/** @typedef {{key: 'escape' | 'enter' | 'delete' | 'left' | 'right' | 'up' | 'down', shift: boolean}} ToolKey */
/** @typedef {'arrow' | 'cross' | 'text' | 'eraser' | 'laser' | 'hand' | 'grabbing' | 'move' | 'copy' | 'rotate' | 'resize-ns' | 'resize-ew' | 'resize-nwse' | 'resize-nesw' | 'not-allowed'} Cursor */
/**
 * @typedef {{do: 'draw', stroke: import('./stroke.js').Stroke, from: number} | {do: 'preview', shapes: Shape[], hidden: Set<string>}
 *   | {do: 'nothing-in-hand'} | {do: 'commit', changes: Change[], sameStep: boolean}
 *   | {do: 'selected', ids: Set<string>, box: import('./selection-box.js').SelectionBox | null}
 *   | {do: 'marquee', region: import('../board-wire.js').Region} | {do: 'edit-text', asked: import('./text-tool.js').AskedText}
 *   | {do: 'point-at', at: Point | null, laser: boolean} | {do: 'pan-by', dx: number, dy: number} | {do: 'show', cursor: Cursor}
 *   | {do: 'laid', instrument: import('./instruments.js').Instrument | null}} ToolOutput
 */
/**
 * @typedef {object} Tool one tool as a state machine; between a `down` and its `up` or `cancel` it may have something in hand
 * @property {(input: PointerInput) => ToolOutput[]} handle
 * @property {(key: ToolKey) => ToolOutput[]} [key]
 * @property {boolean} isInHand
 * @property {() => ToolOutput[]} cancel drops what is in hand
 * @property {() => ToolOutput[]} [pageChanged] by another hand than this one
 * @property {Cursor} cursor what the pointer looks like when it isn't over a handle
 */

/** Page units of that many screen pixels. @param {Desk} desk @param {number} pixels */
export const units = (desk, pixels) => pixels / clampZoom(desk.zoom());

/** @param {PointerInput} input @param {number} x @param {number} y */
export const distance = (input, x, y) => Math.hypot(input.x - x, input.y - y);
