package lectern.server;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lectern.classroom.Grant;
import lectern.classroom.Manner;
import lectern.classroom.RoomInput;
import lectern.protocol.ClientMessage;
import lectern.protocol.Limits;
import lectern.protocol.Reason;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;

/// Somebody who takes part by WHIP or WHEP. The room sees a participant like any other: this speaks our protocol in their
/// place, and turns what the room says into the answers that their HTTP requests wait for.
final class MediaSession implements Caller {
    private final Manner manner;
    private final String location;
    private final Mailbox mailbox;
    private final Runnable ended;
    private final OfferedLines lines;
    private String offer;
    private long connection;
    private int restarts;
    private boolean live;
    private @Nullable CompletableFuture<Page> due;

    MediaSession(Manner manner, String location, String offer, Mailbox mailbox, Runnable ended) {
        this.manner = manner;
        this.location = location;
        this.offer = offer;
        this.lines = OfferedLines.of(offer);
        this.mailbox = mailbox;
        this.ended = ended;
    }

    synchronized CompletableFuture<Page> join(RoomLoop loop, Grant grant, @Nullable String name) {
        var answer = new CompletableFuture<Page>();
        due = answer;
        connection = loop.connect(this);
        mailbox.post(new Mailbox.Tell(new RoomInput.Join(connection, Limits.VERSION, grant, name, null, manner)));
        return answer;
    }

    void leave() {
        mailbox.post(new Mailbox.Tell(new RoomInput.Message(connection, new ClientMessage.Leave())));
    }

    synchronized String etag() {
        return "\"" + restarts + '"';
    }

    synchronized CompletableFuture<Page> restartIce(IceFragment fragment) {
        if (due != null) return CompletableFuture.completedFuture(Page.text(409, "Another request is being answered."));
        var answer = new CompletableFuture<Page>();
        due = answer;
        restarts++;
        offer = fragment.in(offer);
        sendOffer();
        return answer;
    }

    boolean isReader() { return manner == Manner.WHEP; }

    @Override
    public synchronized void say(Utterance utterance) {
        switch (utterance.message) {
            case ServerMessage.Welcome _ -> sendOffer();
            case ServerMessage.Answer(String sdp) -> answered(sdp);
            case ServerMessage.Refused(Reason reason, String message, _, _) -> {
                answer(Page.text(reason == Reason.NOT_ALLOWED ? 403 : reason == Reason.INTERNAL ? 500 : 422, message));
                if (!live) leave();
            }
            default -> {
                // What goes on in the room is of no use to who has no protocol for it.
            }
        }
    }

    /// There is no board in WHIP and WHEP: the room never asks for this.
    @Override
    public void show(PageParts parts) {
    }

    @Override
    public void hide(PageId page) {
    }

    @Override
    public synchronized void bye(ServerMessage.Bye bye) {
        answer(Page.text(switch (bye.reason()) {
            case MALFORMED -> 400;
            case ROOM_UNKNOWN -> 404;
            case ROOM_FULL, STOPPING -> 503;
            case INTERNAL -> 500;
            default -> 403;
        }, bye.message()));
        ended.run();
    }

    private void sendOffer() {
        RoomInput input = manner == Manner.WHIP
                ? new RoomInput.Message(connection, new ClientMessage.Offer(offer, lines.tracks()))
                : new RoomInput.ReaderOffer(connection, offer, lines.receiving("video"), lines.receiving("audio"));
        mailbox.post(new Mailbox.Tell(input));
    }

    private void answered(String sdp) {
        var headers = new HashMap<String, String>(Map.of("ETag", etag()));
        if (live) {
            answer(new Page(200, "application/trickle-ice-sdpfrag", utf8(IceFragment.ofAnswer(sdp)), headers));
            return;
        }
        live = true;
        headers.put("Location", location);
        headers.put("Accept-Patch", "application/trickle-ice-sdpfrag");
        answer(new Page(201, "application/sdp", utf8(sdp), headers));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void answer(Page page) {
        if (due != null) due.complete(page);
        due = null;
    }
}
