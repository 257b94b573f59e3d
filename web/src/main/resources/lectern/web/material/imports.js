// Files that become pages: brought to the server, read there, put on the board; one after the other, each with its progress, and
// whatever was done so far is taken back when one is cancelled.

import { outlineOf } from './document-stream.js';
import { MaterialError, refusal } from './material-error.js';
import { kindOfFile } from './material-file.js';
import { lineOf, upload } from './upload.js';
import { PAGES_AT_ONCE } from '../board/board-wire.js';

/** @typedef {import('../board/board-wire.js').Page} Page */
/** @typedef {import('../board/board-wire.js').NewPage} NewPage */
/** @typedef {import('./material-wire.js').Outline} Outline */
/** @typedef {{name: string, state: 'waiting' | 'uploading' | 'reading' | 'adding' | 'refused', done: number, all: number, why: MaterialError | null, cancel: () => void}} Task
 *   `done` of `all`: bytes, or pages; 0 of 0 where nobody knows; `cancel` of one that was refused: it was read */

const FIRST_PAGES = 4; // come first, to be turned to at once
const DOCUMENT_PAGES = 1_000;
const TITLE_CHARS = 120;
const NAMED = 3; // fonts in a toast
const CLIP_PAGE = { width: 1600, height: 900 };
const PAGE_UNITS = { least: 10, most: 20_000 };

/**
 * @typedef {object} ImportWiring
 * @property {() => string | null} key of one's place in class
 * @property {import('../board/page-verbs.js').PageVerbs} verbs
 * @property {(page: string) => void} turnTo
 * @property {(file: File, after: string | null) => Promise<Page | null>} addPicture
 * @property {(asset: string, outline: Outline) => void} onOutline
 * @property {() => void} onChanged the tasks are others
 * @property {(key: string, values?: Record<string, string>) => void} onToast
 */

export class Imports {
  /** @type {Task[]} */
  tasks = [];
  #wiring;
  #line;
  #last = Promise.resolve();
  #closed = new AbortController();

  /** @param {ImportWiring} wiring */
  constructor(wiring) {
    this.#wiring = wiring;
    this.#line = lineOf(wiring.key);
  }

