package lectern.sfu.core;

import static lectern.sfu.core.World.MILLIS;
import static lectern.sfu.core.World.SECONDS;
import static lectern.sfu.core.World.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.sfu.core.Publisher.Form;
import org.junit.jupiter.api.Test;

class KeyFrameTest {
    @Test
    void whoComesLateAsksAtOnceAndSeesAPictureWithinARoundTrip() {
        var world = new World(1).delay(20 * MILLIS, 0);
        var teacher = world.publisher("teacher", 7, Form.SINGLE);
        world.run(3 * SECONDS);
        assertEquals(0, teacher.plis());
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720));
        world.run(400 * MILLIS);
        assertEquals(1, teacher.plis());
        long connectedToPicture = student.line("v0").packets.firstEntry().getValue().atNs();
        assertTrue(world.nowNs - connectedToPicture > 150 * MILLIS, "first packet only "
                + (world.nowNs - connectedToPicture) / MILLIS + " ms ago");
        Continuity.decodable(world, student.line("v0"), 50 * MILLIS);
    }

    @Test
    void aClassThatComesTogetherCostsOneKeyFrame() {
        var world = new World(2).delay(20 * MILLIS, 0);
        var teacher = world.publisher("teacher", 7, Form.SINGLE);
        world.run(3 * SECONDS);
        var students = new Subscriber[20];
        for (int i = 0; i < students.length; i++) {
            students[i] = world.subscriber("s" + i, 1, 0);
            world.route("s" + i, camera("v0", "teacher", 720));
            world.run(10 * MILLIS);
        }
        world.run(300 * MILLIS);
        for (Subscriber student : students) {
            assertFalse(student.line("v0").decoded().isEmpty());
            Continuity.decodable(world, student.line("v0"), 50 * MILLIS);
        }
        assertEquals(1, teacher.plis());
        assertEquals(2, teacher.keys());
    }

    @Test
    void aYoungKeyFrameIsShownAgainFromTheCache() {
        var world = new World(3).delay(20 * MILLIS, 0);
        var teacher = world.publisher("teacher", 7, Form.SINGLE);
        var first = world.subscriber("first", 1, 0);
        var second = world.subscriber("second", 2, 0);
        world.run(3 * SECONDS);
        world.route("first", camera("v0", "teacher", 720));
        world.run(200 * MILLIS);
        int plis = teacher.plis();
        world.route("second", camera("v1", "teacher", 720));
        world.run(26 * MILLIS);
        assertFalse(second.line("v1").decoded().isEmpty(), "one way after it was asked for");
        world.run(SECONDS);
        assertEquals(plis, teacher.plis());
        Continuity.decodable(world, second.line("v1"), 100 * MILLIS);
        Continuity.complete(world, second.line("v1"), 100 * MILLIS);
        Continuity.decodable(world, first.line("v0"), 100 * MILLIS);
    }

    @Test
    void wishesOfViewersAreMerged() {
        var world = new World(4).delay(5 * MILLIS, 0);
        var teacher = world.publisher("teacher", 7, Form.SINGLE);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 720));
        world.run(3 * SECONDS);
        int before = teacher.plis();
        for (int i = 0; i < 100; i++) {
            student.askForKeyFrame("v0");
            world.run(20 * MILLIS);
        }
        int asked = teacher.plis() - before;
        assertTrue(asked >= 4 && asked <= 5, asked + " requests in 2 s");
    }

    @Test
    void aKeyFrameWhoseBeginningIsLateIsShownWhole() {
        for (long seed = 30; seed < 40; seed++) {
            var world = new World(seed).delay(10 * MILLIS, 60 * MILLIS);
            world.publisher("teacher", 7, Form.SINGLE);
            world.run(2 * SECONDS);
            var student = world.subscriber("student", 1, 0);
            student.repairs = false;
            world.route("student", camera("v0", "teacher", 720));
            world.run(3 * SECONDS);
            Continuity.complete(world, student.line("v0"), 200 * MILLIS);
            Continuity.decodable(world, student.line("v0"), 200 * MILLIS);
        }
    }
}
