import { WireError, read, say, VIEWS } from '/web/wire.js';
import { equal, ok, test, throws } from './assert.js';

const golden = (await (await fetch('/golden/index.json')).json()).filter((/** @type {string} */ path) => /^(client|server|event)\//.test(path));
/** @param {string} path */
const example = async (path) => (await fetch(`/golden/${path}`)).text();
const examples = new Map(await Promise.all(golden.map(async (/** @type {string} */ path) => [path, await example(path)])));

/** How this client would say each of the client's examples. */
const said = {
  'add-page': (m) => say.addPage(m),
  'add-pages': (m) => say.addPages(m.after, m.pages),
  'allow-drawing': (m) => say.allowDrawing(m.drawing),
  answer: (m) => say.answer(m.sdp),
  'change-page': (m) => say.changePage(m.page, m),
  collect: () => say.collect(),
  'delete-page': (m) => say.deletePage(m.page),
  edit: (m) => say.edit(m.page, m.number, m.changes),
  'edit-shapes': (m) => say.edit(m.page, m.number, m.changes),
  'end-class': () => say.endClass(),
  'hand-out': (m) => say.handOut(m.handOut),
  invite: (m) => say.invite(m.role, m.name),
  join: (m) => say.join(m),
  'join-again': (m) => ({ ...say.join(m), client: 'app/0.1' }), // the app's example
  leave: () => say.leave(),
  offer: (m) => say.offer(m.sdp, m.tracks),
  'open-pages': (m) => say.openPages(m.pages),
  ping: (m) => say.ping(m.sent),
  'play-clip': (m) => say.playClip(m.page, m),
  presence: (m) => say.presence(m.presence),
  'presence-shape': (m) => say.presence(m.presence),
  'presence-view': (m) => say.presence(m.presence),
  remove: (m) => say.remove(m.participant),
  'replace-link': (m) => say.replaceLink(m.role),
  'restart-ice': () => say.restartIce(),
  'restore-page': (m) => say.restorePage(m.page),
  'revoke-invitation': (m) => say.revokeInvitation(m.id),
  'set-track': (m) => say.setTrack(m.track, m.on),
  'turn-to': (m) => say.turnTo(m.page),
  watch: (m) => say.watch(m.views),
};
const NOT_SAID = ['candidate']; // candidates aren't trickled: the server is ICE-lite

for (const [path, text] of examples) {
  const [folder, file] = path.split('/');
  const name = file.replace('.json', '');
  if (folder === 'client') {
    test(`says ${path}`, () => {
      if (NOT_SAID.includes(name)) return ok(!(name in say), `${name} is said after all: test it`);
      const message = JSON.parse(text);
      ok(name in said, `no maker for ${name}`);
      equal(said[name](message), message);
    });
  } else {
    const json = folder === 'event' ? JSON.stringify({ type: 'happened', seq: 1, at: '2026-03-02T09:00:00Z', event: JSON.parse(text) }) : text;
    test(`reads ${path}`, () => equal(read(json), JSON.parse(json)));
    test(`refuses ${path} with any field gone or of a wrong kind`, () => broken(JSON.parse(json)));
  }
}

// The rest of the fields are always there.
const OPTIONAL = /^(number|board\.handOut|event\.copyOf)$|\.(owner|curtain|playback|fill|cursor|stroke|view)$|presence\.shape$|handOut\.to$/;

/** Every field of every depth, taken away and replaced by what it can't be, must be noticed. */
function broken(message) {
  const unread = ['to', 'version']; // nothing hangs on them
  let tried = 0;
  const visit = (object, path) => {
    for (const key of Object.keys(object)) {
      const field = path ? `${path}.${key}` : key;
      const value = object[key];
      if (!unread.includes(field) && key !== 'type' && !field.startsWith('links.') && !(path === 'links')) {
        const optional = OPTIONAL.test(field);
        for (const wrong of [typeof value === 'number' ? 'x' : 17, ...(optional ? [] : [undefined, null])]) {
          object[key] = wrong;
          throws(() => read(JSON.stringify(message)), 'Error');
          tried++;
        }
        object[key] = value;
      }
      if (value && typeof value === 'object') visit(value, field);
    }
  };
  visit(message, '');
  ok(tried > 0, 'nothing was tried');
}

test('a type that is not known yet is passed over', () => equal(read('{"type":"confetti","colour":"red"}'), null));
test('an event that is not known yet only counts', () =>
  equal(read('{"type":"happened","seq":9,"at":"2026-03-02T09:00:00Z","event":{"type":"confetti"}}').seq, 9));
test('types named like things of the language are not known', () => {
  for (const type of ['constructor', '__proto__', 'toString']) equal(read(JSON.stringify({ type })), null);
});
test('what is no message is an error in words', () => {
  for (const text of ['', '{', 'null', '[]', '"welcome"', '{"type":7}', '{}']) throws(() => read(text), 'message');
  throws(() => read(new ArrayBuffer(3)), 'message');
  ok(new WireError('x') instanceof Error, 'an error');
});
test('at most as many views as may be are asked for', () =>
  equal(say.watch(Array(100).fill({ participant: 'p1', track: 'camera', width: 1, height: 1 })).views.length, VIEWS));
