package lectern.sfu.core;

import static lectern.sfu.core.World.MILLIS;
import static lectern.sfu.core.World.SECONDS;
import static lectern.sfu.core.World.camera;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.sfu.core.Publisher.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulcastTest {
    @ParameterizedTest
    @ValueSource(longs = { 11, 12, 13, 14, 15, 16})
    void sizesChangeWithoutABreak(long seed) {
        var world = new World(seed).delay(15 * MILLIS, seed % 2 == 0 ? 6 * MILLIS : 0).loss(seed % 3 == 0 ? 0.02 : 0);
        world.publisher("teacher", 7, seed % 2 == 0 ? Form.SSRCS : Form.RIDS);
        var student = world.subscriber("student", 1, 0);
        var shown = student.line("v0");
        int[] heights = { 720, 180, 360, 100, 1080, 720, 200};
        int[] layers = { 2, 0, 1, 0, 2, 2, 0};
        for (int i = 0; i < heights.length; i++) {
            world.route("student", camera("v0", "teacher", heights[i]));
            world.run(1_500 * MILLIS);
            assertEquals(layers[i], shown.last().picture().layer(), "seed " + seed + " at " + heights[i]);
        }
        Continuity.complete(world, shown, SECONDS);
        Continuity.decodable(world, shown, SECONDS);
        // The layers' own clocks start anywhere: only the sender reports bring them together.
        Continuity.onTime(world, shown, 90_000, 250 * MILLIS);
        assertTrue(shown.frames().size() > 240, shown.frames().size() + " frames of 262");
    }

    @Test
    void aLayerThatStopsIsReplacedByTheNextSmaller() {
        var world = new World(21).delay(10 * MILLIS, 0);
        var teacher = world.publisher("teacher", 7, Form.RIDS);
        var student = world.subscriber("student", 1, 0);
        var shown = student.line("v0");
        world.route("student", camera("v0", "teacher", 720));
        world.run(SECONDS);
        assertEquals(2, shown.last().picture().layer());

        teacher.setActive(2, false);
        world.run(1_200 * MILLIS);
        assertEquals(1, shown.last().picture().layer());
        teacher.setActive(2, true);
        world.run(SECONDS);
        assertEquals(2, shown.last().picture().layer());
        Continuity.complete(world, shown, 100 * MILLIS);
        Continuity.decodable(world, shown, 100 * MILLIS);
    }

    @Test
    void eachViewerHasItsOwnSize() {
        var world = new World(22);
        world.publisher("teacher", 7, Form.SSRCS);
        var viewers = new Subscriber[6];
        for (int i = 0; i < viewers.length; i++) {
            viewers[i] = world.subscriber("s" + i, 1, 0);
            world.route("s" + i, camera("v0", "teacher", 180 << i % 3));
        }
        world.run(3 * SECONDS);
        for (int i = 0; i < viewers.length; i++) {
            assertEquals(i % 3, viewers[i].line("v0").last().picture().layer());
            Continuity.decodable(world, viewers[i].line("v0"), 100 * MILLIS);
            Continuity.complete(world, viewers[i].line("v0"), 100 * MILLIS);
        }
    }
}
