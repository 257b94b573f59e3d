import { peek, socketAddress, tokenOf } from '/web/link.js';
import { equal, test } from './assert.js';

const base64url = (/** @type {string} */ text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))
  .replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

test('the token stands in the path', () => {
  equal(tokenOf('/j/abc.def-_'), 'abc.def-_');
  equal(tokenOf('/j/abc/'), 'abc');
  for (const path of ['/', '/j/', '/j/a/b', '/x/abc', '/j/%E0%A4%A']) equal(tokenOf(path), '', path);
});
test('role and name are read where they can be', () => {
  equal(peek(`${base64url('{"role":"watcher","name":"王芳妈妈"}')}.sig`), { role: 'watcher', name: '王芳妈妈' });
  equal(peek(`${base64url('{"role":"student"}')}.sig`), { role: 'student', name: null });
  for (const token of ['', '.', 'abc.def', `${base64url('[]')}.x`, `${base64url('7')}.x`]) equal(peek(token), { role: null, name: null }, token);
});
test('the socket is where the page is', () => {
  equal(socketAddress(new URL('https://192.0.2.1:8443/j/abc')), 'wss://192.0.2.1:8443/ws');
  equal(socketAddress(new URL('http://127.0.0.1:80/j/abc')), 'ws://127.0.0.1/ws');
});
