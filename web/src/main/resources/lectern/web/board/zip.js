// Several files in one, stored as they are (APPNOTE.TXT 6.3, without compression: pictures have theirs already).

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
const NO_DAY = 0x21; // 1 January 1980: the format's first

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let i = 0; i < 8; i++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
  return n;
});

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) crc = TABLE[(crc ^ byte) & 255] ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** @param {{name: string, blob: Blob}[]} files @returns {Promise<Blob>} */
export async function zipped(files) {
  /** @type {BlobPart[]} */
  const parts = [];
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const entries = [];
  let offset = 0;
  for (const { name, blob } of files) {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const letters = new TextEncoder().encode(name);
    const about = [UTF8_NAMES, 0, 0, NO_DAY];
    const sizes = [crc32(bytes), bytes.length, bytes.length];
    const head = record([[LOCAL], [20], about, [], sizes, [letters.length, 0]], [4, 2, 2, 2, 4, 2]);
    entries.push(record([[ENTRY], [20, 20], about, [], sizes, [letters.length, 0, 0, 0, 0], [0, offset]], [4, 2, 2, 2, 4, 2, 4]), letters);
    parts.push(head, letters, bytes);
    offset += head.length + letters.length + bytes.length;
  }
  const size = entries.reduce((sum, { length }) => sum + length, 0);
  const end = record([[END], [0, 0, files.length, files.length], [size, offset], [0]], [4, 2, 4, 2]);
  return new Blob([...parts, ...entries, end], { type: 'application/zip' });
}

/** Numbers, lowest byte first. @param {number[][]} groups @param {number[]} bytes that each number of a group takes @returns {Uint8Array<ArrayBuffer>} */
function record(groups, bytes) {
  const out = groups.flatMap((group, i) => group.flatMap((number) => Array.from({ length: bytes[i] }, (_, at) => (number / 2 ** (8 * at)) & 255)));
  return Uint8Array.from(out);
}
