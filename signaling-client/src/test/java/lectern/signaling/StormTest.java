package lectern.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.protocol.ServerMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A session in weather: whatever breaks, events arrive whole, and when the storm is over the session is live.
class StormTest {
    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void eventsArriveInOrderAndWithoutAGapWhateverBreaks(long seed) {
        var world = new StormyNetwork(seed);
        world.run(SECOND);
        world.breaks = 0.03;
        world.silences = 0.01;
        for (int second = 0; second < 600; second++) {
            for (int n = world.random.nextInt(4); n > 0; n--) world.event();
            world.run(SECOND);
        }
        world.breaks = world.silences = 0;
        world.run(40 * SECOND);
        world.event();
        world.run(SECOND);
        assertInstanceOf(SessionState.Live.class, world.state, "seed " + seed);
        assertEquals(world.seq, lastSeq(world.delivered, seed), "seed " + seed);
        assertTrue(world.connectsNs.size() > 10, "seed " + seed + ": it did break " + world.connectsNs.size());
    }

    @ParameterizedTest
    @ValueSource(longs = { 21, 22, 23, 24, 25, 26, 27, 28})
    void aRestartedServerIsFoundWithinTwoSeconds(long seed) {
        var world = new StormyNetwork(seed);
        world.run(10 * SECOND);
        world.stopServer();
        world.run(2 * SECOND + world.random.nextInt(1_000_000_000));
        world.serverUp = true;
        world.run(2 * SECOND);
        assertInstanceOf(SessionState.Live.class, world.state, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = { 31, 32, 33})
    void aServerThatIsGoneIsAskedFewTimes(long seed) {
        var world = new StormyNetwork(seed);
        world.run(10 * SECOND);
        world.stopServer();
        int before = world.connectsNs.size();
        world.run(3600 * SECOND);
        int tries = world.connectsNs.size() - before;
        assertTrue(tries > 600 && tries < 1_600, "seed " + seed + ": " + tries + " tries in an hour");
        world.serverUp = true;
        world.run(6 * SECOND);
        assertInstanceOf(SessionState.Live.class, world.state, "seed " + seed);
    }

    private static long lastSeq(List<ServerMessage> delivered, long seed) {
        long seq = -1;
        for (var message : delivered) switch (message) {
            case ServerMessage.Welcome welcome -> {
                assertTrue(welcome.seq() >= seq, "seed " + seed);
                seq = welcome.seq();
            }
            case ServerMessage.Happened happened -> {
                assertEquals(seq + 1, happened.seq(), "seed " + seed);
                seq = happened.seq();
            }
            default -> {
            }
        }
        return seq;
    }
}
