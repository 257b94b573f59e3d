package lectern.whiteboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.protocol.board.Playback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A class of simulated players in virtual time, each with a clock that is a little off and a machine of its own.
class ClipSyncTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final double LENGTH_S = 600;

    private static final class Seat {
        final SimulatedPlayer player;
        final ClipSync sync;
        final long clockOffMs;
        final long phaseMs;

        Seat(SimulatedPlayer player, boolean nudges, long clockOffMs, long phaseMs) {
            this.player = player;
            sync = new ClipSync(nudges);
            this.clockOffMs = clockOffMs;
            this.phaseMs = phaseMs;
        }
    }

    private final List<Seat> seats = new ArrayList<>();
    private @Nullable Playback playback;
    private long nowMs;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8})
    void aClassOfMachinesStaysTogether(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 12; i++) seats.add(seat(random));
        say(true, 0, 1);
        for (int round = 0; round < 12; round++) {
            run(7_000);
            assertTogether("seed " + seed + ", round " + round);
            switch (random.nextInt(4)) {
                case 0 -> say(true, random.nextDouble() * 500, playback.rate());
                case 1 -> say(true, at(), 0.5 + random.nextInt(4) * 0.5);
                case 2 -> {
                    say(false, at(), playback.rate());
                    run(3_000);
                    for (var seat : seats)
                        assertEquals(at(), seat.player.positionS(), 0.021, "all stand at one picture");
                    say(true, at(), playback.rate());
                }
                default -> seats.add(seat(random)); // comes late
            }
        }
    }

    @Test
    void aSlowSeekIsLearnedAndThenRightAtOnce() {
        var seat = new Seat(new SimulatedPlayer(LENGTH_S, 900, 1), true, 0, 0);
        seats.add(seat);
        say(true, 10, 1);
        run(8_000);
        int before = seat.player.seeks;
        say(true, 100, 1);
        run(1_200);
        assertEquals(at(), seat.player.positionS(), 0.12);
        assertEquals(before + 1, seat.player.seeks);
    }

    @Test
    void whoCannotKeepUpIsPutRightEverMoreSeldom() {
        var seat = new Seat(new SimulatedPlayer(LENGTH_S, 300, 0.6), true, 0, 0);
        seats.add(seat);
        say(true, 0, 1);
        run(100_000);
        assertTrue(seat.player.seeks < 25, seat.player.seeks + " seeks");
    }

    @Test
    void itStandsAtItsEndAndComesBackFromThere() {
        seats.add(new Seat(new SimulatedPlayer(20, 100, 1), true, 0, 0));
        say(true, 15, 1);
        run(9_000);
        var player = seats.getFirst().player;
        assertEquals(20, player.positionS(), 0.2);
        int seeks = player.seeks;
        run(20_000);
        assertEquals(seeks, player.seeks, "it rests there");
        say(true, 2, 1);
        run(4_000);
        assertEquals(6, player.positionS(), 0.1);
    }

    @Test
    void whatWasNeverPlayedStandsAtItsBeginning() {
        seats.add(new Seat(new SimulatedPlayer(20, 100, 1), true, 0, 0));
        run(3_000);
        assertEquals(0, seats.getFirst().player.seeks);
        assertEquals(0, seats.getFirst().player.positionS());
    }

    private Seat seat(Random random) {
        boolean nudges = random.nextInt(3) > 0;
        return new Seat(new SimulatedPlayer(LENGTH_S, 20 + random.nextInt(700), 0.998 + random.nextDouble() * 0.004),
                nudges,
                random.nextInt(21) - 10, random.nextInt(20) * 10);
    }

    private void say(boolean playing, double positionS, double rate) {
        playback = new Playback(playing, positionS, rate, BEGIN.plusMillis(nowMs));
    }

    private double at() { return playback == null ? 0 : ClipSync.positionS(playback, BEGIN.plusMillis(nowMs)); }

    private void run(long ms) {
        for (long until = nowMs + ms; nowMs < until; nowMs += 10)
            for (var seat : seats) {
                seat.player.runTo(nowMs);
                if ((nowMs + seat.phaseMs) % ClipSync.EVERY_MS == 0)
                    seat.player.obey(seat.sync.step(playback, BEGIN.plusMillis(nowMs + seat.clockOffMs),
                            seat.player.state(), nowMs));
            }
    }

    private void assertTogether(String where) {
        double first = Double.MAX_VALUE, last = 0;
        for (var seat : seats) {
            seat.player.runTo(nowMs);
            first = Math.min(first, seat.player.positionS() / playback.rate());
            last = Math.max(last, seat.player.positionS() / playback.rate());
        }
        assertTrue(last - first <= 0.2, where + ": " + (last - first) + " s apart");
    }
}
