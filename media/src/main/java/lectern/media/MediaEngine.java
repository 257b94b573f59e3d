package lectern.media;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The client's cameras, microphones, screens and peer connections. Every method may be called from any thread and returns
/// at once; a failure arrives in the future as a [MediaException]. Listeners are called on the engine's thread.
public final class MediaEngine implements AutoCloseable {
    private MediaEngine(MediaSettings settings) {}

    public static MediaEngine start(MediaSettings settings) {
        return new MediaEngine(settings);
    }

    public CompletableFuture<Devices> devices() {
        throw new UnsupportedOperationException();
    }

    public void onDevicesChanged(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    /// Switches what the camera track shows; on failure it is left off.
    public CompletableFuture<Void> camera(CameraChoice choice) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Void> microphone(MicrophoneChoice choice) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<Void> speaker(String name) {
        throw new UnsupportedOperationException();
    }

    /// Mutes and unmutes the camera. Off lets go of the device; on fails if another program has taken it meanwhile.
    public CompletableFuture<Void> cameraOn(boolean on) {
        throw new UnsupportedOperationException();
    }

    public void microphoneOn(boolean on) {
        throw new UnsupportedOperationException();
    }

    /// Music passes as it is: echo cancelling, noise suppression and gain control are off while this is on.
    public void music(boolean on) {
        throw new UnsupportedOperationException();
    }

    /// Shares a screen or window, or with null ends sharing.
    public CompletableFuture<Void> share(@Nullable ScreenSource source) {
        throw new UnsupportedOperationException();
    }

    /// Loudness of the microphone now, 0 to 1, with or without a connection; 0 while muted.
    public double microphoneLevel() {
        throw new UnsupportedOperationException();
    }

    /// The own camera's pictures, not mirrored; null stops.
    public void preview(@Nullable Pictures sink) {
        throw new UnsupportedOperationException();
    }

    /// A new connection to send by; an older one is closed.
    public UpConnection up(UpListener listener) {
        throw new UnsupportedOperationException();
    }

    /// A new connection to receive by; an older one is closed.
    public DownConnection down(DownListener listener) {
        throw new UnsupportedOperationException();
    }

    public CompletableFuture<MediaStats> stats() {
        throw new UnsupportedOperationException();
    }

    /// Lets go of every device and connection; waits until that is done.
    @Override
    public void close() {}
}
