// The connection that receives: the server offers, we answer. Its lines are fixed places; the server says by `slots`
// who is on which, so this file knows lines by mid and nobody by name.

/** @param {string} sdp what tells one server's connection from another's */
const fingerprintOf = (sdp) => /^a=fingerprint:(.*)$/m.exec(sdp)?.[1].trim() ?? '';

export class Down {
  /** @type {RTCPeerConnection | null} */
  #pc = null;
  /** Made before it is needed: the offer is answered sooner. @type {RTCPeerConnection | null} */
  #next = null;
  #fingerprint = '';
  #wiring;
  #turn = Promise.resolve();
  /** Media of each line, by mid. @type {Map<string, MediaStreamTrack>} */
  tracks = new Map();

  /**
   * @param {object} wiring
   * @param {RTCCertificate[]} wiring.certificates
   * @param {(sdp: string) => void} wiring.answer
   * @param {() => void} wiring.onTracks
   * @param {() => void} wiring.onBegun a new connection is being made
   * @param {(state: RTCPeerConnectionState) => void} wiring.onState
   * @param {() => void} wiring.onIce
   * @param {(why: unknown) => void} wiring.onFailed
   */
  constructor(wiring) {
    this.#wiring = wiring;
    this.renew();
  }

  /** Ends what there is and makes ready for another server's offer. */
  renew() {
    this.close();
    this.#next = this.#make();
  }

  /** @param {string} sdp */
  offered(sdp) {
    this.#turn = this.#turn.then(() => this.#answer(sdp)).catch((error) => this.#wiring.onFailed(error));
    return this.#turn;
  }

  close() {
    this.#pc?.close();
    this.#next?.close();
    this.#pc = this.#next = null;
    this.tracks = new Map();
  }

  /** @param {string} sdp */
  async #answer(sdp) {
    // The same key means more lines or new ICE credentials; another one is another connection.
    if (this.#pc && this.#fingerprint !== fingerprintOf(sdp)) this.close();
    const pc = this.#pc ?? this.#open();
    this.#fingerprint = fingerprintOf(sdp);
    await pc.setRemoteDescription({ type: 'offer', sdp });
    await pc.setLocalDescription();
    if (pc !== this.#pc) return; // closed meanwhile
    this.#wiring.answer(pc.localDescription?.sdp ?? '');
  }

  #open() {
    const pc = this.#next ?? this.#make();
    this.#next = null;
    this.#pc = pc;
    this.#wiring.onBegun();
    return pc;
  }

  #make() {
    const pc = new RTCPeerConnection({ bundlePolicy: 'max-bundle', rtcpMuxPolicy: 'require', certificates: this.#wiring.certificates });
    pc.addEventListener('track', ({ transceiver, track }) => {
      if (pc !== this.#pc || !transceiver.mid) return;
      this.tracks.set(transceiver.mid, track);
      this.#wiring.onTracks();
    });
    pc.addEventListener('connectionstatechange', () => {
      if (pc === this.#pc) this.#wiring.onState(pc.connectionState);
    });
    pc.addEventListener('iceconnectionstatechange', () => {
      if (pc === this.#pc && pc.iceConnectionState === 'connected') this.#wiring.onIce();
    });
    return pc;
  }
}
