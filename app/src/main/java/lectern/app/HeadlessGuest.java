package lectern.app;

import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import lectern.media.MediaEngine;
import lectern.media.MediaException;
import lectern.media.MediaSettings;
import lectern.media.Pictures;
import lectern.protocol.Limits;
import lectern.protocol.ParticipantId;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.protocol.View;
import lectern.signaling.Ending;
import lectern.signaling.Link;
import lectern.signaling.SessionState;
import lectern.whiteboard.BoardClient;
import org.jspecify.annotations.Nullable;

/// Somebody in a class without a window: looks at every camera and screen there is, in the size of a tile. For
/// `--headless` and for the demo's students and watcher.
final class HeadlessGuest implements ClassListener, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(HeadlessGuest.class.getName());
    private static final int TILE_WIDTH = 320, TILE_HEIGHT = 180;
    private static final int SCREEN_WIDTH = 1280, SCREEN_HEIGHT = 720;
    private static final int DEVICE_SECONDS = 10;

    private final MediaEngine engine;
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private final CompletableFuture<Void> entered = new CompletableFuture<>();
    private final GuestBoard board = new GuestBoard(RunStamp.next(), message -> live().send(message));
    private @Nullable LiveClass live;

    HeadlessGuest(MediaSettings settings) { engine = MediaEngine.start(settings); }

    /// Opens camera and microphone, then joins; what can't be opened is left out and told in the report.
    void join(Link link, String name, Sources sources) {
        var troubles = new ArrayList<String>();
        boolean camera = opened(sources.camera(engine), troubles);
        boolean microphone = opened(sources.microphone(engine), troubles);
        live = new LiveClass(link, name, engine, new LiveClass.Sending(microphone, camera), null, this);
        live.start();
        troubles.forEach(live::trouble);
        engine.onCameraTrouble(trouble -> cameraBroke(trouble, sources));
    }

    /// Another camera in place of one that was unplugged; none in place of one that doesn't work.
    private void cameraBroke(MediaException trouble, Sources sources) {
        live().trouble(Trouble.words(trouble));
        if (trouble.reason() != MediaException.Reason.NOT_FOUND) live().track(TrackKind.CAMERA, false);
        else sources.camera(engine).exceptionally(none -> {
            live().trouble(Trouble.words(none));
            live().track(TrackKind.CAMERA, false);
            return false;
        });
    }

    /// When we are in, for the first time.
    CompletableFuture<Void> entered() { return entered; }

    /// When the class is over for us, and why.
    CompletableFuture<Ending> ended() { return ended; }

    LiveClass live() {
        if (live == null) throw new IllegalStateException("nobody joined");
        return live;
    }

    MediaEngine engine() { return engine; }

    @Override
    public void state(SessionState state) {
        if (state instanceof SessionState.Live) entered.complete(null);
        else board.lost();
        if (state instanceof SessionState.Ended(var why)) ended.complete(why);
    }

    @Override
    public void received(ServerMessage message, Roster roster) {
        board.received(message, System.currentTimeMillis());
        if (!(message instanceof ServerMessage.Welcome) && !(message instanceof ServerMessage.Happened)) return;
        List<View> views = new ArrayList<>();
        for (var person : roster.people()) {
            if (roster.sends(person.id(), TrackKind.SCREEN))
                views.addFirst(new View(person.id(), TrackKind.SCREEN, SCREEN_WIDTH, SCREEN_HEIGHT));
            if (roster.sends(person.id(), TrackKind.CAMERA))
                views.add(new View(person.id(), TrackKind.CAMERA, TILE_WIDTH, TILE_HEIGHT));
        }
        live().watch(views.subList(0, Math.min(views.size(), Limits.VIEWS)));
    }

    @Override
    public void roundTrip(long ns, Instant server) {}

    @Override
    public void trouble(String words) {}

    @Override
    public Pictures pictures(ParticipantId participant, TrackKind track) {
        return new Unseen(track == TrackKind.SCREEN ? SCREEN_WIDTH : TILE_WIDTH,
                track == TrackKind.SCREEN ? SCREEN_HEIGHT : TILE_HEIGHT);
    }

    @Override
    public CompletableFuture<Report.Board> board() { return CompletableFuture.completedFuture(board.counts()); }

    /// Does or asks something of the whiteboard, on the class's thread.
    <T> CompletableFuture<T> onBoard(Function<BoardClient, T> task) {
        var result = new CompletableFuture<T>();
        live().execute(() -> {
            try {
                result.complete(board.with(task));
            } catch (RuntimeException trouble) {
                result.completeExceptionally(trouble);
            }
        });
        return result;
    }

    @Override
    public void close() {
        if (live != null) live.close();
        engine.close();
    }

    /// Whether there is something to send; a failure isn't the end.
    private static boolean opened(CompletableFuture<Boolean> opening, List<String> troubles) {
        try {
            return opening.get(DEVICE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            troubles.add(Trouble.words(e.getCause()));
        } catch (TimeoutException e) {
            troubles.add("a device doesn't answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.log(Level.WARNING, "going in without: {0}", troubles);
        return false;
    }

    /// Pictures that are received as if they were shown.
    private record Unseen(int wantedWidth, int wantedHeight) implements Pictures {
        @Override
        public void picture(ByteBuffer bgra, int width, int height, long timestampNs) {}
    }
}
