// The class view without a server: people made up, pictures drawn on canvases. The address says which scene:
// ?people=5&role=student&screen=1&state=reconnecting

import { drawnBoard } from './gallery-board.js';
import { ClassView } from '/web/class-view.js';
import { currentLanguage, setLanguage } from '/web/language.js';
import { arrange, keyOf } from '/web/layout.js';
import { OwnMedia } from '/web/own-media.js';
import { EMPTY_ROOM, reduce } from '/web/room.js';
import { applyTheme } from '/web/theme.js';

const query = new URLSearchParams(location.search);
const count = Number(query.get('people') ?? 5);
const role = query.get('role') ?? 'student';
const NAMES = ['Ms. Okafor', '王芳', 'Alice Chen', 'Ben Müller', '김철수', 'Zoë van der Berg-Hoogstraten', 'Ravi', 'Amélie', 'Jonas', '李明'];
const COLOURS = ['#5b4a86', '#86604a', '#4b8552', '#4f7688', '#85548a'];

/** A person, more or less, who moves. */
function drawn(i, width = 640, height = 360) {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [width, height];
  const pen = canvas.getContext('2d');
  let tick = 0;
  const draw = () => {
    const sway = Math.sin(tick++ / 9 + i) * width / 40;
    const wall = pen.createLinearGradient(0, 0, width, height);
    wall.addColorStop(0, COLOURS[i % COLOURS.length]);
    wall.addColorStop(1, '#2a2030');
    pen.fillStyle = wall;
    pen.fillRect(0, 0, width, height);
    pen.fillStyle = '#e2c3a8';
    pen.beginPath();
    pen.ellipse(width / 2 + sway, height * 0.44, height * 0.16, height * 0.2, 0, 0, 7);
    pen.fill();
    pen.fillStyle = ['#345', '#734', '#264', '#555', '#842'][i % 5];
    pen.beginPath();
    pen.ellipse(width / 2 + sway, height * 1.06, height * 0.42, height * 0.42, 0, 0, 7);
    pen.fill();
  };
  draw();
  setInterval(draw, 50);
  return canvas.captureStream(20).getVideoTracks()[0];
}

function slide() {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [1600, 900];
  const pen = canvas.getContext('2d');
  const draw = () => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 1600, 900);
    pen.fillStyle = '#1f2328';
    pen.font = '600 72px sans-serif';
    pen.fillText('Quadratic functions', 120, 170);
    pen.font = '44px sans-serif';
    pen.fillText('f(x) = ax² + bx + c', 120, 280);
    pen.strokeStyle = '#0969da';
    pen.lineWidth = 6;
    pen.beginPath();
    for (let x = -6; x <= 6; x += 0.1) pen.lineTo(900 + x * 70, 780 - x * x * 14);
    pen.stroke();
  };
  draw();
  setInterval(draw, 200);
  return canvas.captureStream(5).getVideoTracks()[0];
}

const at = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();
const people = NAMES.slice(0, count).map((name, i) => ({
  id: `p${i + 1}`, name, role: i === 0 ? 'teacher' : i === 1 ? role : 'student', away: i === 6, joinedAt: at(42 - i),
  tracks: i === 1 && role === 'watcher' ? [] : [...(i % 3 === 0 ? ['microphone'] : []), ...(i % 4 === 2 ? [] : ['camera']), ...(i === 0 && query.has('screen') ? ['screen'] : [])],
}));
if (role === 'teacher') people[1].role = 'student';
const self = role === 'teacher' || count === 1 ? 'p1' : 'p2';

const pictures = new Map();
const own = new OwnMedia();
own.tracks.camera = role === 'watcher' ? null : drawn(1);
own.tracks.microphone = role === 'watcher' || query.has('muted') ? null : drawn(0);
const view = new ClassView(Object.fromEntries(['onMicrophone', 'onCamera', 'onShare', 'onLeave', 'onEnd', 'onRemove', 'onAllowDrawing', 'onUndoBy', 'onWriteOnScreen', 'onReplaceLink', 'onInvite', 'onRevoke', 'onPin', 'onHear', 'onSpeaker', 'onLayout']
  .map((name) => [name, () => {}])), own);
let room = reduce(EMPTY_ROOM, {
  type: 'welcome', self, role: role === 'watcher' ? 'watcher' : role === 'teacher' ? 'teacher' : 'student', title: 'Algebra II · Quadratic functions', since: at(42),
  resume: 'k', resumed: false, seq: 1, participants: people,
  links: role === 'teacher' ? { student: 'https://192.0.2.1:8443/j/eyJyb29tIjoicjdrMm05Iiwicm9sZSI6InN0dWRlbnQifQ.c2ln#fp=0a1b2c', watcher: 'https://192.0.2.1:8443/j/eyJyb29tIjoid2F0Y2hlciJ9.c2ln#fp=0a1b2c' } : {},
});
room = reduce(room, { type: 'lines', lines: people.map((one, i) => ({ participant: one.id, bars: [4, 4, 3, 2, 4, 1, 0][i % 7] })) });
if (query.has('invite'))
  room = reduce(room, { type: 'invitations', invitations: [['student', 'Alice Chen'], ['assistant', '王芳'], ['watcher', 'Maximilian Alexander von und zu Hohenzollern-Sigmaringen'], ['student', 'Ben Müller']]
    .map(([kind, name], i) => ({ id: `i${i + 1}`, role: kind, name, link: `https://192.0.2.1:8443/j/p${i}#fp=0a1b2c`, expiresAt: at(-600) })) });
applyTheme();
setLanguage(query.get('language') ?? currentLanguage());
document.body.dataset.view = 'class';
document.body.replaceChildren(view.element);
const board = query.has('board') ? drawnBoard(query, room, people, self) : null;
if (board) view.useBoard(board.view.element);
const show = () => view.show({
  room,
  layout: arrange(room, { turn: '', pinned: null, board: board && { over: board.page.ground.of ?? null, paper: false } }),
  pinned: '',
  speaking: new Set(['p1']),
  own,
  board: board?.client ?? null,
  mayWriteOnScreen: false,
  pictureOf: (place) => {
    const person = room.people.get(place.participant);
    if (place.participant === self) return own.tracks.camera;
    if (!person?.tracks.includes(place.track) || person.away) return null;
    if (!pictures.has(keyOf(place))) pictures.set(keyOf(place), place.track === 'screen' ? slide() : drawn(Number(place.participant.slice(1)) - 1));
    return pictures.get(keyOf(place));
  },
});
show();
view.showRoundTrip(24);
if (query.get('state') === 'reconnecting') view.showReconnecting(true);
if (query.get('state') === 'blocked') view.showSoundBlocked(true);
if (query.has('toast')) view.toast('notice.joined', { name: NAMES[3] });
if (query.has('invite')) {
  document.querySelector('.invite-dialog').showModal();
  document.querySelector('[data-invitation=i2] [data-action=revoke]').click();
}
document.body.dataset.ready = 'yes';
