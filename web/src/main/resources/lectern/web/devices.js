// Opening cameras, microphones and screens, with every way it can fail as a word of ours.

/** @typedef {'missing' | 'refused' | 'busy' | 'insecure' | 'failed' | 'ended'} Trouble */

/** @type {Record<string, Trouble>} */
const TROUBLES = {
  NotFoundError: 'missing',
  DevicesNotFoundError: 'missing',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotReadableError: 'busy',
  AbortError: 'busy',
};

export class DeviceError extends Error {
  /** @param {Trouble} trouble */
  constructor(trouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** @param {string | null} deviceId */
const microphoneWish = (deviceId) => ({
  echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
});

/** @param {string | null} deviceId */
const cameraWish = (deviceId) => ({
  width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 },
  ...(deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' }),
});

/**
 * One device's track; the browser's choice where the remembered device is gone.
 * @param {'microphone' | 'camera'} kind
 * @param {string | null} deviceId
 * @returns {Promise<MediaStreamTrack>}
 */
export async function open(kind, deviceId) {
  const opened = await openBoth({ microphone: kind === 'microphone' ? { deviceId } : null, camera: kind === 'camera' ? { deviceId } : null });
  const track = opened[kind];
  if (track instanceof DeviceError) throw track;
  return /** @type {MediaStreamTrack} */ (track);
}

/**
 * Both at once, so that the browser asks once. What fails is an error in its place; the other one still opens.
 * @param {{microphone: {deviceId: string | null} | null, camera: {deviceId: string | null} | null}} wish
 * @returns {Promise<{microphone: MediaStreamTrack | DeviceError | null, camera: MediaStreamTrack | DeviceError | null}>}
 */
export async function openBoth({ microphone, camera }) {
  if (!navigator.mediaDevices?.getUserMedia) {
    const insecure = new DeviceError('insecure');
    return { microphone: microphone && insecure, camera: camera && insecure };
  }
  try {
    const stream = await navigator.mediaDevices.getUserMedia({
      audio: microphone ? microphoneWish(microphone.deviceId) : false,
      video: camera ? cameraWish(camera.deviceId) : false,
    });
    return { microphone: stream.getAudioTracks()[0] ?? null, camera: stream.getVideoTracks()[0] ?? null };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'OverconstrainedError' && (microphone?.deviceId || camera?.deviceId))
      return openBoth({ microphone: microphone && { deviceId: null }, camera: camera && { deviceId: null } });
    if (microphone && camera) {
      const [audio, video] = [await openBoth({ microphone, camera: null }), await openBoth({ microphone: null, camera })];
      return { microphone: audio.microphone, camera: video.camera };
    }
    const trouble = new DeviceError(TROUBLES[name] ?? 'failed');
    return { microphone: microphone && trouble, camera: camera && trouble };
  }
}

export const canShareScreen = () => typeof navigator.mediaDevices?.getDisplayMedia === 'function';

/** The person chooses in the browser's own dialog. @returns {Promise<{screen: MediaStreamTrack, sound: MediaStreamTrack | null}>} */
export async function openScreen() {
  try {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      video: { frameRate: { ideal: 15, max: 30 } },
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    });
    const [screen] = stream.getVideoTracks();
    screen.contentHint = 'detail'; // text stays sharp; frames may be fewer
    return { screen, sound: stream.getAudioTracks()[0] ?? null };
  } catch (error) {
    throw new DeviceError(error instanceof Error && error.name === 'NotAllowedError' ? 'refused' : 'failed');
  }
}

/** @param {MediaDeviceKind} kind @returns {Promise<MediaDeviceInfo[]>} those that a person can choose */
export async function list(kind) {
  const devices = await navigator.mediaDevices?.enumerateDevices().catch(() => []) ?? [];
  return devices.filter((device) => device.kind === kind && device.deviceId !== '');
}

/** @param {() => void} listener */
export function onDevicesChanged(listener) {
  navigator.mediaDevices?.addEventListener('devicechange', listener);
}
