package lectern.classroom;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lectern.protocol.ParticipantId;

/// Who speaks, and in which order they have a claim to be heard. First those who are talking, in the order in which they
/// began; then those who talked before, the latest first. So a line changes hands only when somebody pauses, or is
/// drowned: one who is much louder moves ahead, which keeps a humming fan from holding a line.
final class Speakers {
    /// -50 dBov: a soft voice at a headset is around -40, a quiet room below -60.
    private static final int TALKING_LEVEL = 50;
    private static final double MUCH_LOUDER_DB = 15;
    static final Duration PAUSE = Duration.ofMillis(1_000);
    static final int SILENT = 127;

    private static final class Voice {
        int level = SILENT;
        double smoothed = SILENT;
        boolean talking;
        Instant lastLoud = Instant.EPOCH;
    }

    private final Map<ParticipantId, Voice> voices = new HashMap<>();
    private final List<ParticipantId> order = new ArrayList<>();

    /// Those who have talked, the strongest claim first.
    List<ParticipantId> order() {
        return order;
    }

    /// Levels other than silence.
    Map<ParticipantId, Integer> heard() {
        var heard = new HashMap<ParticipantId, Integer>();
        voices.forEach((id, voice) -> {
            if (voice.level < SILENT) heard.put(id, voice.level);
        });
        return heard;
    }

    /// Returns whether the order is another one now.
    boolean onLevels(Map<ParticipantId, Integer> levels, Instant now) {
        levels.forEach((id, level) -> voices.computeIfAbsent(id, _ -> new Voice()).level = level);
        return settle(now);
    }

    boolean remove(ParticipantId id) {
        voices.remove(id);
        return order.remove(id);
    }

    Optional<Instant> nextDeadline() {
        return voices.values().stream().filter(v -> v.talking && v.level > TALKING_LEVEL)
                .map(v -> v.lastLoud.plus(PAUSE)).min(Instant::compareTo);
    }

    boolean settle(Instant now) {
        boolean changed = false;
        for (var entry : voices.entrySet()) {
            Voice voice = entry.getValue();
            if (voice.level <= TALKING_LEVEL) {
                // Ten levels a second come from who speaks: an average over half a second of speech, breaths left out.
                voice.smoothed = voice.talking ? voice.smoothed + (voice.level - voice.smoothed) * 0.2 : voice.level;
                voice.lastLoud = now;
            }
            if (!voice.talking && voice.level <= TALKING_LEVEL) changed |= begin(entry.getKey(), voice);
            else
                if (voice.talking && !now.isBefore(voice.lastLoud.plus(PAUSE))) changed |= pause(entry.getKey(), voice);
        }
        return overtake() | changed;
    }

    private boolean begin(ParticipantId id, Voice voice) {
        voice.talking = true;
        return moveBehindTalkers(id);
    }

    private boolean pause(ParticipantId id, Voice voice) {
        voice.talking = false;
        return moveBehindTalkers(id);
    }

    private boolean moveBehindTalkers(ParticipantId id) {
        int before = order.indexOf(id);
        if (before >= 0) order.remove(before);
        int place = talkers();
        order.add(place, id);
        return before != place;
    }

    private int talkers() {
        return (int) order.stream().filter(id -> voices.get(id).talking).count();
    }

    private boolean overtake() {
        boolean changed = false;
        for (int i = talkers() - 1; i > 0; i--) {
            ParticipantId ahead = order.get(i - 1);
            ParticipantId behind = order.get(i);
            if (voices.get(behind).smoothed + MUCH_LOUDER_DB > voices.get(ahead).smoothed) continue;
            order.set(i - 1, behind);
            order.set(i, ahead);
            changed = true;
        }
        return changed;
    }
}
