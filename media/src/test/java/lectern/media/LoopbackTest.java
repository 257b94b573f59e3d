package lectern.media;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Real encoders, ICE, DTLS and decoders between two engines in this process.
class LoopbackTest {
    private static final CameraChoice CARD = new CameraChoice.TestCard("Ada", 640, 360, 15);

    @Test
    void picturesMoveAndTonesSound() {
        try (var loop = Loopback.synthetic()) {
            Await.get(loop.sender.camera(CARD));
            Await.get(loop.sender.microphone(new MicrophoneChoice.Tone(440)));
            loop.connect();
            var seen = new Screenful(320, 320);
            loop.down().pictures(loop.mid(TrackKind.CAMERA), seen);
            Await.until("a picture", () -> seen.count() > 0);
            var first = seen.bytes();
            Await.until("ten more", () -> seen.count() > 10);
            assertFalse(Arrays.equals(first, seen.bytes()), "the picture moves");
            assertEquals("320x180", seen.size());
            Await.until("a tone", () -> loop.level() > 0.05);
            var sound = loop.received().sounds().get(loop.mid(TrackKind.MICROPHONE));
            assertTrue(sound.concealed() < 0.2, "concealed " + sound);
            var sent = Await.get(loop.sender.stats()).locals();
            assertTrue(sent.get(TrackKind.MICROPHONE).level() > 0.05, "own level " + sent);
            assertTrue(loop.sender.microphoneLevel() > 0.05);
        }
    }

    @Test
    void mutingSilencesAndBlackens() {
        try (var loop = Loopback.synthetic()) {
            Await.get(loop.sender.camera(CARD));
            Await.get(loop.sender.microphone(new MicrophoneChoice.Tone(440)));
            loop.connect();
            var seen = new Screenful(160, 90);
            loop.down().pictures(loop.mid(TrackKind.CAMERA), seen);
            Await.until("a tone", () -> loop.level() > 0.05);
            Await.until("a picture", () -> seen.count() > 5);

            loop.sender.microphoneOn(false);
            Await.get(loop.sender.cameraOn(false));
            Await.until("silence", () -> loop.level() < 0.001);
            Await.until("black", seen::isBlack);
            assertEquals(0, loop.sender.microphoneLevel());

            loop.sender.microphoneOn(true);
            Await.get(loop.sender.cameraOn(true));
            Await.until("the tone again", () -> loop.level() > 0.05);
            Await.until("the picture again", () -> !seen.isBlack());
        }
    }

    @Test
    void thePathIsFoundOnceAndBeforeTheKeys() {
        try (var loop = Loopback.synthetic()) {
            loop.connect();
            Await.until(() -> "connected, but " + loop.heardDown, () -> loop.heardDown.contains("CONNECTED"));
            assertEquals(List.of("path", "CONNECTED"),
                    loop.heardDown.stream().filter(heard -> !heard.equals("CONNECTING")).toList());
        }
    }

    /// Devices outlive connections: what is chosen after one has ended must not reach into it.
    @Test
    void choosingOnAfterTheConnectionHasEndedIsHarmless() {
        try (var loop = Loopback.synthetic()) {
            Await.get(loop.sender.camera(CARD));
            loop.connect();
            loop.up().close();
            Await.get(loop.sender.microphone(new MicrophoneChoice.Tone(440)));
            loop.sender.music(true);
            Await.get(loop.sender.share(null));
            Await.get(loop.sender.camera(new CameraChoice.TestCard("B", 320, 180, 15)));
            Await.get(loop.sender.camera(new CameraChoice.None()));
            assertTrue(Await.get(loop.sender.stats()).locals().isEmpty());
        }
    }

    @Test
    void cameraSwitchKeepsTheLine() {
        try (var loop = Loopback.synthetic()) {
            Await.get(loop.sender.camera(new CameraChoice.TestCard("A", 640, 360, 15)));
            loop.connect();
            var seen = new Screenful(4000, 4000);
            loop.down().pictures(loop.mid(TrackKind.CAMERA), seen);
            Await.until("the first card", () -> seen.count() > 3);
            int colour = seen.colour(0.1, 0.1);
            Await.get(loop.sender.camera(new CameraChoice.TestCard("B", 320, 180, 15)));
            Await.until(() -> "the small card, not " + seen.size(), () -> seen.size().equals("320x180"));
            Await.until("its own colour", () -> seen.colour(0.1, 0.1) != colour);
            assertTrue(loop.calls.isEmpty(), "no renegotiation: " + loop.calls);

            var refusal = Await.refused(loop.sender.camera(new CameraChoice.Device("No Such Camera")));
            assertEquals(MediaException.Reason.NOT_FOUND, refusal.reason());
            Await.until("black", seen::isBlack);
        }
    }

