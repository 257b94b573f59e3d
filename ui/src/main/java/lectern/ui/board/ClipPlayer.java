package lectern.ui.board;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;
import javafx.scene.media.MediaView;
import javafx.util.Duration;
import lectern.whiteboard.ClipSync;
import org.jspecify.annotations.Nullable;

/// One clip as JavaFX plays it. Made on the JavaFX thread and used there alone; the file is looked into on another.
///
/// Seen (JavaFX 26 on ALSA): a seek while it plays is right at once and within a frame; a change of speed costs such a seek, so it isn't
/// nudged; after a pause it plays, for two seconds, a fifth of a second ahead of what it should unless it is sought. Without
/// a sound device it plays nothing that has sound. A file that calls itself .mov isn't looked at, the same file without that is.
final class ClipPlayer {
    private static final long SEEKS_MS = 250;

    /// Why it doesn't play.
    enum Trouble {
        /// The container or what is in it.
        KIND,
        /// No loudspeaker that it could open.
        NO_SOUND, OTHER
    }

    private final Executor fx;
    private final Consumer<Trouble> onTrouble;
    private final Runnable onReady;
    private @Nullable MediaPlayer player;
    private boolean disposed, ready, moving;
    private double rate = 1, volume = 1;
    private long seeksUntilMs = Long.MIN_VALUE / 2;

    ClipPlayer(Path file, Executor fx, Runnable onReady, Consumer<Trouble> onTrouble) {
        this.fx = fx;
        this.onTrouble = onTrouble;
        this.onReady = onReady;
        CompletableFuture.supplyAsync(() -> new Media(file.toUri().toString()), Thread::startVirtualThread)
                .whenCompleteAsync((media, failure) -> {
                    if (disposed) return;
                    if (failure != null) failed(failure.getCause() == null ? failure : failure.getCause());
                    else open(media);
                }, fx);
    }

    /// What plays on JavaFX is nudged by seeks.
    static ClipSync sync() { return new ClipSync(false); }

    boolean isReady() { return ready; }

    /// Only when it is ready.
    ClipSync.Player state(long nowMs) {
        return new ClipSync.Player(moving, nowMs < seeksUntilMs, positionS(), durationS());
    }

    double positionS() {
        var open = player;
        return open == null ? 0 : open.getCurrentTime().toSeconds();
    }

    double durationS() {
        var open = player;
        double seconds = open == null ? 0 : open.getMedia().getDuration().toSeconds();
        return seconds > 0 && seconds < Double.POSITIVE_INFINITY ? seconds : 0;
    }

    void obey(ClipSync.Order order, long nowMs) {
        var open = player;
        if (open == null || !ready) return;
        if (order.rate() != rate) open.setRate(rate = order.rate());
        if (order.play() != moving) {
            moving = order.play();
            if (moving) open.play();
            else open.pause();
        }
        if (!order.seeks()) return;
        open.seek(Duration.seconds(order.seekS()));
        seeksUntilMs = nowMs + SEEKS_MS;
    }

    /// @param next 0 to 1
    void volume(double next) {
        volume = next;
        if (player != null) player.setVolume(next);
    }

    void show(MediaView in) { in.setMediaPlayer(player); }

    void dispose() {
        disposed = true;
        ready = false;
        var open = player;
        player = null;
        if (open != null) open.dispose();
    }

    private void open(Media media) {
        try {
            var opened = new MediaPlayer(media);
            player = opened;
            opened.setVolume(volume);
            media.setOnError(() -> failed(media.getError()));
            opened.setOnError(() -> failed(opened.getError()));
            opened.setOnReady(() -> {
                if (disposed || ready) return;
                ready = true;
                opened.pause(); // shows its first picture
                onReady.run();
            });
        } catch (MediaException e) {
            failed(e);
        }
    }

    private void failed(@Nullable Throwable why) {
        if (disposed) return;
        dispose();
        fx.execute(() -> onTrouble.accept(trouble(why)));
    }

    private static Trouble trouble(@Nullable Throwable why) {
        if (!(why instanceof MediaException media)) return Trouble.OTHER;
        String words = String.valueOf(media.getMessage());
        return switch (media.getType()) {
            case MEDIA_UNSUPPORTED, MEDIA_CORRUPTED -> Trouble.KIND;
            // What GStreamer says of a codec that it doesn't have, and of a device that isn't there, comes without a type of its own.
            default -> words.contains("audio device") || words.contains("Could not create player")
                    ? Trouble.NO_SOUND
                    : words.contains("MEDIA_INVALID") ? Trouble.KIND : Trouble.OTHER;
        };
    }
}
