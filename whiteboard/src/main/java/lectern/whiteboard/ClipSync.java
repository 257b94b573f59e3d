package lectern.whiteboard;

import java.time.Duration;
import java.time.Instant;
import lectern.protocol.board.Playback;
import org.jspecify.annotations.Nullable;

/// Keeps one player where all are. Pure: asked every [#EVERY_MS] and whenever something changed, it says what the player is to do.
///
/// ```
///   far off ──► seek, ahead by what seeking takes here ──► wait until it has settled ──► near? play a little faster or slower : seek again
/// ```
/// A player needs a while to get going after a seek, each machine its own; how far behind it came out is learned and
/// added the next time. Who can't keep up at all is put right ever more seldom, since each seek costs it even more.
public final class ClipSync {
    public static final int EVERY_MS = 200;
    /// In seconds of real time. All players are to be within this of the truth, so twice this apart from one another.
    static final double NEAR_S = 0.09;
    private static final double FAR_S = 0.5; // for one that is nudged: two seconds of that are better than a gap
    private static final double NUDGED_FROM_S = 0.03, NUDGED_TO_S = 0.015;
    /// Of the speed: a twentieth isn't heard, a quarter for a moment is borne.
    private static final double NUDGE_STEP = 0.02, MOST_NUDGE = 0.24, NUDGE_PER_S = 0.6;
    private static final double STILL_NEAR_S = 0.02; // of a picture that stands
    private static final double END_S = 0.1;
    private static final double UNDER_WAY_S = 0.1; // so far beyond the place it was sent to, it is playing
    private static final long SETTLE_MS = 500, LONGEST_PAUSE_MS = 5_000, PATIENCE_MS = 3_000;
    private static final double LONGEST_LEAD_S = 3;
    private static final int LAGS = 3; // the least of the last few counts: a busy machine is slow now and quick the next time

    /// How a player stands.
    ///
    /// @param moving    it was told to play
    /// @param seeking   it is on its way to another place
    /// @param durationS 0 while unknown
    public record Player(boolean moving, boolean seeking, double positionS, double durationS) {}

    /// How it is to be from now on; what it is already needn't be said to it again.
    ///
    /// @param seekS where to seek, in seconds; negative for nowhere
    public record Order(boolean play, double rate, double seekS) {
        public boolean seeks() { return seekS >= 0; }
    }

    private final boolean nudges;
    private final double[] lagsS = new double[LAGS];
    private int lags;
    private double leadS;
    private boolean learns; // the newest seek was while it played: what came of it says how long that takes here
    private double nudge = 1;
    private double sentToS; // where it set out from
    private long settledAtMs = Long.MIN_VALUE / 2;
    private long pauseMs = SETTLE_MS;
    private double stillAtS = -1; // sought already
    private @Nullable Playback last;

    /// @param nudges the player changes its speed without a gap in what is heard
    public ClipSync(boolean nudges) {
        this.nudges = nudges;
    }

    /// @param playback null where it hasn't been played
    /// @param now      the server's time
    /// @param nowMs    of a clock of ours, which only goes forward
    public Order step(@Nullable Playback playback, Instant now, Player player, long nowMs) {
        boolean another = playback == null ? last != null : !playback.equals(last);
        last = playback;
        if (another) {
            learns = false;
            nudge = 1;
            stillAtS = -1;
            pauseMs = SETTLE_MS;
            if (!player.seeking()) {
                settledAtMs = nowMs;
                sentToS = -UNDER_WAY_S;
            }
        }
        if (playback == null) return still(0, 1, player, nowMs);
        double atS = positionS(playback, now);
        boolean over = player.durationS() > 0 && atS >= player.durationS();
        if (over) return still(player.durationS(), playback.rate(), player, nowMs);
        if (!playback.playing()) return still(atS, playback.rate(), player, nowMs);
        return moving(atS, playback.rate(), player, nowMs);
    }

    /// Finer than [Playback#positionS], which counts whole milliseconds.
    public static double positionS(Playback playback, Instant now) {
        if (!playback.playing()) return playback.positionS();
        return playback.positionS()
                + playback.rate() * Math.max(0, Duration.between(playback.at(), now).toNanos() / 1e9);
    }

    private Order still(double atS, double rate, Player player, long nowMs) {
        learns = false;
        nudge = 1;
        double durationS = player.durationS();
        boolean atEnd = durationS > 0 && atS >= durationS - END_S && player.positionS() >= durationS - 2 * END_S;
        // Not again where it was sought already: a player may know places only to the frame.
        boolean there = atEnd || Math.abs(player.positionS() - atS) <= STILL_NEAR_S
                || stillAtS == atS && !player.moving();
        if (there || player.seeking() && nowMs - settledAtMs < PATIENCE_MS) return new Order(false, rate, -1);
        stillAtS = atS;
        settledAtMs = nowMs + SETTLE_MS;
        return new Order(false, rate, atS);
    }

    private Order moving(double atS, double rate, Player player, long nowMs) {
        stillAtS = -1;
        double behindS = (atS - player.positionS()) / rate;
        if (!player.moving() && nudges && Math.abs(behindS) <= NEAR_S) {
            settledAtMs = nowMs + SETTLE_MS;
            sentToS = player.positionS();
            return new Order(true, rate, -1); // it stands where it is to begin
        }
        if (!player.moving()) return seek(atS, rate, player, nowMs, false);
        boolean underWay = !player.seeking() && player.positionS() >= sentToS + UNDER_WAY_S;
        long restedMs = nowMs - settledAtMs;
        if (restedMs < 0 || !underWay && restedMs < PATIENCE_MS) return new Order(true, rate * nudge, -1);
        if (learns) {
            leadS = learned(behindS);
            learns = false;
        }
        if (Math.abs(behindS) > (nudges ? FAR_S : NEAR_S)) return seek(atS, rate, player, nowMs, true);
        if (restedMs > LONGEST_PAUSE_MS) pauseMs = SETTLE_MS;
        if (!nudges || Math.abs(behindS) <= NUDGED_TO_S) nudge = 1;
        else
            if (nudge != 1 || Math.abs(behindS) >= NUDGED_FROM_S)
                nudge = 1 + NUDGE_STEP
                        * Math.rint(Math.clamp(NUDGE_PER_S * behindS, -MOST_NUDGE, MOST_NUDGE) / NUDGE_STEP);
        return new Order(true, rate * nudge, -1);
    }

    private double learned(double behindS) {
        lagsS[lags++ % LAGS] = Math.clamp(leadS + behindS, -LONGEST_LEAD_S, LONGEST_LEAD_S);
        double least = lagsS[0];
        for (int i = 1; i < Math.min(lags, LAGS); i++) least = Math.min(least, lagsS[i]);
        return least;
    }

    private Order seek(double atS, double rate, Player player, long nowMs, boolean again) {
        nudge = 1;
        learns = true;
        settledAtMs = nowMs + pauseMs;
        if (again) pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
        double toS = Math.max(0, atS + leadS * rate);
        sentToS = player.durationS() > 0 ? Math.min(toS, player.durationS()) : toS;
        return new Order(true, rate, sentToS);
    }
}
