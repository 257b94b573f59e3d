import { peek, socketAddress, tokenOf } from '/web/link.js';
import { equal, test } from './assert.js';

/** A token as the server's Seal writes it, with a seal of zeros. @param {number} role @param {(string | null)[]} texts */
function token(role, ...texts) {
  const bytes = [1, role, 0, 0, 0, 1, 0, 0, 0, 0, 105, 0, 0, 0];
  for (const text of texts) {
    const utf8 = [...new TextEncoder().encode(text ?? '')];
    const length = text === null ? 0 : utf8.length + 1;
    bytes.push(length >> 8, length & 255, ...utf8);
  }
  bytes.push(...Array(16).fill(0));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

test('the token stands in the path', () => {
  equal(tokenOf('/j/abc.def-_'), 'abc.def-_');
  equal(tokenOf('/j/abc/'), 'abc');
  for (const path of ['/', '/j/', '/j/a/b', '/x/abc', '/j/%E0%A4%A']) equal(tokenOf(path), '', path);
});
test('role and name are read where they can be', () => {
  equal(peek(token(3, 'r7k2m9', '王芳妈妈', 'id')), { role: 'watcher', name: '王芳妈妈' });
  equal(peek(token(2, 'r7k2m9', null, null)), { role: 'student', name: null });
  equal(peek(token(0, 'r7k2m9', '', null)), { role: 'teacher', name: null });
  equal(peek(token(9, 'r7k2m9', null, null)).role, null);
  for (const other of ['', '.', 'abc.def', 'eyJ.sig', 'AQ', 'AQIDBA', 'AgI']) equal(peek(other), { role: null, name: null }, other);
});
test('the socket is where the page is', () => {
  equal(socketAddress(new URL('https://192.0.2.1:8443/j/abc')), 'wss://192.0.2.1:8443/ws');
  equal(socketAddress(new URL('http://127.0.0.1:80/j/abc')), 'ws://127.0.0.1/ws');
});
