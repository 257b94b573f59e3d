// Which pages there are for whom, and what they are called.

import { t } from '../language.js';

/** @typedef {import('./board-client.js').BoardClient} BoardClient */
/** @typedef {import('./board-wire.js').Page} Page */

/** @param {BoardClient} client */
export const pagesOfAll = (client) => client.pages().filter(({ owner }) => !owner);

/** Everybody's own ones, as far as one may see them. @param {BoardClient} client */
export const privatePages = (client) => client.pages().filter(({ owner }) => owner);

/** The newest page that is one's own. @param {BoardClient} client @returns {Page | null} */
export function ownPage(client) {
  const own = client.pages().filter(({ owner }) => owner === client.self);
  return own.sort((one, other) => numberOf(one) - numberOf(other)).at(-1) ?? null;
}

/** The server counts pages as it makes them. @param {Page} page */
const numberOf = ({ id }) => Number(id.slice(1));

/** What a page gets as its order to come to stand at `index` among the others. @param {Page[]} others @param {number} index */
export function orderAt(others, index) {
  if (others.length === 0) return 0;
  if (index <= 0) return others[0].order - 1;
  if (index >= others.length) return others[others.length - 1].order + 1;
  return (others[index - 1].order + others[index].order) / 2;
}

/** @param {BoardClient} client @param {Page} page @param {(participant: string) => string} nameOf */
export function titleOf(client, page, nameOf) {
  if (page.owner) return nameOf(page.owner) || page.title;
  return page.title.trim() || t('board.page-number', { n: pagesOfAll(client).findIndex(({ id }) => id === page.id) + 1 });
}
