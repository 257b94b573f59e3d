// Up and Down against the browser's own peer connections in the server's place, with all candidates in the SDP as ours has.

import { Down } from '/web/down.js';
import { Up } from '/web/up.js';
import { equal, ok, test } from './assert.js';

function canvasTrack(width = 1280, height = 720) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  const timer = setInterval(() => {
    pen.fillStyle = `hsl(${performance.now() % 360} 50% 50%)`;
    pen.fillRect(0, 0, width, height);
  }, 40);
  const [track] = canvas.captureStream(25).getVideoTracks();
  track.addEventListener('stopped', () => clearInterval(timer));
  return track;
}

function toneTrack() {
  const context = new AudioContext();
  const tone = context.createOscillator();
  const out = context.createMediaStreamDestination();
  tone.connect(out);
  tone.start();
  return out.stream.getAudioTracks()[0];
}

const gathered = (/** @type {RTCPeerConnection} */ pc) => new Promise((done) => {
  const look = () => pc.iceGatheringState === 'complete' && done(undefined);
  pc.addEventListener('icegatheringstatechange', look);
  look();
});
async function until(what, holds, ms = 8_000) {
  const end = performance.now() + ms;
  while (!await holds()) {
    ok(performance.now() < end, `never ${what}`);
    await new Promise((next) => setTimeout(next, 30));
  }
}
const certificates = [await RTCPeerConnection.generateCertificate({ name: 'ECDSA', namedCurve: 'P-256' })];

/** An Up with a server of this test's. */
function upWorld(tracks) {
  const own = { tracks: { microphone: null, camera: null, screen: null, 'screen-audio': null, ...tracks } };
  const server = new RTCPeerConnection();
  const world = { own, server, offers: [], states: [], failures: [], up: null };
  world.up = new Up({
    own, certificates,
    send: async (sdp, lines) => {
      world.offers.push({ sdp, lines });
      await server.setRemoteDescription({ type: 'offer', sdp });
      await server.setLocalDescription();
      await gathered(server);
      world.up.answered(server.localDescription.sdp);
    },
    onState: (state) => world.states.push(state),
    onIce: () => {},
    onFailed: (why) => world.failures.push(String(why)),
  });
  return world;
}

test('up offers microphone and camera in three sizes, VP8 first, and connects', async () => {
  const world = upWorld({ microphone: toneTrack(), camera: canvasTrack() });
  await world.up.offer();
  await until('connected', () => world.states.includes('connected'));
  const [{ sdp, lines }] = world.offers;
  equal(Object.values(lines).sort(), ['camera', 'microphone']);
  const cameraMid = Object.keys(lines).find((mid) => lines[mid] === 'camera');
  const section = sdp.split(/^m=/m).find((one) => one.includes(`a=mid:${cameraMid}\r\n`));
  ok(/a=simulcast:send q;h;f/.test(section), 'simulcast q;h;f');
  const first = section.split(' ')[3];
  ok(section.includes(`a=rtpmap:${first} VP8/90000`), `the first codec of ${section.split('\r\n')[0]} is VP8`);
  ok(/a=sendonly/.test(section), 'sendonly');
  equal(world.failures, []);
  world.up.close();
  world.server.close();
});

test('camera off takes the track off its line, on brings it back, both without an offer', async () => {
  const world = upWorld({ microphone: toneTrack(), camera: canvasTrack() });
  await world.up.offer();
  await until('connected', () => world.states.includes('connected'));
  const [, received] = world.server.getReceivers();
  const frames = async () => [...(await received.getStats()).values()].find((one) => one.type === 'inbound-rtp')?.packetsReceived ?? 0;
  await until('packets', async () => await frames() > 5);
  world.own.tracks.camera = null;
  await world.up.tracksChanged();
  await new Promise((next) => setTimeout(next, 300));
  const still = await frames();
  await new Promise((next) => setTimeout(next, 400));
  equal(await frames(), still, 'packets while off');
  world.own.tracks.camera = canvasTrack();
  await world.up.tracksChanged();
  await until('packets again', async () => await frames() > still);
  equal(world.offers.length, 1);
  world.up.close();
  world.server.close();
});

