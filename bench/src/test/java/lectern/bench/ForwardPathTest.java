package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// That what is measured is real: packets go in and come out whole.
class ForwardPathTest {
    @ParameterizedTest
    @ValueSource(ints = { 1, 4})
    void forwardsEveryPacketToEverySubscriber(int burst) throws IOException {
        try (var path = new ForwardPath(3, 1_200, burst)) {
            path.check();
            assertTrue(path.run(160).cpuNs() > 0); // it throws when some are missing
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 4, 5})
    void theMedianIsInTheMiddle(int values) {
        double[] measured = { 9, 1, 5, 3, 100};
        Spread spread = Spread.of(Arrays.copyOf(measured, values));
        assertEquals(values == 4 ? 4 : 5, spread.median());
        assertEquals(1, spread.min());
        assertEquals(values == 4 ? 9 : 100, spread.max());
    }
}
