package lectern.app;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.media.ConnectionState;
import lectern.media.MediaEngine;
import lectern.media.MediaSettings;
import lectern.media.MicrophoneChoice;
import lectern.media.Pictures;
import lectern.protocol.ClientMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import lectern.protocol.View;
import lectern.signaling.JoinSteps;
import lectern.signaling.Link;
import lectern.signaling.LinkListener;
import lectern.signaling.SessionState;
import lectern.signaling.SocketLink;

/// Somebody whose media goes through a [Nat]: the server's candidates are rewritten to its port, those by TCP left out.
final class RoamingGuest implements LinkListener, UpTalk.Listener, DownTalk.Listener, AutoCloseable {
    private static final Pattern CANDIDATE = Pattern.compile("(a=candidate:\\S+ \\d+ udp \\d+ \\S+) \\d+ ",
            Pattern.CASE_INSENSITIVE);

    final AtomicLong frames = new AtomicLong();
    final AtomicInteger welcomes = new AtomicInteger();
    final List<String> troubles = new CopyOnWriteArrayList<>();
    private final MediaEngine engine = MediaEngine.start(new MediaSettings(MediaSettings.Sound.SYNTHETIC));
    private final int natPort;
    private final SocketLink line;
    private UpTalk up;
    private DownTalk down;

    RoamingGuest(Link link, String name, int natPort) {
        this.natPort = natPort;
        engine.camera(Guests.card(name)).join();
        engine.microphone(new MicrophoneChoice.Tone(350)).join();
        line = new SocketLink(link, name, "test", this);
        line.start();
    }

    void watch(String participant) {
        line.send(new ClientMessage.Watch(
                List.of(new View(new ParticipantId(participant), TrackKind.CAMERA, 320, 180))));
    }

    @Override
    public void received(ServerMessage message) {
        switch (message) {
            case ServerMessage.Welcome _ -> {
                welcomes.incrementAndGet();
                up = new UpTalk(engine, line::execute, this);
                down = new DownTalk(engine, line::execute, this, (_, _) -> new Counted());
                up.offer(false);
            }
            case ServerMessage.Offer(String sdp) -> down.offered(throughNat(sdp));
            case ServerMessage.Answer(String sdp) -> up.answered(throughNat(sdp));
            case ServerMessage.Slots(var slots) -> down.carries(slots);
            default -> {
            }
        }
    }

    private String throughNat(String sdp) {
        return sdp.lines().filter(one -> !(one.startsWith("a=candidate:") && one.toLowerCase().contains(" tcp ")))
                .map(one -> CANDIDATE.matcher(one).replaceFirst("$1 " + natPort + " "))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private final class Counted implements Pictures {
        @Override
        public int wantedWidth() { return 320; }

        @Override
        public int wantedHeight() { return 180; }

        @Override
        public void picture(ByteBuffer bgra, int width, int height, long timestampNs) { frames.incrementAndGet(); }
    }

    @Override
    public void say(ClientMessage message) { line.send(message); }

    @Override
    public void trouble(String words) { troubles.add(words); }

    @Override
    public void upState(ConnectionState state) {}

    @Override
    public void downPath() {}

    @Override
    public void downState(ConnectionState state) {}

    @Override
    public void state(SessionState state) {}

    @Override
    public void roundTrip(long ns, Instant server) {}

    @Override
    public void joined(JoinSteps steps) {}

    @Override
    public void close() {
        line.close();
        engine.close();
    }
}
