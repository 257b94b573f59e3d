package lectern.app;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lectern.media.ConnectionState;
import lectern.media.MediaEngine;
import lectern.media.Offer;
import lectern.media.UpConnection;
import lectern.media.UpListener;
import lectern.protocol.ClientMessage;
import lectern.protocol.TrackKind;

/// The talk about one up connection: one offer at a time, the next when the answer to the last is in. Owned by the
/// class's thread; what the engine says on its own is handed over to it.
final class UpTalk {
    /// What the talk brings. Calls come on the class's thread.
    interface Listener {
        void say(ClientMessage message);

        void upState(ConnectionState state);

        void trouble(String words);
    }

    private final UpConnection connection;
    private final Executor owner;
    private final Listener listener;
    private boolean asked; // an offer is on its way
    private boolean again; // and another is needed after it
    private boolean againIce;
    private boolean closed;

    UpTalk(MediaEngine engine, Executor owner, Listener listener) {
        this.owner = owner;
        this.listener = listener;
        connection = engine.up(new UpListener() {
            @Override
            public void negotiationNeeded() { owner.execute(() -> offer(false)); }

            @Override
            public void state(ConnectionState state) {
                owner.execute(() -> {
                    if (!closed) listener.upState(state);
                });
            }
        });
    }

    void offer(boolean iceRestart) {
        if (closed) return;
        if (asked) {
            again = true;
            againIce |= iceRestart;
            return;
        }
        asked = true;
        then(connection.offer(iceRestart), offer -> listener.say(new ClientMessage.Offer(offer.sdp(), lines(offer))));
    }

    void answered(String sdp) {
        if (closed || !asked) return;
        then(connection.answer(sdp), _ -> settled());
    }

    /// The server doesn't take the offer.
    void refused() {
        if (asked) settled();
    }

    void close() {
        if (closed) return;
        closed = true;
        connection.close();
    }

    private void settled() {
        asked = false;
        if (!again) return;
        boolean iceRestart = againIce;
        again = againIce = false;
        offer(iceRestart);
    }

    private <T> void then(CompletableFuture<T> future, Consumer<T> next) {
        future.whenCompleteAsync((value, trouble) -> {
            if (closed) return;
            if (trouble == null) {
                next.accept(value);
            } else {
                listener.trouble(Trouble.words(trouble));
                settled();
            }
        }, owner);
    }

    private static Map<String, TrackKind> lines(Offer offer) {
        return offer.tracks().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> TrackKind.valueOf(e.getValue().name())));
    }
}