  /** One behind the other, after the page that is shown; the class is turned to the first. @param {Iterable<File>} files */
  add(files) {
    let after = this.#wiring.verbs.last();
    let turned = false;
    for (const file of files) {
      const cancelled = new AbortController();
      /** @type {Task} */
      const task = {
        name: file.name, state: 'waiting', done: 0, all: 0, why: null,
        cancel: () => {
          cancelled.abort();
          if (task.state === 'waiting' || task.state === 'refused') this.#end(task);
        },
      };
      this.tasks.push(task);
      const onFirst = (/** @type {Page} */ page) => {
        if (!turned) this.#wiring.turnTo(page.id);
        turned = true;
      };
      this.#last = this.#last.then(async () => {
        try {
          after = await this.#import(file, task, after, onFirst, AbortSignal.any([cancelled.signal, this.#closed.signal])) ?? after;
        } catch (error) {
          if (!cancelled.signal.aborted && !this.#closed.signal.aborted) {
            task.why = error instanceof MaterialError ? error : refusal('failed');
            return this.#set(task, 'refused', 0, 0);
          }
        }
        this.#end(task);
      });
    }
    this.#wiring.onChanged();
  }

  close() {
    this.#closed.abort();
  }

  /** @param {File} file @param {Task} task @param {string | null} after @param {(page: Page) => void} onFirst @param {AbortSignal} signal @returns {Promise<string | null>} the last page that came of it */
  async #import(file, task, after, onFirst, signal) {
    signal.throwIfAborted();
    const kind = await kindOfFile(file);
    if (kind === 'picture') {
      const page = await this.#wiring.addPicture(file, after);
      if (page) onFirst(page);
      return page?.id ?? null;
    }
    this.#set(task, 'uploading', 0, file.size);
    const { asset } = await upload(file, this.#line, { signal, onProgress: (bytes) => this.#set(task, 'uploading', bytes, file.size) });
    const title = [...file.name.replace(/\.\w{1,5}$/, '')].slice(0, TITLE_CHARS).join('');
    if (kind !== 'document') {
      const clip = { title, ground: { type: 'clip', clip: asset, picture: kind === 'film' }, ...CLIP_PAGE, hidden: false };
      return this.#put([clip], task, after, onFirst, signal);
    }
    this.#set(task, 'reading', 0, 0);
    const outline = await outlineOf(asset, { key: this.#wiring.key, signal, wait: this.#line.wait, onReading: (done, all) => this.#set(task, 'reading', done, all) });
    if (outline.pages.length === 0) throw refusal('empty');
    if (outline.pages.length > DOCUMENT_PAGES) throw refusal('too-many-pages');
    this.#wiring.onOutline(asset, outline);
    const last = await this.#put(newPages(asset, outline, title), task, after, onFirst, signal);
    this.#warn(file.name, outline);
    return last;
  }

  /** The first few, then the rest in large parts. @param {NewPage[]} pages @param {Task} task @param {string | null} after @param {(page: Page) => void} onFirst @param {AbortSignal} signal */
  async #put(pages, task, after, onFirst, signal) {
    /** @type {string[]} */
    const added = [];
    let last = after;
    try {
      for (let from = 0; from < pages.length;) {
        this.#set(task, 'adding', from, pages.length);
        const some = pages.slice(from, from + (from === 0 ? FIRST_PAGES : PAGES_AT_ONCE));
        const came = await this.#wiring.verbs.addSeveral(some, last);
        added.push(...came.map(({ id }) => id));
        if (came.length < some.length) throw new MaterialError('material.board-refused');
        signal.throwIfAborted();
        if (from === 0) onFirst(came.find(({ hidden }) => !hidden) ?? came[0]);
        last = added[added.length - 1];
        from += some.length;
      }
      return last;
    } catch (error) {
      this.#wiring.verbs.takeBack(added);
      throw error;
    }
  }

  /** What isn't as its author saw it. @param {string} name @param {Outline} outline */
  #warn(name, { missingFonts, incomplete }) {
    if (missingFonts.length > 0) {
      const fonts = missingFonts.slice(0, NAMED).join(', ') + (missingFonts.length > NAMED ? ` +${missingFonts.length - NAMED}` : '');
      this.#wiring.onToast('material.fonts-missing', { name, fonts });
    }
    if (incomplete.length > 0) this.#wiring.onToast('material.incomplete', { name, pages: numbers(incomplete) });
  }

  /** @param {Task} task */
  #end(task) {
    this.tasks = this.tasks.filter((one) => one !== task);
    this.#wiring.onChanged();
  }

  /** @param {Task} task @param {Task['state']} state @param {number} done @param {number} all */
  #set(task, state, done, all) {
    Object.assign(task, { state, done, all });
    this.#wiring.onChanged();
  }
}

/** @param {string} asset @param {Outline} outline @param {string} name of the file @returns {NewPage[]} */
function newPages(asset, outline, name) {
  const size = (/** @type {number} */ units) => Math.min(PAGE_UNITS.most, Math.max(PAGE_UNITS.least, units));
  return outline.pages.map(({ width, height, hidden }, number) => ({
    title: number === 0 ? [...(outline.title.trim() || name)].slice(0, TITLE_CHARS).join('') : '',
    ground: { type: 'document', document: asset, number }, width: size(width), height: size(height), hidden,
  }));
}

/** As people count them: `1, 3–5`. @param {number[]} pages from 0 */
export function numbers(pages) {
  /** @type {[number, number][]} */
  const runs = [];
  for (const page of [...new Set(pages)].sort((one, other) => one - other)) {
    const run = runs[runs.length - 1];
    if (run && run[1] === page - 1) run[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, to]) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`)).join(', ');
}
