package lectern.media;

import dev.onvoid.webrtc.RTCStatsReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Everything native of one engine, on its [NativeThread] alone: sources that live as long as the engine, and at most one
/// connection each way that carries them.
final class Studio {
    private static final long CHECK_NS = 1_000_000_000;
    private static final long TRIM_NS = 1_000_000_000; // libwebrtc frees on threads of its own

    private final NativeMemory memory = new NativeMemory();

    private final MediaSettings settings;
    private final NativeThread thread;
    private final Pacer pacer;
    private final SoundPath sound;
    private final VideoFeed pictures;
    private final CameraList cameras = new CameraList();
    private final Camera camera;
    private final ScreenShare screen;
    private final StatsReader reader = new StatsReader();
    private List<Layers.Layer> layers = Layers.of(1280, 720);
    private @Nullable UpPeer up;
    private @Nullable DownPeer down;
    private boolean sending;
    private boolean receiving;

    Studio(MediaSettings settings, NativeThread thread, Pacer pacer) {
        this.settings = settings;
        this.thread = thread;
        this.pacer = pacer;
        sound = switch (settings.sound()) {
            case DEVICE -> DeviceSound.open(pacer);
            case SYNTHETIC -> new SyntheticSound(pacer, null);
        };
        pictures = new VideoFeed(sound.upFactory(), "camera",
                (width, height) -> thread.post(() -> cameraSize(width, height)));
        camera = new Camera(pictures, pacer, cameras);
        thread.every(CHECK_NS, () -> camera.check(System.nanoTime()));
        screen = ScreenShare.of(sound.upFactory(), settings.display(), () -> thread.post(this::shareGone));
    }

    private void cameraSize(int width, int height) {
        layers = Layers.of(width, height);
        if (up != null)
            up.layers(layers);
    }

    private void shareGone() {
        screen.stop();
        if (up != null)
            up.screen(null);
    }

    Devices devices() {
        return devices(screen.sources());
    }

    /// The devices that can be plugged in and out.
    Devices hardware() {
        return devices(new ScreenShare.Found(List.of(), null));
    }

    private Devices devices(ScreenShare.Found screens) {
        var plugged = cameras.all().stream().map(found -> new Devices.Device(found.name(), false)).toList();
        var trouble = Stream.of(sound.trouble(), screens.trouble()).filter(Objects::nonNull).toList();
        return new Devices(plugged, sound.microphones(), sound.speakers(), screens.sources(),
                trouble.isEmpty() ? null : String.join(" ", trouble));
    }

    SoundPath sound() {
        return sound;
    }

    Camera camera() {
        return camera;
    }

    VideoFeed pictures() {
        return pictures;
    }

    void microphone(MicrophoneChoice choice) throws MediaException {
        try {
            sound.microphone(choice);
        } finally {
            if (up != null)
                up.microphoneTrackChanged();
        }
    }

    void music(boolean on) {
        sound.music(on);
        if (up != null)
            up.music(on);
    }

    void share(@Nullable ScreenSource source) throws MediaException {
        try {
            if (source != null)
                screen.start(source);
            else
                screen.stop();
        } finally {
            if (up != null)
                up.screen(screen.track());
        }
    }

    void screenPreview(@Nullable Pictures viewer) {
        screen.preview(viewer);
    }

    void start(X11Thumbnails looking) {
        if (screen instanceof X11Share)
            looking.start(settings.display());
    }

    UpPeer up(UpListener listener) {
        if (up != null)
            up.close();
        var opened = new UpPeer(thread, settings, sound, pictures.track(), layers, listener, state -> {
            sending = state == ConnectionState.CONNECTED;
            sound.running(sending, receiving);
        });
        var track = screen.track();
        if (track != null)
            opened.screen(track);
        up = opened;
        return opened;
    }

    DownPeer down(DownListener listener) {
        if (down != null)
            down.close();
        var opened = new DownPeer(thread, settings, sound, listener, state -> {
            receiving = state == ConnectionState.CONNECTED;
            sound.running(sending, receiving);
            if (state == ConnectionState.CLOSED)
                thread.after(TRIM_NS, memory::trim);
        });
        down = opened;
        return opened;
    }

    CompletableFuture<MediaStats> stats() {
        CompletableFuture<@Nullable RTCStatsReport> ours = CompletableFuture.completedFuture(null);
        CompletableFuture<@Nullable RTCStatsReport> theirs = CompletableFuture.completedFuture(null);
        Map<String, TrackKind> kinds = Map.of();
        if (up != null && !up.isClosed()) {
            ours = up.stats();
            kinds = up.kinds();
        }
        if (down != null && !down.isClosed())
            theirs = down.stats();
        var named = kinds;
        return ours.thenCombine(theirs, (sent, received) -> reader.read(sent, named, received));
    }

    /// Sources first, then what carries them, then what made them.
    void close() {
        var steps = new ArrayList<Runnable>();
        steps.add(camera::close);
        steps.add(screen::stop);
        steps.add(() -> {
            if (up != null)
                up.close();
        });
        steps.add(() -> {
            if (down != null)
                down.close();
        });
        steps.add(pacer::close);
        steps.add(pictures::close);
        steps.add(screen::close);
        steps.add(sound::close);
        steps.forEach(step -> NativeThread.guard(step::run));
    }
}
