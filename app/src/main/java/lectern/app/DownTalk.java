package lectern.app;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import lectern.media.ConnectionState;
import lectern.media.DownConnection;
import lectern.media.DownListener;
import lectern.media.MediaEngine;
import lectern.media.Pictures;
import lectern.protocol.ClientMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.Slot;
import lectern.protocol.TrackKind;
import org.jspecify.annotations.Nullable;

/// The talk about one down connection: the server's offers are answered, and each line's pictures go where the slots say.
/// Owned by the class's thread.
final class DownTalk {
    interface Listener {
        void say(ClientMessage message);

        void downPath();

        void downState(ConnectionState state);

        void trouble(String words);
    }

    private final DownConnection connection;
    private final Executor owner;
    private final Listener listener;
    private final BiFunction<ParticipantId, TrackKind, @Nullable Pictures> pictures;
    private final Map<String, Slot> shown = new HashMap<>();
    private boolean closed;

    DownTalk(MediaEngine engine, Executor owner, Listener listener,
            BiFunction<ParticipantId, TrackKind, @Nullable Pictures> pictures) {
        this.owner = owner;
        this.listener = listener;
        this.pictures = pictures;
        connection = engine.down(new DownListener() {
            @Override
            public void path() {
                owner.execute(() -> {
                    if (!closed) listener.downPath();
                });
            }

            @Override
            public void state(ConnectionState state) {
                owner.execute(() -> {
                    if (!closed) listener.downState(state);
                });
            }
        });
    }

    void offered(String sdp) {
        if (closed) return;
        connection.offer(sdp).whenCompleteAsync((answer, trouble) -> {
            if (closed) return;
            if (trouble == null) listener.say(new ClientMessage.Answer(answer));
            else listener.trouble(Trouble.words(trouble));
        }, owner);
    }

    void carries(List<Slot> slots) {
        if (closed) return;
        Set<String> silent = new HashSet<>(shown.keySet());
        for (Slot slot : slots) {
            if (slot.track().isAudio()) continue;
            silent.remove(slot.mid());
            if (!slot.equals(shown.put(slot.mid(), slot)))
                connection.pictures(slot.mid(), pictures.apply(slot.participant(), slot.track()));
        }
        for (String mid : silent) {
            shown.remove(mid);
            connection.pictures(mid, null);
        }
    }

    void close() {
        if (closed) return;
        closed = true;
        connection.close();
    }
}
