// How loud the own microphone is, for the lobby: twenty values a second between 0 and 1.

const EVERY_MS = 50;
const QUIET_DB = -60;

export class Meter {
  #context = new AudioContext();
  #analyser = this.#context.createAnalyser();
  /** @type {MediaStreamAudioSourceNode | null} */
  #source = null;
  /** @type {MediaStreamTrack | null} */
  #track = null;
  #timer;

  /** @param {(level: number) => void} onLevel */
  constructor(onLevel) {
    this.#analyser.fftSize = 1024;
    const samples = new Float32Array(this.#analyser.fftSize);
    this.#timer = setInterval(() => {
      if (!this.#source) return onLevel(0);
      if (this.#context.state === 'suspended') this.#context.resume().catch(() => {});
      this.#analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      onLevel(Math.max(0, Math.min(1, 1 - (10 * Math.log10(power + 1e-12)) / QUIET_DB)));
    }, EVERY_MS);
  }

  /** @param {MediaStreamTrack | null} track */
  listen(track) {
    if (track === this.#track) return;
    this.#track = track;
    this.#source?.disconnect();
    this.#source = track ? this.#context.createMediaStreamSource(new MediaStream([track])) : null;
    this.#source?.connect(this.#analyser);
  }

  close() {
    clearInterval(this.#timer);
    this.#context.close().catch(() => {});
  }
}
