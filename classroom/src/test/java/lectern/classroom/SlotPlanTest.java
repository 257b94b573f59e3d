package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lectern.classroom.SlotPlan.Source;
import lectern.protocol.ParticipantId;
import lectern.protocol.Slot;
import lectern.protocol.TrackKind;
import org.junit.jupiter.api.Test;

class SlotPlanTest {
    private static final Pool POOL = Pool.ofSlots(4);

    private static Source of(int n, TrackKind track) {
        return new Source(new ParticipantId("p" + n), track);
    }

    private static List<Source> mics(int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(n -> of(n, TrackKind.MICROPHONE)).toList();
    }

    private static Map<String, Source> byMid(SlotPlan plan) {
        var map = new HashMap<String, Source>();
        for (Slot slot : plan.slots()) map.put(slot.mid(), new Source(slot.participant(), slot.track()));
        assertEquals(plan.slots().size(), map.size(), "a line carries one source");
        return map;
    }

    @Test
    void pictureAndVoiceShareASlotAndAScreenBringsItsOwnSound() {
        var pictures = List.of(of(1, TrackKind.SCREEN), of(1, TrackKind.CAMERA));
        var sounds = Set.of(of(1, TrackKind.SCREEN_AUDIO), of(1, TrackKind.MICROPHONE), of(2, TrackKind.MICROPHONE));
        var plan = byMid(SlotPlan.EMPTY.next(POOL, pictures, sounds, mics(2, 1)));
        assertEquals(Map.of("v0", of(1, TrackKind.SCREEN), "a0", of(1, TrackKind.SCREEN_AUDIO), "v1",
                of(1, TrackKind.CAMERA), "a1", of(1, TrackKind.MICROPHONE), "x0", of(2, TrackKind.MICROPHONE)), plan);
    }

    @Test
    void theOrderOfTheViewsDoesNotMoveWhatIsShown() {
        var first = SlotPlan.EMPTY.next(POOL, List.of(of(1, TrackKind.CAMERA), of(2, TrackKind.CAMERA)), Set.of(),
                List.of());
        var second = first.next(POOL,
                List.of(of(3, TrackKind.CAMERA), of(2, TrackKind.CAMERA), of(1, TrackKind.CAMERA)),
                Set.of(), List.of());
        assertEquals(
                Map.of("v0", of(1, TrackKind.CAMERA), "v1", of(2, TrackKind.CAMERA), "v2", of(3, TrackKind.CAMERA)),
                byMid(second));
    }

    @Test
    void whoMovesAheadTakesTheLineOfWhoFellOut() {
        var sounds = new HashSet<>(mics(1, 2, 3, 4, 5, 6, 7, 8));
        var first = SlotPlan.EMPTY.next(POOL, List.of(), sounds, mics(1, 2, 3, 4, 5, 6, 7, 8));
        assertEquals(7, first.slots().size(), "voice lines, then the sound lines of empty slots");
        var second = first.next(POOL, List.of(), sounds, mics(8, 1, 2, 3, 4, 5, 6, 7));
        var changed = new HashMap<>(byMid(second));
        changed.entrySet().removeIf(e -> byMid(first).get(e.getKey()).equals(e.getValue()));
        assertEquals(List.of(of(8, TrackKind.MICROPHONE)), List.copyOf(changed.values()));
    }

    /// Random wishes on a pool that grows: nothing is carried twice, nothing unwanted is carried, what was wanted before
    /// and is still wanted stays where it was, and no line is idle while somebody waits.
    @Test
    void plansAreCompleteAndStable() {
        for (long seed = 1; seed <= 300; seed++) {
            var random = new Random(seed);
            SlotPlan plan = SlotPlan.EMPTY;
            Pool pool = POOL;
            for (int step = 0; step < 30; step++) {
                if (random.nextInt(10) == 0) pool = pool.grownTo(random.nextInt(40));
                var pictures = new ArrayList<Source>();
                var sounds = new HashSet<Source>();
                for (int n = 0; n < 14; n++) {
                    if (random.nextBoolean()) pictures.add(of(n, TrackKind.CAMERA));
                    if (random.nextInt(6) == 0) pictures.add(of(n, TrackKind.SCREEN));
                    if (random.nextBoolean()) sounds.add(of(n, TrackKind.MICROPHONE));
                    if (random.nextInt(6) == 0) sounds.add(of(n, TrackKind.SCREEN_AUDIO));
                }
                Collections.shuffle(pictures, random);
                var voices = new ArrayList<>(sounds.stream().filter(s -> s.track() == TrackKind.MICROPHONE).toList());
                Collections.shuffle(voices, random);
                SlotPlan next = plan.next(pool, pictures, sounds, voices);
                check(plan, next, pool, pictures, sounds, voices, "seed " + seed + " step " + step);
                plan = next;
            }
        }
    }

    private static void check(SlotPlan before, SlotPlan plan, Pool pool, List<Source> pictures, Set<Source> sounds,
            List<Source> voices, String where) {
        var now = byMid(plan);
        assertEquals(now.size(), new HashSet<>(now.values()).size(), where + ": carried twice");
        int places = pool.slots().size();
        var shown = pictures.subList(0, Math.min(places, pictures.size()));
        for (Source picture : shown) assertTrue(now.containsValue(picture), where + ": " + picture + " is missing");
        now.forEach((mid, source) -> {
            boolean isPicture = mid.startsWith("v");
            assertEquals(isPicture, !source.track().isAudio(), where);
            assertTrue(isPicture ? shown.contains(source) : sounds.contains(source), where + ": unwanted " + source);
            Source slotPicture = mid.startsWith("a") ? now.get("v" + mid.substring(1)) : null;
            if (slotPicture != null) assertEquals(slotPicture.voice(), source, where + ": lips and voice");
        });
        long silentLines = pool.mids().filter(mid -> !mid.startsWith("v") && !now.containsKey(mid))
                .filter(mid -> mid.startsWith("x") || !now.containsKey("v" + mid.substring(1))).count();
        if (silentLines > 0)
            for (Source voice : voices) assertTrue(now.containsValue(voice), where + ": " + voice + " could be heard");
        byMid(before).forEach((mid, source) -> {
            if (mid.startsWith("v") && shown.contains(source)) assertEquals(source, now.get(mid), where + ": moved");
        });
    }
}
