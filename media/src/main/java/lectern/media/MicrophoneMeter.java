package lectern.media;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import org.jspecify.annotations.Nullable;

/// Loudness of a microphone, with or without a connection. It records by an audio module of its own beside the one that
/// sends: a local track's sink never fires and its level is always 0, and statistics need a connection. 0.4 % of a core.
final class MicrophoneMeter implements AutoCloseable {
    private static final double FALL = 0.85; // each 10 ms: a bar that falls to a fifth in 0.1 s, as meters do
    private static final long STALE_NS = 1_000_000_000;

    private @Nullable AudioDeviceModule module;
    private volatile double level;
    private volatile long heardNs;

    /// Fails when the device can't be recorded from. `null`: the system's standard one.
    void start(@Nullable AudioDevice device) throws MediaException {
        close();
        var opened = new AudioDeviceModule();
        try {
            var devices = opened.getRecordingDevices();
            if (devices.isEmpty())
                throw new MediaException(MediaException.Reason.NOT_FOUND, "No microphone is connected.");
            opened.setRecordingDevice(device != null ? device : devices.getFirst());
            opened.setAudioSink((samples, _, _, _, _, _, _) -> NativeThread.guard(() -> hear(samples)));
            opened.initRecording();
            opened.startRecording();
        } catch (Error | RuntimeException refused) {
            Natives.dispose(opened::dispose);
            throw new MediaException(MediaException.Reason.BUSY,
                    "The microphone doesn't start. Another program may be using it, or this one may not be allowed to.");
        } catch (MediaException none) {
            Natives.dispose(opened::dispose);
            throw none;
        }
        module = opened;
    }

    private void hear(byte[] samples) {
        level = Math.max(peak(samples), level * FALL);
        heardNs = System.nanoTime();
    }

    /// The loudest of 16-bit little-endian samples, 0 to 1.
    static double peak(byte[] samples) {
        int peak = 0;
        for (int i = 0; i + 1 < samples.length; i += 2)
            peak = Math.max(peak, Math.abs((short) (samples[i] & 0xff | samples[i + 1] << 8)));
        return Math.min(1, peak / 32767.0);
    }

    /// From any thread.
    double level() {
        return System.nanoTime() - heardNs < STALE_NS ? level : 0;
    }

    @Override
    public void close() {
        var open = module;
        module = null;
        level = 0;
        if (open == null)
            return;
        Natives.dispose(open::stopRecording);
        Natives.dispose(open::dispose);
    }
}
