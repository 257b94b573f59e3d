package lectern.server;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import lectern.classroom.Outcome;
import lectern.classroom.RoomInput;
import lectern.protocol.ParticipantId;
import lectern.protocol.Reason;
import lectern.protocol.ServerMessage;
import lectern.sfu.Route;
import lectern.sfu.Sfu;
import lectern.sfu.SfuException;
import lectern.sfu.SfuListener;
import org.jspecify.annotations.Nullable;

/// Carries out the room's media orders, and tells the room what the media plane says. A participant's sending connection is
/// the peer `p1`, the receiving one `p1.down`.
final class MediaPlane {
    private static final System.Logger LOG = System.getLogger(MediaPlane.class.getName());
    private static final String DOWN = ".down";

    private final Sfu sfu;
    private final Mailbox mailbox;

    MediaPlane(Sfu sfu, Mailbox mailbox) {
        this.sfu = sfu;
        this.mailbox = mailbox;
    }

    /// Which participant a peer belongs to.
    static ParticipantId participant(String peer) {
        return new ParticipantId(peer.endsWith(DOWN) ? peer.substring(0, peer.length() - DOWN.length()) : peer);
    }

    void offerDown(Outcome.OfferDown order) {
        var pool = order.pool();
        reply(order.connection(), "restart-ice", sfu
                .offerDown(order.participant() + DOWN, pool.slots().size(), pool.voices().size(), order.restartIce())
                .thenApply(ServerMessage.Offer::new));
    }

    void takeAnswer(Outcome.TakeAnswer order) {
        sfu.answerDown(order.participant() + DOWN, order.sdp())
                .whenComplete((_, failure) -> failed(order.connection(), "answer", failure));
    }

    void answerUp(Outcome.AnswerUp order) {
        reply(order.connection(), "offer",
                sfu.offerUp(order.participant().value(), order.sdp()).thenApply(ServerMessage.Answer::new));
    }

    void answerReader(Outcome.AnswerReader order) {
        reply(order.connection(), "offer",
                sfu.offerWhep(order.participant() + DOWN, order.sdp()).thenApply(ServerMessage.Answer::new));
    }

    void pause(Outcome.Pause order) {
        sfu.pause(order.participant().value(), order.mid(), order.paused());
    }

    void direct(Outcome.Direct order) {
        sfu.route(order.viewer() + DOWN, order.feeds().stream()
                .map(feed -> new Route(feed.mid(), feed.from().value(), feed.fromMid(), feed.heightPx())).toList());
    }

    void close(Outcome.CloseMedia order) {
        sfu.close(order.participant().value());
        sfu.close(order.participant() + DOWN);
    }

    /// The media plane's thread must not do the talking: the room's does.
    private void reply(long connection, String to, CompletableFuture<? extends ServerMessage> answer) {
        answer.whenComplete((message, failure) -> {
            if (failure == null) mailbox.post(new Mailbox.Say(connection, message));
            else failed(connection, to, failure);
        });
    }

    private void failed(long connection, String to, @Nullable Throwable failure) {
        if (failure == null) return;
        Throwable cause = failure.getCause() != null && !(failure instanceof SfuException)
                ? failure.getCause()
                : failure;
        if (!(cause instanceof SfuException)) LOG.log(System.Logger.Level.ERROR, "The media plane failed.", cause);
        ServerMessage refused = cause instanceof SfuException why
                ? new ServerMessage.Refused(Reason.MEDIA, String.valueOf(why.getMessage()), to)
                : new ServerMessage.Refused(Reason.INTERNAL, "The media plane failed.", to);
        mailbox.post(new Mailbox.Say(connection, refused));
    }

    /// Hears what the media plane says, on its thread.
    static final class Events implements SfuListener {
        private final Mailbox mailbox;

        Events(Mailbox mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public void connected(String peer) {
            mailbox.post(new Mailbox.Tell(new RoomInput.MediaUp(participant(peer))));
        }

        @Override
        public void disconnected(String peer, String why) {
            LOG.log(System.Logger.Level.INFO, "Media of " + peer + " has ended: " + why);
            mailbox.post(new Mailbox.Tell(new RoomInput.MediaLost(participant(peer))));
        }

        @Override
        public void levels(Map<String, Integer> levels) {
            var byParticipant = new HashMap<ParticipantId, Integer>();
            levels.forEach((peer, level) -> byParticipant.put(participant(peer), level));
            mailbox.post(new Mailbox.Tell(new RoomInput.Levels(byParticipant)));
        }
    }
}
