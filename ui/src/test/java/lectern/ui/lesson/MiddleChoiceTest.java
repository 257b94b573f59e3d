package lectern.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Set;
import lectern.ui.model.Middle;
import org.junit.jupiter.api.Test;

class MiddleChoiceTest {
    private static final Set<String> NOBODY = Set.of(), ANNA = Set.of("a");
    private final MiddleChoice choice = new MiddleChoice();

    @Test
    void aSharedScreenTakesTheMiddleAndGivesItBack() {
        assertNull(choice.next(NOBODY, "", "g1", false));
        assertEquals(Middle.PICTURE, choice.next(ANNA, "", "g1", false));
        assertNull(choice.next(ANNA, "", "g1", false), "and leaves it to the person meanwhile");
        assertEquals(Middle.PICTURE, choice.next(Set.of("a", "b"), "", "g1", false), "another one begins");
        assertNull(choice.next(ANNA, "", "g1", false), "one of two ends");
        assertEquals(Middle.BOARD, choice.next(NOBODY, "", "g1", false));
    }

    @Test
    void whoIsWritingOnTheScreenSeesItOnTheBoard() {
        choice.next(NOBODY, "", "g1", false);
        assertEquals(Middle.BOARD, choice.next(ANNA, "", "g1", true));
    }

    @Test
    void turningAPageBringsTheBoard() {
        assertNull(choice.next(NOBODY, "", "", false));
        choice.next(ANNA, "", "g1", false);
        assertEquals(Middle.BOARD, choice.next(ANNA, "", "g2", false));
        assertNull(choice.next(ANNA, "", "g2", false));
    }

    @Test
    void somebodyPinnedStaysUntilUnpinned() {
        choice.next(NOBODY, "", "g1", false);
        assertEquals(Middle.PICTURE, choice.next(NOBODY, "b", "g1", false));
        assertNull(choice.next(NOBODY, "b", "g2", false), "also while pages are turned");
        assertEquals(Middle.BOARD, choice.next(NOBODY, "", "g2", false));
    }

    @Test
    void whoComesWhileAScreenIsSharedSeesIt() {
        assertEquals(Middle.PICTURE, choice.next(ANNA, "", "g1", false));
    }
}
