package lectern.sfu.core;

import static lectern.sfu.core.World.MILLIS;
import static lectern.sfu.core.World.SECONDS;
import static lectern.sfu.core.World.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.core.Publisher.Form;
import lectern.sfu.sdp.SdpException;
import org.junit.jupiter.api.Test;

class LifecycleTest {
    @Test
    void aClientThatMovesKeepsItsMedia() {
        var world = new World(1).delay(10 * MILLIS, 0);
        var teacher = world.publisher("teacher", 7, Form.RIDS);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720));
        world.run(2 * SECONDS);

        world.vanish(teacher); // another network: another address, and ICE anew
        world.connect(teacher);
        teacher.callForKeys = () -> {
            throw new AssertionError("the keys go on");
        };
        teacher.restartIce();
        world.negotiate("teacher", teacher);
        world.run(2 * SECONDS);

        world.vanish(student);
        world.connect(student);
        student.restartIce();
        world.negotiate("student", student, 1, 0, true);
        world.run(2 * SECONDS);

        Continuity.decodable(world, student.line("v0"), 100 * MILLIS);
        Continuity.complete(world, student.line("v0"), 500 * MILLIS);
        assertEquals(List.of("connected teacher", "connected student"),
                world.events.stream().filter(e -> e.startsWith("connected")).sorted((a, b) -> b.compareTo(a)).toList());
        assertTrue(student.line("v0").frames().size() > 120, student.line("v0").frames().size() + " frames of 150");
    }

    @Test
    void theOldPathWorksUntilTheNewOneDoes() {
        var world = new World(2);
        var teacher = world.publisher("teacher", 7, Form.SINGLE);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720));
        world.run(2 * SECONDS);
        String stillTheOld = teacher.ufrag;
        teacher.restartIce();
        String offer = teacher.offer();
        world.core.offerUp("teacher", new UpNegotiation(offer), world.nowNs); // the answer takes its time
        teacher.ufrag = stillTheOld;
        teacher.answered = true;
        int before = student.line("v0").frames().size();
        world.run(40 * SECONDS);
        assertTrue(student.line("v0").frames().size() > before + 900);
    }

    @Test
    void aReceiverWhosePathClosesHarmsNobodyAndComesBack() {
        var world = new World(6);
        var teacher = world.publisher("teacher", 7, Form.SINGLE);
        var student = world.subscriber("student", 1, 0);
        var parent = world.subscriber("parent", 1, 0);
        world.route("student", camera("v0", "teacher", 720));
        world.route("parent", camera("v0", "teacher", 720));
        world.run(2 * SECONDS);

        world.core.streamClosed(world.pathOf(student), world.nowNs); // as a TCP stream does
        int seen = student.line("v0").frames().size();
        world.run(10 * SECONDS);

        assertEquals(List.of(), world.events.stream().filter(e -> e.startsWith("disconnected")).toList());
        assertTrue(teacher.up());
        Continuity.complete(world, parent.line("v0"), 500 * MILLIS);
        assertTrue(student.line("v0").frames().size() > seen + 100, "the next check opens a path again");
    }

    @Test
    void whoFallsSilentIsLetGoAfterHalfAMinute() {
        var world = new World(3);
        var teacher = world.publisher("teacher", 7, Form.SINGLE);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720));
        world.run(2 * SECONDS);
        world.vanish(teacher);
        world.run(27 * SECONDS);
        assertEquals(0, world.events.stream().filter(e -> e.startsWith("disconnected")).count());
        world.run(4 * SECONDS);
        assertTrue(world.events.contains("disconnected teacher: nothing was heard of the other side for 30 s"));
        assertEquals(1, world.core.connectionStats().size());
        assertTrue(student.up());
    }

    @Test
    void whoNeverComesIsLetGoToo() {
        var world = new World(4);
        world.vanish(world.publisher("teacher", 7, Form.SINGLE));
        world.core.offerDown("student", 2, 1, false, world.nowNs);
        world.run(31 * SECONDS);
        assertTrue(world.events.contains("disconnected teacher: no path to the other side was found"));
        assertTrue(world.events.contains("disconnected student: no path to the other side was found"));
        assertEquals(List.of(), world.core.connectionStats());
    }

    @Test
    void aFailedHandshakeEndsTheConnectionInWords() {
        var world = new World(5);
        world.handshakesFail = true;
        world.publisher("teacher", 7, Form.SINGLE);
        world.run(SECONDS);
        assertEquals(List.of("disconnected teacher: the keys could not be agreed on: bad certificate"), world.events);
    }

    @Test
    void aReloadedPageTakesTheOldOnesPlace() {
        var world = new World(6);
        var before = world.publisher("teacher", 7, Form.SINGLE);
        world.core.pause("teacher", Publisher.VOICE, true, world.nowNs);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720), World.voice("a0", "teacher"));
        world.run(2 * SECONDS);
        world.publisher("teacher", 8, Form.RIDS);
        world.run(2 * SECONDS);
        assertEquals(8, student.line("v0").last().picture().source());
        Continuity.decodable(world, student.line("v0"), 100 * MILLIS);
        assertTrue(before.up());
        assertEquals(2, world.core.connectionStats().size());
        assertTrue(student.line("a0").packets.isEmpty(), "who was muted stays so");
    }

    @Test
    void garbageIsCountedAndHarmsNobody() {
        var world = new World(7).loss(0.01);
        world.publisher("teacher", 7, Form.RIDS);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720));
        world.run(SECONDS);
        var stranger = new InetSocketAddress(InetAddress.ofLiteral("10.9.9.9"), 9);
        var teacher = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 4_000);
        for (int i = 0; i < 20_000; i++) {
            byte[] garbage = new byte[world.random.nextInt(i % 10 == 0 ? 1_500 : 60)];
            world.random.nextBytes(garbage);
            if (garbage.length > 1 && i % 2 == 0)
                garbage[0] = (byte) (0x80 | garbage[0] & 0x3f);
            world.arrive(i % 3 == 0 ? teacher : stranger, garbage);
            if (i % 20 == 0)
                world.run(2 * MILLIS);
        }
        world.run(2 * SECONDS);
        assertTrue(world.drops(Reason.AUTH_FAILED) > 500);
        assertTrue(world.drops(Reason.UNKNOWN_ADDRESS) > 1_000);
        assertTrue(world.drops(Reason.NOT_MEDIA) > 1_000);
        assertTrue(world.drops(Reason.BAD_STUN) > 10);
        assertEquals(0, world.events.stream().filter(e -> e.startsWith("disconnected")).count());
        Continuity.complete(world, student.line("v0"), SECONDS);
        Continuity.decodable(world, student.line("v0"), SECONDS);
    }

    @Test
    void repairsHaveALimit() {
        var world = new World(8);
        var teacher = world.publisher("teacher", 7, Form.SINGLE);
        teacher.bytesAPacket = 1_100;
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720));
        world.run(2 * SECONDS);
        int newest = (int) student.line("v0").last().number();
        for (int i = 0; i < 2_000; i++)
            student.askAgain("v0", newest - i % 50);
        world.run(SECONDS);
        assertTrue(student.line("v0").repaired > 200);
        assertTrue(student.line("v0").repaired < 1_300, student.line("v0").repaired + " repairs");
        assertTrue(world.drops(Reason.RESEND_LIMIT) > 500);
    }

    @Test
    void whatCannotBeDoneIsSaidInWords() {
        var world = new World(9);
        assertThrows(SdpException.class, () -> world.core.offerDown("s", 60, 20, false, world.nowNs));
        assertThrows(SdpException.class,
                () -> world.core.answerDown("nobody",
                        lectern.sfu.sdp.Sdp.parse("v=0\r\no=- 1 1 IN IP4 0\r\ns=-\r\nt=0 0\r\n"),
                        world.nowNs));
        for (int i = 0; i < 64; i++)
            world.core.offerDown("s" + i, 1, 0, false, world.nowNs);
        var full = assertThrows(SdpException.class, () -> world.core.offerDown("one more", 1, 0, false, world.nowNs));
        assertEquals("the server carries 64 connections already", full.getMessage());
    }
}
