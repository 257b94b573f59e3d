// What is on the stage and which tiles stand beside it. Pure: the room, whose turn it is and what was pinned come in.

import { everybody } from './room.js';

/** @typedef {{participant: string, track: 'camera' | 'screen'}} Place */

/** @param {Place | null} place */
export const keyOf = (place) => (place ? `${place.participant}/${place.track}` : '');

/** @typedef {{over: string | null, paper: boolean}} BoardPage `over`: whose screen the page lies over; `paper`: the teacher turned to it from a page over the screen */

/**
 * @param {import('./room.js').Room} room
 * @param {{turn: string, pinned: Place | null, board?: BoardPage | null}} wish `board` is null where the class has none
 * @returns {{stage: Place | null, tiles: Place[], board: 'none' | 'stage' | 'over'}} `over`: ink over the screen on stage
 */
export function arrange(room, { turn, pinned, board = null }) {
  const seated = everybody(room).filter((one) => one.role !== 'watcher');
  // One's own screen isn't shown to oneself, a picture of a picture without end; unless one writes on it.
  /** @type {Place[]} */
  const screens = seated.filter((one) => one.tracks.includes('screen') && (one.id !== room.self || board?.over === room.self))
    .map((one) => ({ participant: one.id, track: 'screen' }));
  /** @type {Place[]} */
  const cameras = seated.map((one) => ({ participant: one.id, track: 'camera' }));
  const places = [...screens, ...cameras];
  const others = cameras.filter((place) => place.participant !== room.self);
  const asked = places.find((place) => keyOf(place) === keyOf(pinned))
    ?? screens.find((place) => place.participant === board?.over)
    ?? (board?.paper ? null : screens.at(-1))
    ?? null;
  if (board && !asked) return { stage: null, tiles: places, board: 'stage' };
  const stage = asked
    ?? others.find((place) => place.participant === turn)
    ?? others[0] // by role: the teacher, where there is one
    ?? cameras[0]
    ?? null;
  const over = board && stage?.track === 'screen' && stage.participant === board.over;
  return { stage, tiles: places.filter((place) => keyOf(place) !== keyOf(stage)), board: over ? 'over' : 'none' };
}

/**
 * The views to ask the server for: everything of others that is on the screen, the largest first. Also of those whose
 * camera is off: the server fills the view as soon as it is on.
 * @param {import('./room.js').Room} room
 * @param {{place: Place, width: number, height: number}[]} shown in physical pixels
 * @returns {import('./wire.js').View[]}
 */
export function viewsOf(room, shown) {
  return shown
    .filter(({ place, width, height }) => width >= 1 && height >= 1 && place.participant !== room.self
      && room.people.has(place.participant))
    .sort((one, other) => other.width * other.height - one.width * one.height)
    .map(({ place, width, height }) => ({
      ...place, width: Math.min(8192, Math.round(width)), height: Math.min(8192, Math.round(height)),
    }));
}

const TILES_AT_FIRST = 6; // as many as stand beside a stage without scrolling

/**
 * A first guess at the views, before anything is laid out: the pictures can be on their way meanwhile.
 * @param {import('./room.js').Room} room
 * @param {{stage: Place | null, tiles: Place[]}} layout
 * @param {{width: number, height: number, scale: number}} page
 */
export function firstViews(room, { stage, tiles }, { width, height, scale }) {
  return viewsOf(room, [
    ...(stage ? [{ place: stage, width: width * scale * 0.6, height: height * scale * 0.6 }] : []),
    ...tiles.slice(0, TILES_AT_FIRST).map((place) => ({ place, width: width * scale * 0.16, height: width * scale * 0.09 })),
  ]);
}
