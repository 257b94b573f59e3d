// Where the page begins: one of three views at a time, and what leads from one to the next.

import { ClassView } from './class-view.js';
import { Classroom } from './classroom.js';
import { EarlySocket } from './connection.js';
import { onDevicesChanged } from './devices.js';
import { JoinView } from './join-view.js';
import { listenToKeys } from './keys.js';
import { currentLanguage, setLanguage } from './language.js';
import { peek, socketAddress, tokenOf } from './link.js';
import { passed } from './marks.js';
import { overView } from './over-view.js';
import { OwnMedia } from './own-media.js';
import { recall, recallResume } from './remembered.js';
import { applyTheme } from './theme.js';

const token = tokenOf(location.pathname);
const { role, name: fixedName } = peek(token);
const own = new OwnMedia();
const early = new EarlySocket(socketAddress(location));
/** @type {RTCCertificate[]} */
let certificates = [];

/** A key pair, and the browser's media engine started, while the person looks at the lobby: both cost time after the click. */
async function warmUp() {
  const made = [await RTCPeerConnection.generateCertificate(/** @type {EcKeyGenParams} */ ({ name: 'ECDSA', namedCurve: 'P-256' }))];
  const tried = new RTCPeerConnection({ certificates: made });
  tried.addTransceiver('video', { direction: 'recvonly' });
  tried.addTransceiver('audio', { direction: 'recvonly' });
  await tried.createOffer();
  tried.close();
  return made;
}

/** @param {'join' | 'class' | 'over'} name @param {Element} element */
function show(name, element) {
  document.body.dataset.view = name;
  document.body.replaceChildren(element);
}

function showLobby() {
  const watcher = role === 'watcher';
  /** @type {Classroom | null} */
  let classroom = null;
  const lobby = new JoinView({
    own,
    watcher,
    fixedName,
    onJoin: (name) => {
      passed('click');
      lobby.showJoining(true);
      classroom = enter(name, lobby);
    },
    onLikely: () => early.open(),
    onCancel: () => {
      classroom?.leave();
      lobby.close();
      showLobby();
    },
  });
  show('join', lobby.element);
  lobby.opened();
  if (!watcher) own.start();
}

/** @param {string} name @param {JoinView} lobby */
function enter(name, lobby) {
  const keys = new AbortController();
  let talking = false;
  /** @type {Classroom | null} */
  let classroom = null; // the view exists first, and may speak up before
  const toggle = (/** @type {'microphone' | 'camera'} */ kind) => {
    talking = false;
    own.turn(kind, !own.on(kind)).then(() => {
      const trouble = own.trouble[kind];
      if (own.wanted[kind] && trouble) view.toast(`device.${kind}-${trouble}`);
    });
  };
  const onMicrophone = () => toggle('microphone');
  const onCamera = () => toggle('camera');
  const view = new ClassView({
    onMicrophone,
    onCamera,
    onShare: () => classroom?.toggleShare(),
    onLeave: () => classroom?.leave(),
    onEnd: () => classroom?.endClass(),
    onRemove: (id) => classroom?.remove(id),
    onAllowDrawing: (id, may) => classroom?.allowDrawing(id, may),
    onUndoBy: (id) => classroom?.undoBy(id),
    onWriteOnScreen: () => classroom?.writeOnScreen(),
    onReplaceLink: (guest) => classroom?.replaceLink(guest),
    onInvite: (guest, name) => classroom?.invite(guest, name),
    onRevoke: (id) => classroom?.revoke(id),
    onPin: (place) => classroom?.pin(place),
    onHear: () => classroom?.hear(),
    onSpeaker: (deviceId) => classroom?.useSpeaker(deviceId),
    onLayout: () => classroom?.layoutChanged(),
  }, own);
  const entered = new Classroom({
    url: socketAddress(location),
    early,
    who: { token, name: fixedName ?? name, resume: recallResume(token) },
    own,
    view,
    certificates,
    onWelcome: () => {
      lobby.close();
      show('class', view.element);
      if (entered.room.role === 'watcher') return;
      listenToKeys({
        onMicrophone,
        onCamera,
        onTalk: (down) => {
          if (down === own.on('microphone') || (!down && !talking)) return;
          talking = down;
          view.showTalking(down);
          own.turn('microphone', down, false);
        },
      }, keys.signal);
    },
    onWaiting: () => lobby.showUnreachable(),
    onOver: (reason) => {
      keys.abort();
      lobby.close();
      document.title = 'Lectern';
      show('over', overView(reason, showLobby));
    },
  });
  classroom = entered;
  const speaker = recall('speaker');
  if (speaker) entered.useSpeaker(speaker);
  entered.start();
  return entered;
}

applyTheme();
setLanguage(recall('language') ?? currentLanguage());
if (typeof RTCPeerConnection === 'undefined' || !('addTransceiver' in RTCPeerConnection.prototype)) show('over', overView('browser', () => {}));
else if (!token) show('over', overView('token-wrong', () => {}));
else {
  warmUp().then((made) => (certificates = made));
  onDevicesChanged(() => own.devicesChanged());
  showLobby();
}
