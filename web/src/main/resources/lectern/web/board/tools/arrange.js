// What is done to the selected shapes without a pointer, as changes. The shapes come in the order in which they are painted.

import { alike } from '../shapes.js';
import { boundsOf, overlap, union } from '../bounds.js';

/** @typedef {import('../board-wire.js').Shape} Shape */
/** @typedef {import('../board-wire.js').Change} Change */
/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {'front' | 'forward' | 'backward' | 'back'} Place */

/** The same shapes by another hand, on top of everything, in the same order among themselves. @param {Desk} desk @param {Shape[]} shapes @param {import('./transform.js').Transform} transform @returns {Shape[]} */
export function copies(desk, shapes, transform) {
  const order = desk.topOrder();
  return shapes.map((shape, i) => ({ ...shape, id: desk.newId(), order: order + i, frame: transform.frame(shape.frame) }));
}

/** @param {Shape[]} shapes @returns {Change[]} */
export const adds = (shapes) => shapes.map((shape) => ({ type: 'add', shape }));

/** @param {Shape[]} shapes @param {(look: import('../board-wire.js').Look) => import('../board-wire.js').Look} next @returns {Change[]} */
export const restyled = (shapes, next) =>
  shapes.map((shape) => ({ shape, look: next(shape.look) })).filter(({ shape, look }) => !alike(look, shape.look))
    .map(({ shape, look }) => ({ type: 'set', id: shape.id, look }));

/** @param {Desk} desk @param {Shape[]} shapes @param {Place} place @returns {Change[]} */
export function ordered(desk, shapes, place) {
  const all = desk.sheet().shapes();
  if (shapes.length === 0) return [];
  const own = new Set(shapes.map(({ id }) => id));
  const others = all.filter(({ id }) => !own.has(id));
  if (place === 'front') return isTop(all, own) ? [] : spread(shapes, desk.topOrder(), desk.topOrder() + shapes.length);
  if (place === 'back') return isTop([...all].reverse(), own) ? [] : spread(shapes, all[0].order - shapes.length - 1, all[0].order - 1);
  // Past the nearest one that they touch: what they don't touch makes no difference to the eye.
  const covered = shapes.map(boundsOf).reduce(union);
  const touched = (/** @type {Shape} */ shape) => overlap(boundsOf(shape), covered);
  const end = place === 'forward' ? shapes[shapes.length - 1] : shapes[0];
  const past = place === 'forward'
    ? others.findIndex((shape) => all.indexOf(shape) > all.indexOf(end) && touched(shape))
    : others.findLastIndex((shape) => all.indexOf(shape) < all.indexOf(end) && touched(shape));
  if (past < 0) return [];
  return between(others, shapes, place === 'forward' ? past + 1 : past, place === 'forward');
}

/** @param {readonly Shape[]} all @param {Set<string>} own */
const isTop = (all, own) => all.slice(-own.size).every(({ id }) => own.has(id));

/** Into the gap below a number of the others; where there is no number left between two orders, a gap further on. @param {Shape[]} others @param {Shape[]} shapes @param {number} gap @param {boolean} up */
function between(others, shapes, gap, up) {
  for (let split = gap; split > 0 && split < others.length; split += up ? 1 : -1) {
    const [low, high] = [others[split - 1].order, others[split].order];
    if (low < high && low + (high - low) / (shapes.length + 1) > low) return spread(shapes, low, high);
  }
  if (up) return spread(shapes, others[others.length - 1].order, others[others.length - 1].order + 1);
  return spread(shapes, others[0].order - 1 - shapes.length, others[0].order);
}

/** Their orders evenly between two numbers, without those. @param {Shape[]} shapes @param {number} low @param {number} high @returns {Change[]} */
function spread(shapes, low, high) {
  return shapes.map(({ id, order }, i) => ({ id, order, next: low + ((high - low) * (i + 1)) / (shapes.length + 1) }))
    .filter(({ order, next }) => order !== next).map(({ id, next }) => ({ type: 'set', id, order: next }));
}
