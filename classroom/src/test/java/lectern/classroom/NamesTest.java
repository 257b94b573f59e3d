package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import lectern.protocol.Limits;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void whatHasNoLookGoesAndSpacesBecomeOne() {
        assertEquals("Wang Fang", Names.clean("\t Wang\u0000\u200b \n Fang\ufeff  "));
        assertEquals("abc", Names.clean("a\u202eb\u2066c\ud800"));
        assertEquals("", Names.clean("\u0000\u202e \r\n"));
        assertEquals("王芳 👩‍🏫", Names.clean("王芳 👩‍🏫"));
    }

    @Test
    void aLongNameIsCutBetweenCharacters() {
        String name = Names.clean("x".repeat(Limits.NAME_CHARS - 1) + "👩👩");
        assertEquals("x".repeat(Limits.NAME_CHARS - 1), name);
        String second = Names.distinct(name, List.of(name));
        assertTrue(second.endsWith(" (2)") && second.length() <= Limits.NAME_CHARS, second);
    }

    @Test
    void whateverIsTypedIsShortAndCleanOnTheSecondReadingToo() {
        var random = new Random(11);
        for (int round = 0; round < 20_000; round++) {
            var typed = new StringBuilder();
            for (int n = random.nextInt(120); n > 0; n--) typed.append((char) random.nextInt(0x10000));
            String name = Names.clean(typed.toString());
            assertTrue(name.length() <= Limits.NAME_CHARS, "round " + round);
            assertEquals(name, name.strip(), "round " + round);
            assertTrue(name.codePoints().noneMatch(Character::isISOControl), "round " + round);
        }
    }
}
