import { tests } from './assert.js';

const modules = ['wire', 'session', 'room', 'layout', 'speaking', 'health', 'words', 'link', 'media', 'source', 'board-golden', 'board-client', 'board-around', 'tiling', 'material', 'page-pictures'];
const results = [];
for (const module of modules) {
  tests.length = 0;
  try {
    await import(`./${module}-test.js`);
    for (const { name, run } of [...tests]) {
      const result = { name: `${module}: ${name}`, error: '' };
      try {
        await run();
      } catch (error) {
        result.error = String(error instanceof Error ? error.stack : error);
      }
      results.push(result);
    }
    if (tests.length === 0) throw new Error('no tests in it');
  } catch (error) {
    results.push({ name: `${module}: loads`, error: String(error) });
  }
}
document.body.textContent = JSON.stringify(results);
document.body.dataset.done = 'yes';
