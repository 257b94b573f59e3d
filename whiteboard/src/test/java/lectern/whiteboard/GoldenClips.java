package lectern.whiteboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.protocol.board.Playback;
import org.jspecify.annotations.Nullable;

/// Golden examples of what a clip's player is told, and of the clock it is told by.
final class GoldenClips {
    private static final Instant BEGIN = Instant.ofEpochMilli(1_700_000_000_000L);

    record Heard(long roundTripMs, long atMs, long nowMs, double offsetMs) {}

    record Player(boolean moving, boolean seeking, double positionS, double durationS) {}

    record Order(boolean play, double rate, double seekS) {}

    record Said(boolean playing, double positionS, double rate, long atMs) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Step(@Nullable Said playback, long serverMs, Player player, long nowMs, Order order) {}

    record Life(String name, boolean nudges, List<Step> steps) {}

    record Cases(List<Heard> clock, List<Life> sync) {}

    static Cases cases() {
        return new Cases(clock(), List.of(life("a quick one", true, new SimulatedPlayer(60, 40, 1)),
                life("one that starts late", true, new SimulatedPlayer(60, 900, 1)),
                life("one that isn't nudged", false, new SimulatedPlayer(60, 150, 1.002)),
                life("one that can't keep up", true, new SimulatedPlayer(60, 300, 0.7))));
    }

    private static List<Heard> clock() {
        var clock = new ServerClock();
        var random = new Random(4);
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            long nowMs = 5_000L * i, there = 1 + random.nextInt(40), back = 1 + random.nextInt(40);
            long atMs = 1_700_000_000_000L + nowMs - back + (i < 20 ? 0 : 300);
            clock.heard((there + back) * 1_000_000, Instant.ofEpochMilli(atMs), nowMs * 1_000_000);
            var now = clock.now(nowMs * 1_000_000);
            heard.add(new Heard(there + back, atMs, nowMs,
                    Rounded.of(now.toEpochMilli() - nowMs + now.getNano() % 1_000_000 / 1e6)));
        }
        return heard;
    }

    private static Life life(String name, boolean nudges, SimulatedPlayer player) {
        var sync = new ClipSync(nudges);
        List<Step> steps = new ArrayList<>();
        Playback playback = null;
        for (long nowMs = 0; nowMs <= 16_000; nowMs += ClipSync.EVERY_MS) {
            var now = BEGIN.plusMillis(nowMs);
            playback = switch ((int) nowMs) {
                case 600 -> new Playback(true, 1, 1, now);
                case 5_000 -> new Playback(true, 30.013, 1.5, now.minusMillis(20));
                case 8_000 -> new Playback(false, 34.5, 1.5, now);
                case 9_000 -> new Playback(false, 12.345, 1, now);
                case 10_000 -> new Playback(true, 56, 1, now);
                case 15_000 -> new Playback(true, 3, 0.5, now);
                default -> playback;
            };
            player.runTo(nowMs);
            var state = player.state();
            var order = sync.step(playback, now, state, nowMs);
            var said = playback == null
                    ? null
                    : new Said(playback.playing(), playback.positionS(), playback.rate(),
                            playback.at().toEpochMilli());
            steps.add(new Step(said, now.toEpochMilli(),
                    new Player(state.moving(), state.seeking(), state.positionS(), state.durationS()), nowMs,
                    new Order(order.play(), order.rate(), order.seekS())));
            player.obey(order);
        }
        return new Life(name, nudges, steps);
    }
}
