// What is being brought in, with its progress, over the edge of the board.

import { h, mark } from '../dom.js';
import { icon } from '../icons.js';
import { label, say } from '../language.js';

/** @typedef {import('./imports.js').Task} Task */

const STATES = { waiting: 'material.waiting', uploading: 'material.uploading', reading: 'material.reading', adding: 'material.adding' };
const PER_CENT = 100;

export class TaskList {
  element = say(h('ul', { class: 'material-tasks', hidden: true }), 'material.tasks', {}, 'aria-label');
  /** @type {Map<Task, {item: HTMLElement, words: HTMLElement, bar: HTMLProgressElement, cancel: HTMLElement}>} */
  #items = new Map();

  /** @param {Task[]} tasks */
  show(tasks) {
    this.element.hidden = tasks.length === 0;
    for (const [task, { item }] of this.#items) {
      if (tasks.includes(task)) continue;
      item.remove();
      this.#items.delete(task);
    }
    for (const task of tasks) {
      const { item, words, bar, cancel } = this.#items.get(task) ?? this.#make(task);
      const { state, done, all, why } = task;
      bar.hidden = why !== null;
      mark(item, 'refused', why !== null);
      if (state === 'refused' || why) {
        words.setAttribute('role', 'alert');
        if (why) say(words, why.word, why.values);
        label(cancel, 'material.read', { name: task.name });
        continue;
      }
      const known = all > 0;
      say(words, state === 'reading' && known ? 'material.reading-of' : STATES[state], { done, all, percent: known ? Math.floor((done / all) * PER_CENT) : 0 });
      if (known) bar.value = done / all;
      else bar.removeAttribute('value');
    }
  }

  /** @param {Task} task */
  #make(task) {
    const words = h('span', { class: 'hint' });
    const bar = say(h('progress', {}), 'material.progress-of', { name: task.name }, 'aria-label');
    const cancel = label(h('button', { class: 'board-tool', type: 'button', data: { action: 'cancel-import' }, on: { click: task.cancel } }, icon('close')), 'material.cancel', { name: task.name });
    const item = h('li', { class: 'material-task' }, h('span', { class: 'task-name' }, task.name), words, bar, cancel);
    this.element.append(item);
    const made = { item, words, bar, cancel };
    this.#items.set(task, made);
    return made;
  }
}
