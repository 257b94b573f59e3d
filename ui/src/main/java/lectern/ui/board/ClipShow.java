package lectern.ui.board;

import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.util.Duration;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.Playback;
import lectern.ui.model.Notices;
import lectern.ui.part.Ui;
import lectern.ui.picture.Fx;
import lectern.ui.picture.FxLatest;
import lectern.whiteboard.ClipSync;
import org.jspecify.annotations.Nullable;

/// The clip of the viewed page: has it fetched, plays it where the class is, and says to the class what who moderates
/// wants of it. There is a player only while the page is shown. JavaFX thread.
final class ClipShow {
    /// How far it is with the clip of the viewed page.
    sealed interface Stage {
        /// The page is no clip.
        record None() implements Stage {}

        record Coming(long bytes) implements Stage {}

        record Ready(ClipPlayer player) implements Stage {}

        /// @param why for people
        record Failed(String why) implements Stage {}
    }

    private final Ui ui;
    private final Executor fx = new Fx();
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.None());
    private final ReadOnlyObjectWrapper<@Nullable Playback> playback = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper positionS = new ReadOnlyDoubleWrapper(),
            durationS = new ReadOnlyDoubleWrapper();
    /// Of this machine alone, 0 to 1.
    final DoubleProperty volume = new SimpleDoubleProperty(1);
    private final Timeline tick = new Timeline(new KeyFrame(Duration.millis(ClipSync.EVERY_MS), _ -> step()));
    private ClipSync sync = ClipPlayer.sync();
    private @Nullable Page page;
    private @Nullable ClipPlayer player;
    private int turn; // counts up, so that a late answer to an earlier page is known
    private boolean hinted;

    ClipShow(Ui ui) {
        this.ui = ui;
        tick.setCycleCount(Animation.INDEFINITE);
        ui.watch(ui.model.lesson.board.viewed, this::turned);
        ui.watch(volume, now -> {
            if (player != null) player.volume(now.doubleValue());
        });
        ui.onClose(this::clear);
    }

    ReadOnlyObjectProperty<Stage> stageProperty() { return stage.getReadOnlyProperty(); }

    ReadOnlyObjectProperty<@Nullable Playback> playbackProperty() { return playback.getReadOnlyProperty(); }

    /// Where the class is, not where this player happens to be.
    ReadOnlyDoubleProperty positionSProperty() { return positionS.getReadOnlyProperty(); }

    /// 0 while unknown.
    ReadOnlyDoubleProperty durationSProperty() { return durationS.getReadOnlyProperty(); }

    boolean isPicture() { return page != null && page.ground() instanceof Ground.Clip clip && clip.picture(); }

    String title() { return page == null ? "" : page.title(); }

    boolean isPlaying() {
        var now = playback.get();
        return now != null && now.playing() && !(durationS.get() > 0 && positionS.get() >= durationS.get());
    }

    double rate() {
        var now = playback.get();
        return now == null ? 1 : now.rate();
    }

    // What who moderates wants

    void toggle() {
        boolean over = durationS.get() > 0 && here() >= durationS.get();
        say(!isPlaying(), over ? 0 : here(), rate());
    }

    void seek(double toS) {
        var now = playback.get();
        say(now != null && now.playing(), toS, rate());
    }

    void skip(double byS) { seek(here() + byS); }

    void rate(double next) {
        var now = playback.get();
        say(now != null && now.playing(), here(), next);
    }

    private void say(boolean playing, double toS, double rate) {
        if (page == null || !ui.model.lesson.board.moderates()) return;
        double last = durationS.get() > 0 ? durationS.get() : BoardLimits.CLIP_S;
        ui.model.lesson.board
                .say(new BoardMessage.PlayClip(page.id(), playing, Math.clamp(toS, 0, last), rate));
    }

    // Within

    private void turned(@Nullable Page next) {
        var clip = next != null && next.ground() instanceof Ground.Clip it ? it : null;
        boolean same = page != null && next != null && page.id().equals(next.id())
                && page.ground().equals(next.ground());
        if (!same) clear();
        page = clip == null ? null : next;
        playback.set(page == null ? null : page.playback());
        if (clip == null) return;
        if (!same) fetch(clip.clip());
        step();
        hint();
    }

    private void fetch(AssetId clip) {
        int asked = ++turn;
        stage.set(new Stage.Coming(0));
        tick.playFromStart();
        var received = new FxLatest<Long>(fx, bytes -> {
            if (asked == turn && stage.get() instanceof Stage.Coming) stage.set(new Stage.Coming(bytes));
        });
        ui.classroom.files().clip(clip, received::offer).whenCompleteAsync((file, failure) -> {
            if (asked != turn) return;
            if (failure != null) {
                stage.set(new Stage.Failed(why(failure)));
                return;
            }
            var opened = new ClipPlayer(file, fx, this::ready, trouble -> {
                if (asked == turn) failed(trouble);
            });
            opened.volume(volume.get());
            player = opened;
        }, fx);
    }

    private void ready() {
        if (player == null) return;
        durationS.set(player.durationS());
        stage.set(new Stage.Ready(player));
        step();
    }

    private void failed(ClipPlayer.Trouble trouble) {
        player = null;
        stage.set(new Stage.Failed(switch (trouble) {
            case KIND -> ui.text("clip.kind");
            case NO_SOUND -> ui.text("clip.no-sound");
            case OTHER -> ui.text("clip.failed");
        }));
    }

    private void step() {
        if (page == null) return;
        var clock = ui.model.lesson.clock;
        if (!clock.isKnown()) return;
        long nowNs = System.nanoTime();
        var now = clock.now(nowNs);
        if (player != null && player.isReady()) {
            if (durationS.get() == 0) durationS.set(player.durationS());
            player.obey(sync.step(page.playback(), now, player.state(nowNs / 1_000_000), nowNs / 1_000_000),
                    nowNs / 1_000_000);
        }
        positionS.set(here());
    }

    private double here() {
        var now = playback.get();
        var clock = ui.model.lesson.clock;
        if (now == null) return 0;
        double atS = clock.isKnown() ? ClipSync.positionS(now, clock.now(System.nanoTime())) : now.positionS();
        return durationS.get() > 0 ? Math.min(atS, durationS.get()) : Math.min(atS, BoardLimits.CLIP_S);
    }

    /// The clip doesn't go through the microphone's echo cancelling: once is told what comes of that.
    private void hint() {
        var now = playback.get();
        if (hinted || now == null || !now.playing() || !ui.model.devices.microphoneOn.get()) return;
        hinted = true;
        ui.model.lesson.toasts.add(Notices.clipEcho(() -> ui.classroom.microphone(false)));
    }

    private void clear() {
        turn++;
        tick.stop();
        page = null;
        playback.set(null);
        stage.set(new Stage.None());
        if (player != null) player.dispose();
        player = null;
        sync = ClipPlayer.sync();
        positionS.set(0);
        durationS.set(0);
    }

    private static String why(Throwable failure) {
        Throwable last = failure;
        while (last instanceof CompletionException && last.getCause() != null) last = last.getCause();
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}
