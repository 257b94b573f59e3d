// Pictures of documents' pages: cut as the server cuts them, and fetched in the order in which they are wanted.

import { keyOfPage, levelWithin, partsOf, pathOf, plan, wholeLevel } from '/web/material/page-plan.js';
import { isWhole, levelFor, regionOfTile, tilesIn, tilingOf } from '/web/material/tiling.js';
import { equal, ok, test } from './assert.js';

const golden = await (await fetch('/golden/tiling.json')).json();
const A4 = { document: 'd'.repeat(64), number: 3, width: 793.7, height: 1122.5 };
const MOST = 24e6;
const nothing = () => false;

test('there are examples', () => ok(golden.tilings.length > 10 && golden.levels.length > 5, 'examples'));
for (const { pageWidth, pageHeight, level, last, ...expected } of golden.tilings)
  test(`tiling: ${pageWidth} x ${pageHeight} at ${level}`, () => {
    const tiling = tilingOf(pageWidth, pageHeight, level);
    equal(tiling, { level, ...expected });
    equal(regionOfTile(tiling, tiling.columns - 1, tiling.rows - 1), last, 'last');
  });
for (const { pixelsPerUnit, level } of golden.levels) test(`level for ${pixelsPerUnit}`, () => equal(levelFor(pixelsPerUnit), level));

test('tiles of a region: those that show some of it, nearest to its middle first', () => {
  const tiling = tilingOf(A4.width, A4.height, 2); // squares of 256 units
  equal(tilesIn(tiling, { x: 0, y: 0, width: 256, height: 256 }), [{ column: 0, row: 0 }]);
  equal(tilesIn(tiling, { x: 10, y: 10, width: 256, height: 100 }), [{ column: 0, row: 0 }, { column: 1, row: 0 }]);
  equal(tilesIn(tiling, { x: 200, y: 200, width: 256, height: 256 })[0], { column: 1, row: 1 });
  equal(tilesIn(tiling, { x: -500, y: -500, width: 9_000, height: 9_000 }).length, 20);
  equal(tilesIn(tiling, { x: 3_000, y: 0, width: 100, height: 100 }), []);
});
test('together the tiles are the whole picture', () => {
  for (const level of [-4, -1, 0, 1, 2, 3]) {
    const parts = partsOf(A4, level);
    const { width, height } = tilingOf(A4.width, A4.height, level);
    equal(parts.reduce((sum, { pixels }) => sum + pixels, 0), width * height, `level ${level}`);
  }
});
test('a whole picture and a tile have their addresses', () => {
  equal(pathOf(partsOf(A4, 1)[0]), `/document/${A4.document}/3/1`);
  equal(new Set(partsOf(A4, 2).map(pathOf)).size, 20);
  ok(partsOf(A4, 2).map(pathOf).includes(`/document/${A4.document}/3/2/3-4`), 'column and row');
});
test('a page that is fitted takes one picture, then the next pages', () => {
  const ahead = [{ page: { ...A4, number: 4 }, fitted: 0.7 }, { page: { ...A4, number: 2 }, fitted: 0.7 }];
  const all = plan({ page: A4, region: { x: -400, y: -20, width: 1_600, height: 1_200 }, pixelsPerUnit: 0.7, fitted: 0.7 }, ahead, { mostPixels: MOST, has: nothing });
  equal(all.map(({ number, level }) => [number, level]), [[3, 0], [4, 0], [2, 0]]);
});
test('at 400 % the tiles that are seen are wanted, below them a picture of all until there is one', () => {
  const look = { page: A4, region: { x: 100, y: 100, width: 320, height: 200 }, pixelsPerUnit: 4, fitted: 0.7 };
  const levels = (has) => plan(look, [], { mostPixels: MOST, has }).map(({ level }) => level);
  equal(levels(nothing), [0, 2, 2, 2, 2]);
  equal(levels((page) => keyOfPage(page) === keyOfPage(A4)), [2, 2, 2, 2]);
});
test('what would not fit into memory is wanted less sharp', () => {
  const look = { page: A4, region: { x: 0, y: 0, width: A4.width, height: A4.height }, pixelsPerUnit: 8, fitted: 0.7 };
  ok(plan(look, [], { mostPixels: MOST, has: nothing }).reduce((sum, { pixels }) => sum + pixels, 0) <= MOST, 'bounded');
  equal(levelWithin(A4, 2, 16e6), 2);
  equal(levelWithin({ ...A4, width: 20_000, height: 20_000 }, 2, 16e6), -3);
});
test('even the largest page has a picture of the whole', () => {
  const huge = { ...A4, width: 20_000, height: 20_000 };
  ok(isWhole(tilingOf(huge.width, huge.height, wholeLevel(huge, 3))), 'whole');
  equal(wholeLevel(A4, 3), 1);
});
