// Has the server read a document, and hears how far it is: one report a line, at last the outline, or why not. Going away cancels.

import { MaterialError, refusal } from './material-error.js';
import { readReport } from './material-wire.js';

/** @typedef {import('./material-wire.js').Outline} Outline */

const AGAIN_MS = [500, 1_000, 2_000, 4_000, 8_000, 15_000];
const MOST_TRIES = 20;
const LINE_CHARS = 4 * 1024 * 1024;

/**
 * @param {string} asset @param {{key: () => string | null, onReading?: (done: number, all: number) => void, signal?: AbortSignal, wait: (ms: number, signal?: AbortSignal) => Promise<void>}} settings
 * @returns {Promise<Outline>} fails with a MaterialError, or when it is cancelled
 */
export async function outlineOf(asset, { key, onReading = () => {}, signal, wait }) {
  for (let tries = 1; ; tries++) {
    const answer = await fetch(`/document/${asset}`, { headers: { Authorization: `Bearer ${key() ?? ''}` }, signal, cache: 'no-store' }).catch(() => null);
    signal?.throwIfAborted();
    if (answer?.ok && answer.body) {
      const outline = await heard(answer.body, onReading);
      if (outline) return outline;
    } else if (answer?.status === 404) throw refusal('not-there');
    else if (answer?.status === 415) throw refusal('other-kind');
    signal?.throwIfAborted();
    if (tries >= MOST_TRIES) throw new MaterialError('material.refused-failed');
    await wait(AGAIN_MS[Math.min(tries, AGAIN_MS.length) - 1], signal); // whoever asks again shares the work that goes on
  }
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} body @param {(done: number, all: number) => void} onReading @returns {Promise<Outline | null>} null where the line broke */
async function heard(body, onReading) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { value, done } = await reader.read().catch(() => ({ value: '', done: true }));
      const lines = (rest + (value ?? '')).split('\n');
      rest = done ? '' : lines.pop() ?? '';
      if (rest.length > LINE_CHARS) throw new MaterialError('material.refused-failed');
      for (const line of lines) {
        if (!line.trim()) continue;
        const report = tried(line);
        if (report?.type === 'reading') onReading(report.done, report.all);
        else if (report?.type === 'ready') return report.outline;
        else if (report?.type === 'refused') throw refusal(report.why);
      }
      if (done) return null;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** A line that was cut is none. @param {string} line */
function tried(line) {
  try {
    return readReport(line);
  } catch {
    return null;
  }
}
