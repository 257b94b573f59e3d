package lectern.media;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The client's cameras, microphones, screens and peer connections. Every method may be called from any thread and returns
/// at once; a failure arrives in the future as a [MediaException]. Listeners are called on the engine's thread.
///
/// The sources outlive connections: a new [#up] carries at once what is chosen, switched on and shared.
public final class MediaEngine implements AutoCloseable {
    private static final long DEVICES_TIMEOUT_NS = 2_000_000_000;
    private static final long HOT_PLUG_POLL_NS = 2_000_000_000; // webrtc-java's own notice misses devices that go
    private static final long CLOSE_TIMEOUT_NS = 10_000_000_000L;

    private final NativeThread thread = new NativeThread("media");
    private final Pacer pacer = new Pacer("media-pacer");
    private final CompletableFuture<Studio> studio;
    private final AtomicBoolean closed = new AtomicBoolean();

    private MediaEngine(MediaSettings settings) {
        studio = thread.call(() -> open(settings));
    }

    public static MediaEngine start(MediaSettings settings) {
        return new MediaEngine(settings);
    }

    private Studio open(MediaSettings settings) throws MediaException {
        try {
            return new Studio(settings, thread, pacer);
        } catch (LinkageError | RuntimeException missing) {
            System.getLogger("lectern.media").log(Level.ERROR, "webrtc-java doesn't load", missing);
            throw new MediaException(MediaException.Reason.UNSUPPORTED,
                    "Sound and pictures don't work: the media library doesn't load (" + missing.getMessage() + ").");
        }
    }

    /// What there is; comes within 2 s in any case, and never as a failure: what is wrong stands in [Devices#trouble].
    public CompletableFuture<Devices> devices() {
        return call(studio -> CompletableFuture.completedFuture(studio.devices()))
                .completeOnTimeout(nothing("This computer's devices don't answer."), DEVICES_TIMEOUT_NS,
                        TimeUnit.NANOSECONDS)
                .exceptionally(failure -> nothing(cause(failure).getMessage()));
    }

    private static Devices nothing(@Nullable String trouble) {
        return new Devices(List.of(), List.of(), List.of(), List.of(), trouble);
    }

    private static Throwable cause(Throwable failure) {
        return failure.getCause() != null ? failure.getCause() : failure;
    }

    /// Calls `listener` within about 2 s when a camera, microphone or speaker comes or goes. What it gets has no screens.
    public void onDevicesChanged(Consumer<Devices> listener) {
        run(studio -> {
            var poll = new Runnable() {
                private Devices known = studio.hardware();

                @Override
                public void run() {
                    var now = studio.hardware();
                    boolean changed = !now.equals(known);
                    known = now;
                    if (changed)
                        listener.accept(now);
                }
            };
            thread.every(HOT_PLUG_POLL_NS, poll);
        });
    }

    /// Calls `listener` when the camera that is on stops working: unplugged, or no picture for 5 s. It is off then, as
    /// after a failed [#camera].
    public void onCameraTrouble(Consumer<MediaException> listener) {
        run(studio -> studio.camera().onTrouble(listener));
    }

    /// Switches what the camera track shows; on failure it is left off.
    public CompletableFuture<Void> camera(CameraChoice choice) {
        return run(studio -> studio.camera().choose(choice));
    }

    public CompletableFuture<Void> microphone(MicrophoneChoice choice) {
        return run(studio -> studio.microphone(choice));
    }

    public CompletableFuture<Void> speaker(String name) {
        return run(studio -> studio.sound().speaker(name));
    }

    /// Mutes and unmutes the camera. Off lets go of the device; on fails if another program has taken it meanwhile.
    public CompletableFuture<Void> cameraOn(boolean on) {
        return run(studio -> studio.camera().on(on));
    }

    public void microphoneOn(boolean on) {
        run(studio -> studio.sound().microphoneOn(on));
    }

    /// Music passes as it is: echo cancelling, noise suppression and gain control are off while this is on.
    public void music(boolean on) {
        run(studio -> studio.music(on));
    }

    /// Shares a screen or window, or with null ends sharing. Pictures only: its sound isn't captured on any system yet.
    public CompletableFuture<Void> share(@Nullable ScreenSource source) {
        return run(studio -> studio.share(source));
    }

    /// Looks at `sources` about every second and tells `listener` what each looks like, and again when that has changed, in a
    /// size that fits into `width` x `height`, until the result is run. On X11 alone; elsewhere nothing is told.
    public Runnable thumbnails(List<ScreenSource> sources, int width, int height, Thumbnails listener) {
        var looking = new X11Thumbnails(List.copyOf(sources), width, height, listener);
        run(studio -> studio.start(looking));
        return looking::stop;
    }

    /// Loudness of the microphone now, 0 to 1, with or without a connection; 0 while muted.
    public double microphoneLevel() {
        return studio.isDone() && !studio.isCompletedExceptionally() ? studio.join().sound().level() : 0;
    }

    /// What we share, as others see it; null stops. Linux alone has it.
    public void screenPreview(@Nullable Pictures viewer) {
        run(studio -> studio.screenPreview(viewer));
    }

    /// The own camera's pictures, not mirrored; null stops.
    public void preview(@Nullable Pictures viewer) {
        run(studio -> studio.pictures().preview(viewer));
    }

    /// A new connection to send by; an older one is closed.
    public UpConnection up(UpListener listener) {
        return new UpConnection(thread, call(studio -> CompletableFuture.completedFuture(studio.up(listener))));
    }

    /// A new connection to receive by; an older one is closed.
    public DownConnection down(DownListener listener) {
        return new DownConnection(thread, call(studio -> CompletableFuture.completedFuture(studio.down(listener))));
    }

    public CompletableFuture<MediaStats> stats() {
        return call(Studio::stats);
    }

    private <T> CompletableFuture<T> call(Function<Studio, CompletableFuture<T>> task) {
        return thread.inTurn(studio, task);
    }

    private interface Task {
        void run(Studio studio) throws MediaException;
    }

    private CompletableFuture<Void> run(Task task) {
        return call(studio -> {
            try {
                task.run(studio);
                return CompletableFuture.completedFuture(null);
            } catch (MediaException expected) {
                return CompletableFuture.failedFuture(expected);
            }
        });
    }

    /// Lets go of every device and connection; waits until that is done, unless a listener calls it.
    @Override
    public void close() {
        if (closed.getAndSet(true))
            return;
        var done = thread.call(() -> studio.handle((open, _) -> {
            if (open != null)
                open.close();
            pacer.close();
            thread.stop();
            return null;
        }));
        if (thread.isCurrent())
            return;
        try {
            done.get(CLOSE_TIMEOUT_NS, TimeUnit.NANOSECONDS);
        } catch (TimeoutException stuck) {
            System.getLogger("lectern.media").log(Level.WARNING, "a device doesn't let go");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            System.getLogger("lectern.media").log(Level.WARNING, "while closing", failure.getCause());
        }
    }
}
