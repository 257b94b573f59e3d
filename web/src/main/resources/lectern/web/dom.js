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

/** Moves an element without stopping its video, where the browser can. @param {Element} parent @param {Element} child @param {Element | null} before */
export function move(parent, child, before = null) {
  if (child.parentElement === parent && child.nextElementSibling === before) return;
  const mover = /** @type {any} */ (parent);
  if (child.isConnected && parent.isConnected && typeof mover.moveBefore === 'function') mover.moveBefore(child, before);
  else {
    parent.insertBefore(child, before);
    for (const video of child.querySelectorAll('video')) video.play().catch(() => {}); // a move pauses it
  }
}
