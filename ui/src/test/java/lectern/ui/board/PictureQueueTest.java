package lectern.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lectern.ui.board.PictureQueue.Order.Ask;
import lectern.ui.board.PictureQueue.Order.GiveUp;
import lectern.ui.board.Wish.Rank;
import org.junit.jupiter.api.Test;

class PictureQueueTest {
    private final PictureQueue queue = new PictureQueue();
    private final Set<Cut> there = new HashSet<>();

    @Test
    void whatIsSeenGoesFirstAndFewAtATime() {
        queue.want("strip", wishes(Rank.SMALL, 100, 101, 102, 103));
        assertEquals(List.of(100, 101, 102), asked(0), "never all the line for small pictures");
        queue.want("board", wishes(Rank.SEEN, 1, 2, 3, 4, 5));
        assertEquals(List.of(1, 2, 3), asked(0));
        queue.came(cut(100));
        assertEquals(List.of(4), asked(0));
        for (int i : new int[]{ 1, 2, 3, 4, 101, 102}) queue.came(cut(i));
        assertEquals(List.of(5, 103), asked(0));
    }

    @Test
    void whatIsThereOrCameIsNotAskedFor() {
        there.add(cut(1));
        queue.want("board", wishes(Rank.SEEN, 1, 2));
        assertEquals(List.of(2), asked(0));
        queue.came(cut(2));
        assertEquals(List.of(), asked(0), "though there was no room to keep it");
        queue.want("board", List.of());
        queue.want("board", wishes(Rank.SEEN, 2));
        assertEquals(List.of(2), asked(0), "looked at once more");
    }

    @Test
    void whatNobodyWantsAnyMoreIsGivenUp() {
        queue.want("board", wishes(Rank.SEEN, 1, 2));
        queue.want("strip", wishes(Rank.SMALL, 2));
        asked(0);
        queue.want("board", wishes(Rank.SEEN, 3));
        assertEquals(List.of(new GiveUp(cut(1)), new Ask(cut(3))), queue.orders(there::contains, 0));
        queue.want("strip", List.of());
        assertEquals(List.of(new GiveUp(cut(2))), queue.orders(there::contains, 0));
    }

    @Test
    void pausesDoubleUntilItComes() {
        queue.want("board", wishes(Rank.SEEN, 1));
        long nowMs = 0;
        var pauses = new ArrayList<Long>();
        for (int i = 0; i < 9; i++) {
            assertEquals(List.of(1), asked(nowMs));
            queue.failed(cut(1), nowMs);
            assertEquals(i + 1, queue.failures(cut(1)));
            long next = queue.nextDeadlineMs();
            assertEquals(List.of(), asked(next - 1));
            pauses.add(next - nowMs);
            nowMs = next;
        }
        assertEquals(List.of(500L, 1_000L, 2_000L, 4_000L, 8_000L, 16_000L, 30_000L, 30_000L, 30_000L), pauses);
        queue.again();
        assertEquals(List.of(1), asked(nowMs - 10_000), "the person needn't wait");
        queue.came(cut(1));
        assertEquals(0, queue.failures(cut(1)));
        assertEquals(Long.MAX_VALUE, queue.nextDeadlineMs());
    }

    @Test
    void aFailureDoesNotKeepOthersFromComing() {
        queue.want("board", wishes(Rank.SEEN, 1, 2, 3, 4, 5, 6, 7));
        asked(0);
        for (int i = 1; i <= 6; i++) queue.failed(cut(i), 0);
        assertEquals(List.of(7), asked(1));
        assertTrue(asked(500).containsAll(List.of(1, 2, 3, 4, 5)));
    }

    private List<Integer> asked(long nowMs) {
        return queue.orders(there::contains, nowMs).stream().map(it -> ((Ask) it).cut().number()).toList();
    }

    private static List<Wish> wishes(Rank rank, int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(it -> new Wish(cut(it), rank)).toList();
    }

    private static Cut cut(int number) { return new Cut(ScriptedFiles.DOCUMENT, number, 0, true, 0, 0); }
}
