package lectern.media;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// One engine's up connection fed into another's down connection, as two plain peers.
final class Loopback implements AutoCloseable {
    final MediaEngine sender;
    final MediaEngine receiver;
    final List<ConnectionState> states = new CopyOnWriteArrayList<>();
    final List<String> calls = new CopyOnWriteArrayList<>();
    final List<String> heardDown = new CopyOnWriteArrayList<>();
    private UpConnection up;
    private DownConnection down;
    private Offer offer = new Offer("", Map.of());

    Loopback(MediaSettings from, MediaSettings to) {
        sender = MediaEngine.start(from);
        receiver = MediaEngine.start(to);
        up = newUp();
        down = newDown();
    }

    static Loopback synthetic() {
        return new Loopback(new MediaSettings(MediaSettings.Sound.SYNTHETIC),
                new MediaSettings(MediaSettings.Sound.SYNTHETIC));
    }

    private UpConnection newUp() {
        return sender.up(new UpListener() {
            @Override
            public void negotiationNeeded() {
                calls.add("negotiationNeeded");
            }

            @Override
            public void state(ConnectionState state) {
                states.add(state);
            }
        });
    }

    private DownConnection newDown() {
        return receiver.down(new DownListener() {
            @Override
            public void path() {
                heardDown.add("path");
            }

            @Override
            public void state(ConnectionState state) {
                heardDown.add(state.name());
            }
        });
    }

    /// New connections of the same engines.
    void reconnect() {
        up = newUp();
        down = newDown();
        negotiate(false);
    }

    Offer negotiate(boolean iceRestart) {
        offer = Await.get(up.offer(iceRestart));
        var answer = Await.get(down.offer(Await.get(up.withCandidates())));
        assert answer.contains("m=");
        Await.get(up.answer(Await.get(down.withCandidates())));
        return offer;
    }

    void connect() {
        negotiate(false);
        Await.until(() -> "connected, but " + states, () -> states.contains(ConnectionState.CONNECTED));
    }

    String mid(TrackKind kind) {
        return offer.tracks().entrySet().stream().filter(line -> line.getValue() == kind).map(Map.Entry::getKey)
                .findFirst().orElseThrow();
    }

    DownConnection down() {
        return down;
    }

    UpConnection up() {
        return up;
    }

    MediaStats received() {
        return Await.get(receiver.stats());
    }

    double level() {
        var sound = received().sounds().get(mid(TrackKind.MICROPHONE));
        return sound == null ? 0 : sound.level();
    }

    @Override
    public void close() {
        sender.close();
        receiver.close();
    }
}