    @Test
    void bigPicturesGoInThreeLayersThatSmallOnesDont() {
        try (var loop = Loopback.synthetic()) {
            Await.get(loop.sender.camera(new CameraChoice.TestCard("A", 1280, 720, 15)));
            var sdp = loop.negotiate(false).sdp();
            assertTrue(sdp.contains("a=ssrc-group:SIM "), sdp);
            Await.until(() -> "three layers, but " + Await.get(loop.sender.stats()),
                    () -> widths(loop).equals("320 640 1280"));
            Await.get(loop.sender.camera(new CameraChoice.TestCard("A", 640, 360, 15)));
            Await.until(() -> "two layers, not " + widths(loop), () -> widths(loop).startsWith("320 640"));
            Await.get(loop.sender.camera(new CameraChoice.TestCard("A", 320, 180, 15)));
            Await.until(() -> "one layer, not " + widths(loop), () -> widths(loop).startsWith("320"));
        }
    }

    /// Widths of the layers that move.
    private static String widths(Loopback loop) {
        var words = new StringBuilder();
        var camera = Await.get(loop.sender.stats()).locals().get(TrackKind.CAMERA);
        if (camera == null)
            return "";
        camera.layers().stream().filter(layer -> layer.framesPerSecond() > 0)
                .forEach(layer -> words.append(words.isEmpty() ? "" : " ").append(layer.width()));
        return words.toString();
    }

    @Test
    void iceRestartAndNewConnectionsCarryOn() {
        try (var loop = Loopback.synthetic()) {
            Await.get(loop.sender.camera(CARD));
            loop.connect();
            var seen = new Screenful(160, 90);
            loop.down().pictures(loop.mid(TrackKind.CAMERA), seen);
            Await.until("a picture", () -> seen.count() > 3);

            var before = ufrag(Await.get(loop.up().withCandidates()));
            assertNotEquals(before, ufrag(loop.negotiate(true).sdp()));
            int count = seen.count();
            Await.until("pictures after the restart", () -> seen.count() > count + 10);

            loop.reconnect();
            var again = new Screenful(160, 90);
            loop.down().pictures(loop.mid(TrackKind.CAMERA), again);
            Await.until("pictures on new connections", () -> again.count() > 3);
        }
    }

    private static String ufrag(String sdp) {
        return sdp.lines().filter(line -> line.startsWith("a=ice-ufrag:")).findFirst().orElseThrow();
    }

    @Test
    void theOwnPictureShowsWithoutAConnection() {
        try (var engine = MediaEngine.start(new MediaSettings(MediaSettings.Sound.SYNTHETIC))) {
            var seen = new Screenful(100, 100);
            engine.preview(seen);
            Await.get(engine.camera(CARD));
            Await.until("a preview", () -> seen.count() > 3);
            assertEquals("100x56", seen.size());
        }
    }

    @Test
    void garbageIsRefusedAndTheEngineGoesOn() {
        try (var engine = MediaEngine.start(new MediaSettings(MediaSettings.Sound.SYNTHETIC))) {
            var down = engine.down(_ -> {});
            for (var garbage : List.of("", "no sdp at all", "v=0\r\nm=",
                    "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"
                            + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\n"))
                assertEquals(MediaException.Reason.CONNECTION, Await.refused(down.offer(garbage)).reason(), garbage);
            var up = engine.up(new Deaf());
            Await.get(up.offer(false));
            assertEquals(MediaException.Reason.CONNECTION, Await.refused(up.answer("nothing")).reason());
            Await.get(engine.devices());
        }
    }

    private static final class Deaf implements UpListener {
        @Override
        public void negotiationNeeded() {
            // Not for this one.
        }

        @Override
        public void state(ConnectionState state) {
            // Nor this.
        }
    }

    @Test
    void whatIsClosedRefusesAndNobodyWaits() {
        var engine = MediaEngine.start(new MediaSettings(MediaSettings.Sound.SYNTHETIC));
        var older = engine.up(new Deaf());
        Await.get(older.offer(false));
        var up = engine.up(new Deaf());
        assertEquals(MediaException.Reason.CONNECTION, Await.refused(older.offer(false)).reason());
        up.close();
        engine.music(true);
        Await.get(engine.microphone(new MicrophoneChoice.Tone(440)));
        assertEquals(MediaException.Reason.CONNECTION, Await.refused(up.offer(false)).reason());
        assertEquals(Map.of(), Await.get(engine.stats()).locals());
        engine.close();
        engine.close();
        assertThrows(CompletionException.class, () -> engine.stats().orTimeout(5, TimeUnit.SECONDS).join());
        assertThrows(CompletionException.class, () -> up.offer(false).orTimeout(5, TimeUnit.SECONDS).join());
        assertTrue(Await.get(engine.devices()).trouble() != null);
    }

    @Test
    void tcpOnlyOffersNoUdp() {
        var settings = new MediaSettings(MediaSettings.Sound.SYNTHETIC, MediaSettings.Transport.TCP_ONLY, null);
        try (var engine = MediaEngine.start(settings)) {
            var up = engine.up(new Deaf());
            Await.get(up.offer(false));
            var candidates = Await.get(up.withCandidates()).lines().filter(line -> line.startsWith("a=candidate:"))
                    .toList();
            assertTrue(candidates.stream().allMatch(line -> line.contains(" tcp ")), candidates.toString());
        }
    }
}