test('a shared screen gets lines of its own, and the same ones the next time', async () => {
  const world = upWorld({ camera: canvasTrack() });
  await world.up.offer();
  await until('connected', () => world.states.includes('connected'));
  Object.assign(world.own.tracks, { screen: canvasTrack(1600, 900), 'screen-audio': toneTrack() });
  await world.up.tracksChanged();
  await until('answered', () => world.server.signalingState === 'stable' && world.offers.length === 2);
  equal(Object.values(world.offers[1].lines).sort(), ['camera', 'microphone', 'screen', 'screen-audio']);
  Object.assign(world.own.tracks, { screen: null, 'screen-audio': null });
  await world.up.tracksChanged();
  world.own.tracks.screen = canvasTrack(1600, 900);
  await world.up.tracksChanged();
  equal(world.offers.length, 2);
  equal(world.failures, []);
  world.up.close();
  world.server.close();
});

test('sharing before the first answer is offered after it', async () => {
  const world = upWorld({ camera: canvasTrack() });
  await world.up.offer();
  world.own.tracks.screen = canvasTrack(1600, 900);
  await world.up.tracksChanged();
  await until('second offer', () => world.offers.length === 2);
  ok(Object.values(world.offers[1].lines).includes('screen'), 'with the screen');
  equal(world.failures, []);
  world.up.close();
  world.server.close();
});

test('an ICE restart offers new credentials and connects again', async () => {
  const world = upWorld({ camera: canvasTrack() });
  await world.up.offer();
  await until('connected', () => world.states.includes('connected'));
  await world.up.restartIce();
  await until('second answer', () => world.offers.length === 2 && world.server.signalingState === 'stable');
  const ufrag = (sdp) => /a=ice-ufrag:(.*)/.exec(sdp)[1];
  ok(ufrag(world.offers[0].sdp) !== ufrag(world.offers[1].sdp), 'other credentials');
  equal(world.failures, []);
  world.up.close();
  world.server.close();
});

test('a refused offer leaves what was there', async () => {
  const offers = [];
  const up = new Up({
    own: { tracks: { microphone: toneTrack(), camera: null, screen: null, 'screen-audio': null } }, certificates,
    send: (sdp) => offers.push(sdp), onState: () => {}, onIce: () => {}, onFailed: (why) => offers.push(`failed ${why}`),
  });
  await up.offer();
  await up.refused();
  await up.offer();
  equal(offers.length, 2);
  ok(!offers.some((one) => one.startsWith('failed')), offers.join());
  up.close();
});

test('down answers, hands out tracks by mid, follows a new offer, and starts over for another server', async () => {
  const answers = [];
  const begun = [];
  const states = [];
  const down = new Down({
    certificates, answer: (sdp) => answers.push(sdp), onTracks: () => {}, onBegun: () => begun.push('begun'),
    onState: (state) => states.push(state), onIce: () => {}, onFailed: (why) => answers.push(`failed ${why}`),
  });
  async function serve() {
    const server = new RTCPeerConnection();
    server.addTransceiver(toneTrack(), { direction: 'sendonly' });
    server.addTransceiver(canvasTrack(320, 180), { direction: 'sendonly' });
    return server;
  }
  async function exchange(server, options) {
    await server.setLocalDescription(await server.createOffer(options));
    await gathered(server);
    const before = answers.length;
    await down.offered(server.localDescription.sdp);
    ok(answers.length === before + 1 && !answers.at(-1).startsWith('failed'), String(answers.at(-1)));
    await server.setRemoteDescription({ type: 'answer', sdp: answers.at(-1) });
  }
  const first = await serve();
  await exchange(first);
  await until('connected', () => states.includes('connected'));
  equal([...down.tracks].map(([mid, track]) => `${mid} ${track.kind}`), ['0 audio', '1 video']);
  first.addTransceiver('audio', { direction: 'sendonly' });
  await exchange(first, { iceRestart: true });
  equal(down.tracks.size, 3);
  equal(begun.length, 1);
  const second = await serve();
  await exchange(second);
  equal([begun.length, down.tracks.size], [2, 2]);
  down.close();
  equal(down.tracks.size, 0);
  first.close();
  second.close();
});
