package lectern.sfu.core;

import static lectern.sfu.core.World.MILLIS;
import static lectern.sfu.core.World.SECONDS;
import static lectern.sfu.core.World.camera;
import static lectern.sfu.core.World.voice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.core.Publisher.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardingTest {
    @ParameterizedTest
    @EnumSource
    void pictureAndVoiceArriveInEveryForm(Form form) {
        var world = new World(1);
        var teacher = world.publisher("teacher", 7, form);
        var student = world.subscriber("student", 2, 1);
        world.route("student", camera("v0", "teacher", 720), voice("a0", "teacher"), voice("x0", "teacher"));
        world.run(3 * SECONDS);

        var shown = student.line("v0");
        Continuity.decodable(world, shown, 100 * MILLIS);
        Continuity.complete(world, shown, 100 * MILLIS);
        assertTrue(shown.frames().size() > 65, shown.frames().size() + " frames of 75");
        assertEquals(7, shown.last().picture().source());
        assertEquals(form == Form.SINGLE ? 0 : 2, shown.last().picture().layer());
        assertTrue(student.line("a0").packets.size() > 130);
        assertTrue(student.line("x0").packets.size() > 130);
        assertTrue(student.line("v1").packets.isEmpty());
        assertTrue(shown.reports >= 3 && student.line("a0").reports >= 3);
        assertTrue(teacher.feedbackReceived > 15, teacher.feedbackReceived + " feedbacks");
        assertTrue(teacher.reportsReceived >= 2);
        assertTrue(world.events.containsAll(
                List.of("connected teacher", "connected student", "key frame teacher 1")));
        assertEquals(30, world.levels.get("teacher"));
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 20, 24})
    void lossIsRepairedOnBothLegs(long seed) {
        var world = new World(seed).loss(0.05).delay(20 * MILLIS, 15 * MILLIS).duplicate(0.02);
        Form form = Form.values()[(int) (seed % Form.values().length)];
        var teacher = world.publisher("teacher", 7, form);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720), voice("a0", "teacher"));
        world.run(10 * SECONDS);

        var shown = student.line("v0");
        assertTrue(teacher.nacksReceived > 10, "seed " + seed + ": the server asked again " + teacher.nacksReceived);
        assertTrue(shown.repaired > 10, "seed " + seed + ": the server repaired " + shown.repaired);
        Continuity.complete(world, shown, 2 * SECONDS);
        Continuity.decodable(world, shown, 2 * SECONDS);
        assertTrue(shown.frames().size() > 200, "seed " + seed + ": " + shown.frames().size() + " frames of 250");
        assertEquals(0, world.drops(Reason.AUTH_FAILED));
        assertEquals(0, world.drops(Reason.MALFORMED));
    }

    @Test
    void aLineGoesFromOnePublisherToAnother() {
        var world = new World(3).delay(5 * MILLIS, 0);
        world.publisher("ann", 1, Form.SINGLE);
        world.publisher("bob", 2, Form.SINGLE);
        var student = world.subscriber("student", 1, 0);
        for (int i = 0; i < 6; i++) {
            String who = i % 2 == 0 ? "ann" : "bob";
            world.route("student", camera("v0", who, 720), voice("a0", who));
            world.run(2 * SECONDS);
            assertEquals(1 + i % 2, student.line("v0").last().picture().source());
        }
        Continuity.decodable(world, student.line("v0"), 100 * MILLIS);
        Continuity.complete(world, student.line("v0"), 100 * MILLIS);
        Continuity.onTime(world, student.line("v0"), 90_000, 60 * MILLIS);
        Continuity.onTime(world, student.line("a0"), 48_000, 60 * MILLIS);
    }

    @Test
    void whoWaitsForAPublisherGetsItWhenItComes() {
        var world = new World(4);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720), voice("a0", "teacher"));
        world.run(SECONDS);
        assertTrue(student.line("v0").packets.isEmpty());

        var teacher = world.publisher("teacher", 7, Form.RIDS);
        world.run(2 * SECONDS);
        assertTrue(student.line("v0").frames().size() > 40);

        world.core.close("teacher", world.nowNs);
        world.vanish(teacher);
        world.run(SECONDS);
        int before = student.line("v0").packets.size();
        world.publisher("teacher", 8, Form.SSRCS);
        world.run(2 * SECONDS);
        assertTrue(student.line("v0").packets.size() > before + 40);
        assertEquals(8, student.line("v0").last().picture().source());
        Continuity.decodable(world, student.line("v0"), 100 * MILLIS);
    }

    @Test
    void aPausedLineIsSilentAndComesBackWithAKeyFrame() {
        var world = new World(5).delay(10 * MILLIS, 0);
        world.publisher("teacher", 7, Form.SSRCS);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720), voice("a0", "teacher"));
        world.run(2 * SECONDS);
        world.core.pause("teacher", Publisher.CAMERA, true, world.nowNs);
        world.core.pause("teacher", Publisher.VOICE, true, world.nowNs);
        world.run(100 * MILLIS);
        int pictures = student.line("v0").packets.size();
        int voices = student.line("a0").packets.size();
        world.run(2 * SECONDS);
        assertEquals(pictures, student.line("v0").packets.size());
        assertEquals(voices, student.line("a0").packets.size());
        assertEquals(AudioMeter.SILENT, world.levels.get("teacher"));

        world.core.pause("teacher", Publisher.CAMERA, false, world.nowNs);
        world.core.pause("teacher", Publisher.VOICE, false, world.nowNs);
        world.run(SECONDS);
        assertTrue(student.line("v0").packets.size() > pictures + 20);
        assertTrue(student.line("a0").packets.size() > voices + 40);
        Continuity.decodable(world, student.line("v0"), 100 * MILLIS);
        Continuity.onTime(world, student.line("v0"), 90_000, 60 * MILLIS);
    }

    @Test
    void moreSlotsAreAddedBehindThoseThereAre() {
        var world = new World(6);
        world.publisher("teacher", 7, Form.SINGLE);
        var student = world.subscriber("student", 1, 1);
        world.route("student", camera("v0", "teacher", 720));
        world.run(SECONDS);
        world.negotiate("student", student, 3, 1, false);
        world.route("student", camera("v0", "teacher", 720), camera("v2", "teacher", 720));
        world.run(SECONDS);
        assertTrue(student.line("v2").frames().size() > 15);
        assertTrue(student.line("v0").frames().size() > 35);
        Continuity.decodable(world, student.line("v0"), 100 * MILLIS);
    }
}
