package lectern.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PictureRoomTest {
    private final PictureRoom<Long> room = new PictureRoom<>(100, area -> area);

    @Test
    void theLongestUnseenGo() {
        room.put("a", 40L);
        room.put("b", 40L);
        room.get("a");
        room.put("c", 40L);
        assertTrue(room.has("a"));
        assertFalse(room.has("b"));
        assertEquals(80, room.pixels());
    }

    @Test
    void whatIsOnTheScreenStays() {
        room.put("a", 60L);
        room.hold("board", Set.of("a", "b"));
        room.put("c", 40L);
        room.put("b", 90L);
        assertTrue(room.has("a"));
        assertFalse(room.has("c"));
        assertEquals(150, room.pixels());
        room.hold("board", Set.of());
        room.put("d", 10L);
        assertEquals(100, room.pixels(), "and goes when it isn't any more");
    }

    @Test
    void theNewestStaysHoweverLarge() {
        room.put("a", 300L);
        assertTrue(room.has("a"));
        room.put("a", 20L);
        assertEquals(20, room.pixels());
    }
}
