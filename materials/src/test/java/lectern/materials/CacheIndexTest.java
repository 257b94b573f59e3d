package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CacheIndexTest {
    private static final String HASH = "ab".repeat(32);

    @Test
    void theLongestUnusedGoes() {
        var index = new CacheIndex(100);
        assertEquals(List.of(), index.put(page(1), 40));
        assertEquals(List.of(), index.put(page(2), 40));
        assertTrue(index.use(page(1)));
        assertTrue(index.has(page(2)), "looking is no use");
        assertEquals(List.of(page(2)), index.put(page(3), 30));
        assertFalse(index.use(page(2)));
        assertEquals(List.of(), index.put(page(3), 60), "the same again takes no more room");
        assertEquals(100, index.bytes());
        assertEquals(List.of(page(1), page(3), page(4)), index.put(page(4), 101), "what never fits isn't kept");
        assertEquals(0, index.bytes());
    }

    @Test
    void filesNamesSayWhatTheyAreAndNoOthersAreTaken() {
        List<Work> works = List.of(new Work.Open(HASH), new Work.Convert(HASH), new Work.Picture(HASH, 12, -4),
                new Work.Tile(HASH, 3, 3, 10, 0), new Work.Text(HASH, 0));
        for (Work work : works) assertEquals(work, Work.of(HASH, work.name()));
        for (String other : List.of("deck.pdf", "1", "1_", "1_2_3", "-1_2", "1_2_3_4_5", "1_text_2", "1_12", "../x"))
            assertNull(Work.of(HASH, other), other);
        assertNull(Work.of("unfinished", "1_text"));
    }

    private static Work page(int number) { return new Work.Text(HASH, number); }
}
