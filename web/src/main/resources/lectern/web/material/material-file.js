// What a file is by its first bytes, and whether it may be brought in at all: what can be known here needn't be sent to be refused.

import { MaterialError, refusal } from './material-error.js';

/** @typedef {'picture' | 'document' | 'film' | 'sound'} MaterialKind */

const HEAD_BYTES = 4_096;
const MB = 1024 * 1024;
/** @type {Record<MaterialKind, number>} */
const MOST_BYTES = { picture: 32 * MB, document: 128 * MB, film: 512 * MB, sound: 512 * MB };
const PHOTOS = /^(?:hei[cmsx]|hev[cx]|mif1|msf1|avi[fs])$/;
const FILMS = /^(?:iso.|mp4.|avc1|dash|MSNV|M4V[ HP]|f4v |mmp4|qt {2}|3g..)$/;
const SOUNDS = /^M4[AB] $/;
const PACKED = /\.(?:zip|jar|apk|epub|msi|msg)$/i; // packed as office files are, and none
/** Kinds of files that a chooser offers; what they are is told by their bytes. */
export const MATERIALS = 'image/*,video/*,audio/*,.pdf,.pptx,.ppt,.pps,.ppsx,.potx,.odp,.docx,.doc,.odt,.rtf,.xlsx,.xls,.ods,.svg';

/** Is it called one? Then it comes onto a page, not as one. @param {File} file */
export const isPicture = ({ type, name }) => type.startsWith('image/') || /\.hei[cf]$/i.test(name);

/** @param {File} file @returns {Promise<MaterialKind>} fails with a MaterialError */
export async function kindOfFile(file) {
  if (file.size === 0) throw refusal('empty');
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer().catch(() => {
    throw refusal('not-there'); // a folder, or a file that is gone
  }));
  const kind = kindOf(head, file.name);
  if (kind === 'photo') throw refusal('heic');
  if (kind === null) throw refusal('other-kind');
  if (file.size > MOST_BYTES[kind]) throw new MaterialError('material.too-large-for', { most: String(MOST_BYTES[kind] / MB) });
  return kind;
}

/** @param {Uint8Array} head the first bytes @param {string} name @returns {MaterialKind | 'photo' | null} */
export function kindOf(head, name) {
  const text = String.fromCharCode(...head);
  const at = (/** @type {string} */ mark, place = 0) => text.startsWith(mark, place);
  if (at('\x89PNG\r\n\x1a\n') || at('\xff\xd8\xff') || at('GIF87a') || at('GIF89a') || (at('RIFF') && at('WEBP', 8)) || (at('BM') && /\.bmp$/i.test(name))) return 'picture';
  if (at('PK\x03\x04')) return PACKED.test(name) ? null : 'document';
  if (at('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return PACKED.test(name) ? null : 'document';
  if (at('{\\rtf')) return 'document';
  if (at('ftyp', 4)) return ofBrands(text);
  if (at('\x1a\x45\xdf\xa3')) return 'film';
  if (at('OggS')) return text.includes('theora') ? 'film' : 'sound';
  if ((at('RIFF') && at('WAVE', 8)) || at('fLaC') || at('ID3') || isFrame(head)) return 'sound';
  if (text.slice(0, 1_024).includes('%PDF-') || isSvg(text)) return 'document';
  return null;
}

/** ISO 14496-12 §4.3: the size, `ftyp`, the major brand, a version, the compatible brands. @param {string} text */
function ofBrands(text) {
  const end = Math.min(text.length, Math.max(12, (text.charCodeAt(2) << 8) + text.charCodeAt(3)));
  const brands = [text.slice(8, 12)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text.slice(at, at + 4));
  if (SOUNDS.test(brands[0])) return 'sound';
  if (brands.some((brand) => FILMS.test(brand))) return 'film';
  return brands.some((brand) => PHOTOS.test(brand)) ? 'photo' : null;
}

/** MP3 or AAC without anything around: eleven set bits, and no mark of UTF-16. @param {Uint8Array} head */
const isFrame = (head) => head.length > 3 && head[0] === 0xff && (head[1] & 0xe0) === 0xe0 && head[1] !== 0xff && head[1] !== 0xfe;

/** Its root element is the first one. @param {string} text */
function isSvg(text) {
  const start = text.replace(/^\xef\xbb\xbf/, '').trimStart();
  const root = start.search(/<(?:svg:)?svg[\s>]/);
  const html = start.search(/<html/i);
  return start.startsWith('<') && root >= 0 && (html < 0 || root < html);
}
