package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import lectern.protocol.ParticipantId;
import org.junit.jupiter.api.Test;

class SpeakersTest {
    private static final ParticipantId A = new ParticipantId("a");
    private static final ParticipantId B = new ParticipantId("b");
    private static final ParticipantId C = new ParticipantId("c");
    private final Speakers speakers = new Speakers();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    private boolean at(int ms, Map<ParticipantId, Integer> levels) {
        now = now.plusMillis(ms);
        return speakers.onLevels(levels, now);
    }

    @Test
    void whoBeganFirstIsFirstUntilTheyPause() {
        assertTrue(at(0, Map.of(A, 30)));
        assertTrue(at(100, Map.of(B, 30)));
        assertEquals(List.of(A, B), speakers.order());
        assertFalse(at(100, Map.of(A, 127)), "a breath is no pause");
        assertFalse(at(300, Map.of(A, 30)));
        at(100, Map.of(A, 127));
        assertTrue(at(1_000, Map.of(B, 31)));
        assertEquals(List.of(B, A), speakers.order());
        at(100, Map.of(C, 30));
        assertEquals(List.of(B, C, A), speakers.order());
    }

    @Test
    void theEndOfAPauseIsADeadline() {
        at(0, Map.of(A, 30));
        assertTrue(speakers.nextDeadline().isEmpty());
        at(100, Map.of(A, 127));
        Instant due = speakers.nextDeadline().orElseThrow();
        speakers.settle(due);
        assertTrue(speakers.nextDeadline().isEmpty());
    }

    @Test
    void aHummingFanYieldsToAVoice() {
        for (int i = 0; i < 50; i++) at(100, Map.of(A, 49));
        for (int i = 0; i < 50; i++) at(100, Map.of(B, 25));
        assertEquals(List.of(B, A), speakers.order());
    }

    @Test
    void softNoiseIsNobodySpeaking() {
        assertFalse(at(0, Map.of(A, 70)));
        assertEquals(List.of(), speakers.order());
        assertEquals(Map.of(A, 70), speakers.heard());
    }

    @Test
    void whoIsGoneIsForgotten() {
        at(0, Map.of(A, 30, B, 30));
        assertTrue(speakers.remove(A));
        assertFalse(speakers.remove(A));
        assertEquals(List.of(B), speakers.order());
    }
}
