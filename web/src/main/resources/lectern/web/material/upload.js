// Brings a file to the server in pieces that a broken line doesn't undo (the words are those of draft-ietf-httpbis-resumable-upload).
//
// The server says how far it is after every piece. When a piece breaks nobody knows how much of it came: then it is asked first.
// What must wait, waits longer each time, until something comes through again. The line is given: a test's breaks when it wants.

import { MaterialError, refusal } from './material-error.js';
import { readUploaded } from './material-wire.js';

/** @typedef {{status: number, offset: number | null, place: string | null, text: () => Promise<string>}} Answer `offset`, `place`: as its headers say */
/**
 * @typedef {object} Line
 * @property {(method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE', path: string, headers: Record<string, string>, body: Blob | null, signal?: AbortSignal) => Promise<Answer>} send fails where the line breaks
 * @property {(ms: number, signal?: AbortSignal) => Promise<void>} wait
 * @property {() => number} nowMs
 */

const MB = 1024 * 1024;
const LEAST_PIECE = MB;
const MOST_PIECE = 4 * MB;
const QUICK_MS = 1_500; // a piece that took less may be followed by a larger one
const AGAIN_MS = [300, 1_000, 2_000, 4_000, 8_000, 15_000];
const MOST_TRIES = 40; // in vain, one after the other: then the server has thrown it away
const MOST_BEGUN = 3;
const SILENT_MS = 90_000; // without an answer

/** @param {Blob} file @param {Line} line @param {{onProgress?: (bytes: number) => void, signal?: AbortSignal}} settings @returns {Promise<import('./material-wire.js').Uploaded>} fails with a MaterialError, or when it is cancelled */
export async function upload(file, line, { onProgress = () => {}, signal } = {}) {
  /** @type {string | null} */
  let place = null;
  let [offset, sure, tries, begun, piece] = [0, true, 0, 0, LEAST_PIECE];
  const ask = () => {
    if (place === null) return line.send('POST', '/upload', { 'Upload-Length': String(file.size) }, null, signal);
    if (!sure) return line.send('HEAD', place, {}, null, signal);
    return line.send('PATCH', place, { 'Upload-Offset': String(offset), 'Content-Type': 'application/partial-upload' }, file.slice(offset, offset + piece), signal);
  };
  try {
    for (;;) {
      signal?.throwIfAborted();
      const sentMs = line.nowMs();
      const brings = place !== null && sure;
      const answer = await ask().catch(() => null);
      signal?.throwIfAborted();
      const { status, offset: now } = answer ?? { status: 0, offset: null };
      if (place === null && status === 201 && answer?.place?.startsWith('/upload/')) {
        if (++begun > MOST_BEGUN) throw new MaterialError('material.upload-failed');
        [place, offset, sure] = [answer.place, 0, true];
        continue;
      }
      if (brings && status === 201) return readUploaded(await /** @type {Answer} */ (answer).text());
      if (place !== null && (status === 404 || status === 410)) { // thrown away: from the beginning
        place = null;
        if (begun < MOST_BEGUN) continue;
      }
      const knows = place !== null && now !== null && now >= 0 && now <= file.size && (status === 200 || status === 204 || status === 409);
      if (knows && (now > offset || !sure)) {
        if (now > offset) tries = 0;
        if (brings && line.nowMs() - sentMs < QUICK_MS) piece = Math.min(MOST_PIECE, piece * 2);
        [offset, sure] = [now, true];
        onProgress(offset);
        continue;
      }
      if (knows && now < offset) offset = now; // it kept less than it said
      if (!knows && !mayPass(status)) throw refused(status);
      if (++tries >= MOST_TRIES) throw new MaterialError('material.upload-failed');
      [sure, piece] = [place === null || knows, LEAST_PIECE];
      await line.wait(AGAIN_MS[Math.min(tries, AGAIN_MS.length) - 1], signal);
    }
  } catch (error) {
    if (place !== null) line.send('DELETE', place, {}, null).catch(() => {}); // it would be thrown away in a while
    throw error;
  }
}

/** Something that goes away by itself: no line, not let in again yet, busy. @param {number} status */
const mayPass = (status) => status === 0 || status === 401 || status === 403 || status === 408 || status === 409 || status === 429 || status >= 500;

/** @param {number} status */
function refused(status) {
  if (status === 413) return new MaterialError('material.lesson-full'); // the file's own size was looked at before
  if (status === 415) return refusal('other-kind');
  return new MaterialError('material.upload-failed');
}

/** @param {() => string | null} key of one's place in class @returns {Line} */
export const lineOf = (key) => ({
  async send(method, path, headers, body, signal) {
    const silent = AbortSignal.timeout(SILENT_MS);
    const answer = await fetch(path, {
      method, body, headers: { Authorization: `Bearer ${key() ?? ''}`, ...headers }, cache: 'no-store', signal: signal ? AbortSignal.any([signal, silent]) : silent,
    });
    const offset = answer.headers.get('Upload-Offset');
    return { status: answer.status, offset: offset !== null && /^\d{1,15}$/.test(offset) ? Number(offset) : null, place: answer.headers.get('Location'), text: () => answer.text() };
  },
  wait: (ms, signal) => new Promise((go, stop) => {
    const timer = setTimeout(go, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      stop(signal.reason);
    }, { once: true });
  }),
  nowMs: () => performance.now(),
});
