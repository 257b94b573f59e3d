package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JoinTimesTest {
    private static Map<String, Double> join(double tlsMs, double iceMs, double paintMs) {
        var steps = new LinkedHashMap<String, Double>();
        steps.put("tls", tlsMs);
        steps.put("ice", iceMs);
        steps.put("paint", paintMs);
        return steps;
    }

    @Test
    void stepsCountFromTheEndOfTheOneBefore() {
        var times = JoinTimes.of(List.of(join(10, 30, 100), join(20, 60, 90), join(30, 90, 200)));
        assertEquals(Map.of("tls", 20.0, "ice", 40.0, "paint", 70.0), times.steps());
        assertEquals(List.of("tls", "ice", "paint"), List.copyOf(times.steps().keySet()));
        assertEquals(100, times.p50Ms());
        assertEquals(100, times.firstMs());
    }

    @Test
    void aStepThatWasDoneEarlyTookNothing() {
        assertEquals(Map.of("tls", 50.0, "ice", 0.0, "paint", 50.0),
                JoinTimes.of(List.of(join(50, 20, 100))).steps());
    }

    @Test
    void ofThirtyTheWorstIsBeyondTheNinetyFifth() {
        var joins = new ArrayList<Map<String, Double>>();
        for (int i = 30; i >= 1; i--)
            joins.add(join(1, 2, 10 * i));
        var times = JoinTimes.of(joins);
        assertEquals(150, times.p50Ms());
        assertEquals(290, times.p95Ms());
        assertEquals(300, times.worstMs());
    }

    @Test
    void aJoinWithoutPictureIsAFailureAndNoTime() {
        var times = JoinTimes.of(List.of(join(1, 2, 3), Map.of()));
        assertEquals(1, times.failed());
        assertEquals(List.of(3.0), times.allMs());
        assertThrows(IllegalStateException.class, () -> JoinTimes.of(List.of(Map.of())));
    }
}
