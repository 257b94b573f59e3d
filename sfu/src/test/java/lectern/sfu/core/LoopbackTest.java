package lectern.sfu.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import lectern.sfu.Route;
import lectern.sfu.Sfu;
import lectern.sfu.SfuException;
import lectern.sfu.SfuListener;
import lectern.sfu.SfuSettings;
import lectern.sfu.SfuStats;
import lectern.sfu.io.UdpPort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole media plane on real sockets: ICE, DTLS and SRTP as a browser does them.
class LoopbackTest {
    private static final class Heard implements SfuListener {
        final ConcurrentLinkedQueue<String> events = new ConcurrentLinkedQueue<>();
        final Map<String, Integer> levels = new ConcurrentHashMap<>();

        @Override
        public void connected(String peer) {
            events.add("connected " + peer);
        }

        @Override
        public void disconnected(String peer, String why) {
            events.add("disconnected " + peer + ": " + why);
        }

        @Override
        public void levels(Map<String, Integer> changed) {
            levels.putAll(changed);
        }

        @Override
        public void firstKeyFrame(String upPeer, String mid) {
            events.add("key frame " + upPeer + " " + mid);
        }
    }

    private static SfuSettings settings(UdpPort.Kind io) {
        return SfuSettings.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).withIo(io);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(10, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @EnumSource(names = { "AUTO", "NIO"})
    void mediaFlowsFromSocketToSocket(UdpPort.Kind io) throws Exception {
        var heard = new Heard();
        try (var sfu = Sfu.start(settings(io), heard)) {
            var teacher = SocketClient.publisher(7);
            var student = SocketClient.subscriber(8);
            String answer = get(sfu.offerUp("teacher", teacher.offer()));
            String offer = get(sfu.offerDown("student", 2, 1, false));
            get(sfu.answerDown("student", student.answer(offer)));
            sfu.route("student", List.of(new Route("v1", "teacher", Publisher.CAMERA, 720),
                    new Route("a1", "teacher", Publisher.VOICE, 0)));
            var shown = student.line("v1");
            try (var up = SocketClient.connect(teacher, answer, sfu.port());
                    var down = SocketClient.connect(student, offer, sfu.port())) {
                SocketClient.until("40 frames", () -> shown.frames().size() >= 40, up, down);
                SocketClient.until("a sender report", () -> shown.reports > 0, up, down);
                assertTrue(student.line("a1").packets.size() > 40);
                assertTrue(shown.decoded().size() > 40);
                assertTrue(heard.events.containsAll(
                        List.of("connected teacher", "connected student", "key frame teacher 1")),
                        heard.events.toString());
                assertEquals(30, heard.levels.get("teacher"));
                assertTrue(teacher.feedbackReceived > 3);

                SfuStats stats = get(sfu.stats());
                assertEquals(2, stats.connections().size());
                assertTrue(
                        stats.connections().stream().allMatch(c -> c.state().equals("connected") && c.path() != null));
                SfuStats.Line line = stats.connections().get(1).lines().stream().filter(l -> l.mid().equals("v1"))
                        .findFirst().orElseThrow();
                assertEquals("teacher/1", line.source());
                assertEquals("VP8", line.codec());
                assertTrue(line.packets() > 40 && line.bytes() > 40 * 300);
                assertEquals(sfu.port(), stats.loop().port());
                assertTrue(stats.loop().packetsOut() > 80);

                down.leave();
                sfu.close("teacher");
                SocketClient.until("the goodbye of the student",
                        () -> heard.events.contains("disconnected student: the other side has ended the connection"),
                        up, down);
                assertEquals(List.of(), get(sfu.stats()).connections());
            }
        }
    }

    @Test
    void mediaFlowsThroughTcpStreams() throws Exception {
        var heard = new Heard();
        try (var sfu = Sfu.start(settings(UdpPort.Kind.AUTO).withTcpPort(443), heard)) {
            var teacher = SocketClient.publisher(7);
            String answer = get(sfu.offerUp("teacher", teacher.offer()));
            assertTrue(answer.contains("typ host tcptype passive"), answer);
            try (var up = SocketClient.overStream(teacher, answer, sfu)) {
                SocketClient.until("a key frame", () -> heard.events.contains("key frame teacher 1"), up);
                SocketClient.until("feedback", () -> teacher.feedbackReceived > 2, up);
                up.leave();
                SocketClient.until("the goodbye",
                        () -> heard.events.contains("disconnected teacher: the other side has ended the connection"),
                        up);
            }
        }
    }

    @Test
    void refusalsComeAsWords() throws IOException {
        try (var sfu = Sfu.start(settings(UdpPort.Kind.AUTO), new Heard())) {
            for (var refused : List.of(sfu.offerUp("x", "nonsense"), sfu.offerWhep("x", "v=0"),
                    sfu.offerDown("x", 1_000, 0, false), sfu.answerDown("nobody", "v=0\r\n"))) {
                var failure = assertThrows(ExecutionException.class, () -> refused.get(10, TimeUnit.SECONDS));
                assertInstanceOf(SfuException.class, failure.getCause());
            }
            assertThrows(SfuException.class,
                    () -> Sfu.start(SfuSettings.at(new InetSocketAddress("127.0.0.1", sfu.port())), new Heard()));
            sfu.close("nobody");
        }
    }

    @Test
    void afterTheEndNothingIsAnswered() {
        var sfu = Sfu.start(settings(UdpPort.Kind.AUTO), new Heard());
        sfu.close();
        assertTrue(sfu.stats().isCompletedExceptionally());
    }
}
