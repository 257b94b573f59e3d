package lectern.sfu.core;

import static lectern.sfu.core.World.MILLIS;
import static lectern.sfu.core.World.SECONDS;
import static lectern.sfu.core.World.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.sfu.core.Publisher.Form;
import org.junit.jupiter.api.Test;

class LayerPolicyTest {
    @Test
    void theSmallestThatFillsTheHeightAmongThoseThatFlow() {
        var world = new World(1);
        var teacher = world.publisher("teacher", 7, Form.SSRCS);
        teacher.setActive(0, false);
        teacher.setActive(1, false);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 90));
        world.run(SECONDS);
        assertEquals(2, student.line("v0").last().picture().layer(), "the only one that flows");
        teacher.setActive(1, true);
        world.run(SECONDS);
        assertEquals(1, student.line("v0").last().picture().layer());
        teacher.setActive(0, true);
        world.run(SECONDS);
        assertEquals(0, student.line("v0").last().picture().layer());
        Continuity.decodable(world, student.line("v0"), 100 * MILLIS);
    }

    @Test
    void aLittleStretchingIsFine() {
        var world = new World(2);
        world.publisher("teacher", 7, Form.SSRCS);
        var student = world.subscriber("student", 1, 0);
        world.route("student", camera("v0", "teacher", 440));
        world.run(SECONDS);
        assertEquals(1, student.line("v0").last().picture().layer());
        world.route("student", camera("v0", "teacher", 460));
        world.run(SECONDS);
        assertEquals(2, student.line("v0").last().picture().layer());
    }
}
