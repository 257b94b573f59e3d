// Elements from values. Text goes in as text nodes only, so what people write can't become markup.

/** @typedef {string | Node | null | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {{class?: string, data?: Record<string, string>, on?: Record<string, (event: any) => void>} & Record<string, any>} attributes
 *   properties of the element where it has them, attributes otherwise
 * @param {Child[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, { class: classes, data, on, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  Object.assign(element.dataset, data);
  for (const [name, value] of Object.entries(attributes)) {
    if (name in element) /** @type {any} */ (element)[name] = value;
    else element.setAttribute(name, String(value));
  }
  for (const [name, listener] of Object.entries(on ?? {})) element.addEventListener(name, listener);
  element.append(...children.filter((child) => child !== null && child !== false));
  return element;
}

/** Sets or clears a data attribute that styles and tests read. @param {HTMLElement} element @param {string} name @param {boolean} on */
export function mark(element, name, on) {
  if (on) element.dataset[name] = '';
  else delete element.dataset[name];
}

/**
 * Moves an element that has a video. (`moveBefore` wouldn't pause it, but with container queries around it crashes
 * Chromium 156's renderer.)
 * @param {Element} parent @param {Element} child @param {Element | null} before
 */
export function move(parent, child, before = null) {
  if (child.parentElement === parent && child.nextElementSibling === before) return;
  parent.insertBefore(child, before);
  for (const video of child.querySelectorAll('video')) video.play().catch(() => {}); // the move paused it
}
