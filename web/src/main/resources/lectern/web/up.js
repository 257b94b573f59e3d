// The connection that sends: we offer, the server answers. Microphone and camera have their lines from the start, on or
// off, so that turning them on later needs no new offer; screen and its sound get theirs when first shared.

/** @typedef {import('./wire.js').TrackKind} TrackKind */

// Three sizes of one camera picture (at 720p: 180p, 360p, 720p); the server picks one for each who looks.
/** @type {RTCRtpEncodingParameters[]} */
const CAMERA_LAYERS = [
  { rid: 'q', scaleResolutionDownBy: 4, maxBitrate: 120_000, maxFramerate: 30 },
  { rid: 'h', scaleResolutionDownBy: 2, maxBitrate: 500_000, maxFramerate: 30 },
  { rid: 'f', scaleResolutionDownBy: 1, maxBitrate: 1_500_000, maxFramerate: 30 },
];
/** @type {Record<TrackKind, RTCRtpEncodingParameters[]>} */
const ENCODINGS = {
  microphone: [{ maxBitrate: 40_000, networkPriority: 'high', priority: 'high' }],
  camera: CAMERA_LAYERS,
  screen: [{ maxBitrate: 2_500_000, maxFramerate: 30 }],
  'screen-audio': [{ maxBitrate: 96_000 }],
};
/** @type {TrackKind[]} */
const KINDS = ['microphone', 'camera', 'screen', 'screen-audio'];

export class Up {
  /** @type {RTCPeerConnection} */
  #pc;
  #own;
  #send;
  #failed;
  /** @type {Map<TrackKind, RTCRtpTransceiver>} */
  #lines = new Map();
  #streams = { person: new MediaStream(), screen: new MediaStream() }; // what belongs together stays in step
  #awaitsAnswer = false;
  #offerAgain = false;
  #turn = Promise.resolve();

  /**
   * @param {object} wiring
   * @param {import('./own-media.js').OwnMedia} wiring.own
   * @param {RTCCertificate[]} wiring.certificates made beforehand
   * @param {(sdp: string, tracks: Record<string, TrackKind>) => void} wiring.send
   * @param {(state: RTCPeerConnectionState) => void} wiring.onState
   * @param {() => void} wiring.onIce first address pair that works
   * @param {(why: unknown) => void} wiring.onFailed
   */
  constructor({ own, certificates, send, onState, onIce, onFailed }) {
    this.#own = own;
    this.#send = send;
    this.#failed = onFailed;
    const pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require', certificates });
    this.#pc = pc;
    pc.addEventListener('connectionstatechange', () => onState(pc.connectionState));
    pc.addEventListener('iceconnectionstatechange', () => {
      if (pc.iceConnectionState === 'connected') onIce();
    });
    for (const kind of KINDS)
      if (kind === 'microphone' || kind === 'camera' || own.tracks[kind]) this.#addLine(kind);
  }

  /** The own tracks are others now: puts them on their lines; offers where a line is new. */
  tracksChanged() {
    return this.#next(async () => {
      for (const kind of KINDS) {
        const track = this.#own.tracks[kind];
        const line = this.#lines.get(kind);
        if (line) {
          if (line.sender.track !== track) await line.sender.replaceTrack(track);
        } else if (track) {
          this.#addLine(kind);
          this.#offerAgain = true;
        }
      }
      if (this.#offerAgain) await this.#offer(false);
    });
  }

  /** The first offer; the next ones follow by themselves. */
  offer() {
    return this.#next(() => this.#offer(false));
  }

  restartIce() {
    return this.#next(() => this.#offer(true));
  }

  /** @param {string} sdp */
  answered(sdp) {
    return this.#next(async () => {
      if (!this.#awaitsAnswer) return;
      await this.#pc.setRemoteDescription({ type: 'answer', sdp });
      this.#awaitsAnswer = false;
      if (this.#offerAgain) await this.#offer(false);
    });
  }

  /** The server said no to the offer: what was there before goes on. */
  refused() {
    return this.#next(async () => {
      if (!this.#awaitsAnswer) return;
      this.#awaitsAnswer = this.#offerAgain = false;
      await this.#pc.setLocalDescription({ type: 'rollback' });
    });
  }

  close() {
    this.#pc.close();
  }

  /** @param {boolean} iceRestart */
  async #offer(iceRestart) {
    this.#offerAgain = true;
    if (this.#awaitsAnswer && !iceRestart) return;
    this.#offerAgain = false;
    if (iceRestart) this.#pc.restartIce();
    this.#awaitsAnswer = true;
    await this.#pc.setLocalDescription(await this.#pc.createOffer());
    /** @type {Record<string, TrackKind>} */
    const tracks = {};
    for (const [kind, line] of this.#lines) if (line.mid) tracks[line.mid] = kind;
    // Candidates aren't waited for nor sent: the server is ICE-lite and learns our addresses from our checks.
    this.#send(this.#pc.localDescription?.sdp ?? '', tracks);
  }

  /** @param {TrackKind} kind */
  #addLine(kind) {
    const audio = kind === 'microphone' || kind === 'screen-audio';
    const line = this.#pc.addTransceiver(this.#own.tracks[kind] ?? (audio ? 'audio' : 'video'), {
      direction: 'sendonly',
      streams: [kind.startsWith('screen') ? this.#streams.screen : this.#streams.person],
      sendEncodings: ENCODINGS[kind],
    });
    if (!audio) preferVp8(line);
    this.#lines.set(kind, line);
  }

  /** @param {() => Promise<void>} work */
  #next(work) {
    this.#turn = this.#turn.then(() => (this.#pc.signalingState === 'closed' ? undefined : work()))
      .catch((error) => this.#failed(error));
    return this.#turn;
  }
}

/** VP8 first: every client decodes it, and every browser sends it in three sizes. @param {RTCRtpTransceiver} line */
function preferVp8(line) {
  const codecs = RTCRtpSender.getCapabilities?.('video')?.codecs;
  if (!codecs || !line.setCodecPreferences) return;
  const first = codecs.filter((codec) => codec.mimeType.toLowerCase() === 'video/vp8');
  line.setCodecPreferences([...first, ...codecs.filter((codec) => !first.includes(codec))]);
}
