import { whereabouts } from '/web/board/context-bar.js';
import { pulled } from '/web/board/curtain-edges.js';
import { orderAt } from '/web/board/pages-of.js';
import { areaOf, escaped, picturesOn, short, svgOf } from '/web/board/svg.js';
import { crc32, zipped } from '/web/board/zip.js';
import { equal, ok, test } from './assert.js';

const PAPER = { type: 'paper', ruling: 'plain', dark: false };
const page = (id, more = {}) => ({ id, order: 1, title: '', ground: PAPER, width: 1600, height: 900, collected: false, shown: false, ...more });
const client = (role, pages, current = 'g1') => ({ self: 'p2', role, current, moderates: role === 'teacher', pages: () => pages });
const rectangle = (x, y) => ({ id: 'p1-a', order: 1, frame: { x, y, rotation: 0, scaleX: 1, scaleY: 1 }, look: { colour: 'ink', width: 4, opacity: 1, dash: 'solid' }, form: { type: 'rectangle', width: 100, height: 50 } });
const text = (words, form = {}) => ({ ...rectangle(0, 0), form: { type: 'text', text: words, width: 0, height: 50, size: 20, bold: false, ...form } });

test('a page comes to stand between its neighbours', () => {
  const others = [page('g1', { order: 1 }), page('g2', { order: 2 })];
  equal([0, 1, 2].map((index) => orderAt(others, index)), [0, 1.5, 3]);
  equal(orderAt([], 0), 0);
});
test('everybody is told where they are', () => {
  const [all, own, theirs] = [page('g1'), page('g5', { owner: 'p2' }), page('g6', { owner: 'p3' })];
  const word = (role, pages, shown, follows) => whereabouts(client(role, pages), shown, follows)?.word ?? null;
  equal(word('student', [all], all, true), null);
  equal(word('student', [all], all, false), 'board.looking-around');
  equal(word('student', [all, own], own, false), 'board.own-page');
  equal(word('student', [all, own], all, true), 'board.have-own');
  equal(word('student', [all], { ...theirs, shown: true }, true), 'board.shown-of');
  equal(word('teacher', [all, theirs], theirs, false), 'board.with-student');
  equal(whereabouts(client('teacher', [all, theirs], 'g6'), theirs, true)?.ways, ['grid', 'stop']);
  equal(word('teacher', [all], page('g7', { ground: { type: 'screen', of: 'p3' } }), true), 'board.on-screen');
  equal(word('student', [all], page('g7', { ground: { type: 'screen', of: 'p3' } }), true), null);
});
test('a curtain’s edge never passes the one across', () => {
  const from = { x: 0, y: 100, width: 400, height: 200 };
  equal(pulled(from, 'top', { x: 0, y: 150 }), { x: 0, y: 150, width: 400, height: 150 });
  equal(pulled(from, 'top', { x: 0, y: 900 }), { x: 0, y: 260, width: 400, height: 40 });
  equal(pulled(from, 'right', { x: -50, y: 0 }), { x: 0, y: 100, width: 40, height: 200 });
});
test('what people wrote can’t become markup of a drawing', () => {
  equal(escaped('<a href="x">&\'\u0000\ud800'), '&#60;a href=&#34;x&#34;&#62;&#38;&#39;  ');
  equal(escaped('分数 😀'), '分数 😀');
  const svg = svgOf(page('g1'), [text('</text><script>x</script>'), { ...rectangle(0, 0), look: { colour: '"/><script>', width: 1, opacity: 1, dash: 'solid' } }], () => null);
  ok(!svg.includes('<script'), svg);
});
test('a drawing holds what lies beyond the page, but not what is miles away', () => {
  equal(areaOf(page('g1'), [rectangle(10, 10)]), { x: 0, y: 0, width: 1600, height: 900 });
  equal(areaOf(page('g1'), [rectangle(-100, 100)]), { x: -122, y: 0, width: 1722, height: 900 });
  equal(areaOf(page('g1'), [rectangle(5e6, 10)]), { x: 0, y: 0, width: 1600, height: 900 });
});
test('a drawing has its pictures inside, stretched to the page as on the screen', () => {
  const scan = page('g1', { ground: { type: 'picture', asset: 'a1' } });
  const shapes = [{ ...rectangle(0, 0), form: { type: 'picture', asset: 'a2', width: 10, height: 10 } }];
  equal(picturesOn(scan, shapes), ['a1', 'a2']);
  const svg = svgOf(scan, shapes, (asset) => (asset === 'a1' ? 'data:image/png;base64,AA==' : null));
  ok(svg.includes('href="data:image/png;base64,AA=="') && svg.includes('#c8ced6'), svg);
});
test('a curtain covers the drawing for those who may not see through', () => {
  const covered = page('g1', { curtain: { x: 0, y: 0, width: 100, height: 50 } });
  ok(svgOf(covered, [], () => null, true).includes('width="100" height="50" fill="#5d6875"'));
  ok(!svgOf(covered, [], () => null, false).includes('#5d6875'));
});
test('a line of text is as long as on the board', () => {
  const svg = svgOf(page('g1'), [text('Hello')], () => null);
  ok(Number(/textLength="([\d.]+)"/.exec(svg)?.[1]) > 30, svg);
});
test('numbers are short', () => equal([1, -0.00001, 1.23456, 1e-9].map(short), ['1', '0', '1.235', '0']));
test('files lie in a zip as its format says', async () => {
  equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926); // the check value of CRC-32
  const bytes = new DataView(await (await zipped([{ name: '分.txt', blob: new Blob(['abc']) }])).arrayBuffer());
  equal(bytes.getUint32(0, true), 0x04034b50);
  equal(bytes.getUint32(14, true), 0x352441c2);
  const end = bytes.byteLength - 22;
  equal([bytes.getUint32(end, true), bytes.getUint16(end + 10, true), bytes.getUint32(bytes.getUint32(end + 16, true), true)], [0x06054b50, 1, 0x02014b50]);
});
