// A whiteboard with something on it, without a server, for the gallery: ?board=draw|write|select|closed|dark|over

import { encode } from '/web/board/ink.js';
import { Whiteboard } from '/web/board/whiteboard.js';

const SOLID = { opacity: 1, dash: 'solid' };
const frame = (x, y, more = {}) => ({ x, y, rotation: 0, scaleX: 1, scaleY: 1, ...more });
let order = 0;
const shape = (id, at, look, form) => ({ id, order: ++order, frame: at, look: { ...SOLID, ...look }, form });

/** Ink along a way, pressed more in its middle. */
function ink(id, x, y, look, way, count = 60) {
  const points = { x: [], y: [], pressure: [] };
  for (let i = 0; i <= count; i++) {
    const t = i / count;
    const [px, py] = way(t);
    points.x.push(Math.round(px * 4));
    points.y.push(Math.round(py * 4));
    points.pressure.push(Math.round(20 + 40 * Math.sin(Math.PI * t)));
  }
  return shape(id, frame(x, y), look, { type: 'ink', precision: 2, points: encode(points) });
}

const text = (id, x, y, words, size, colour = 'ink', bold = false) =>
  shape(id, frame(x, y), { colour, width: 1 }, { type: 'text', text: words, width: Math.max(...words.split('\n').map((line) => line.length)) * size * 0.8, height: size * 1.3 * words.split('\n').length, size, bold });

const SHAPES = [
  text('p1-t1', 90, 70, 'Quadratic functions · 二次函数', 54, 'ink', true),
  text('p1-t2', 90, 170, 'f(x) = ax² + bx + c\n顶点 (vertex): x = −b / 2a', 38, '#1769d1'),
  shape('p1-x', frame(820, 720), { colour: 'ink', width: 3 }, { type: 'path', points: [{ x: 0, y: 0 }, { x: 640, y: 0 }], closed: false, start: 'none', end: 'arrow' }),
  shape('p1-y', frame(1130, 800), { colour: 'ink', width: 3 }, { type: 'path', points: [{ x: 0, y: 0 }, { x: 0, y: -620 }], closed: false, start: 'none', end: 'arrow' }),
  ink('p1-p', 860, 250, { colour: '#d0342c', width: 7 }, (t) => [540 * t, 440 * (1 - (2 * t - 1) ** 2)]),
  ink('p2-m', 90, 205, { colour: '#ffd400', width: 34, opacity: 0.4 }, (t) => [370 * t, 4 * Math.sin(9 * t)]),
  ink('p2-w', 130, 420, { colour: '#1f8a3b', width: 6 }, (t) => [420 * t, 70 * Math.sin(16 * t) * (1 - t / 2)], 90),
  shape('p2-r', frame(130, 560), { colour: '#7a3cc2', width: 4, fill: '#e6dcf3' }, { type: 'rectangle', width: 260, height: 150 }),
  shape('p2-e', frame(440, 560, { rotation: -8 }), { colour: '#e8830c', width: 4, dash: 'dashed' }, { type: 'ellipse', width: 240, height: 150 }),
  shape('p2-g', frame(620, 430), { colour: '#1f8a3b', width: 4 }, { type: 'path', points: [{ x: 0, y: 0 }, { x: 90, y: -60 }, { x: 150, y: 40 }, { x: 60, y: 90 }], closed: true, start: 'none', end: 'none' }),
  text('p3-t', 150, 610, 'a < 0: ∩', 36, '#7a3cc2'),
];

export function drawnBoard(query, room, people, self) {
  const scene = query.get('board');
  const ground = scene === 'over' ? { type: 'screen', of: 'p1' } : { type: 'paper', ruling: scene === 'closed' ? 'grid' : 'plain', dark: scene === 'dark' };
  const page = { id: 'g1', order: 1, title: scene === 'draw' ? 'Parabolas' : '', ground, width: 1600, height: 900, collected: false, shown: false };
  if (scene === 'closed') page.curtain = { x: 0, y: 520, width: 800, height: 380 };
  const board = new Whiteboard(self, room.role, {
    send: () => {}, key: () => null, people: () => people, screenOf: () => null, nameOf: (id) => people.find((one) => one.id === id)?.name ?? '', onToast: () => {}, onChanged: () => {},
  });
  const drawing = { all: scene !== 'closed', some: [] };
  board.received({ type: 'board', board: { pages: [page, { ...page, id: 'g2', order: 2 }, { ...page, id: 'g3', order: 3 }], current: 'g1', drawing }, lastEdit: 0 });
  const shapes = scene === 'over' ? SHAPES.slice(4, 6) : SHAPES;
  board.received({ type: 'page-part', page: 'g1', revision: 1, part: 0, parts: 1, shapes });
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const present = (participant, presence) => board.received({ type: 'presence', participant, presence: { page: 'g1', laser: false, ...presence } });
    if (scene !== 'over') present('p3', { cursor: { x: 700, y: 640 } });
    present('p1', { cursor: { x: 1180, y: 300 }, laser: true });
    if (scene === 'select') {
      board.surface.select(['p2-e']);
      board.surface.element.focus();
    }
    if (scene === 'dark') board.surface.lay('protractor');
    if (scene === 'draw' && query.has('ruler')) board.surface.lay('ruler');
  }));
  return board;
}
