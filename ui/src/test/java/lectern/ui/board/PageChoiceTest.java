package lectern.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageChoiceTest {
    @Test
    void numbersAreReadAsPeopleWriteThem() {
        assertEquals(List.of(0, 1, 2, 6), PageChoice.numbers("1-3, 7", 9));
        assertEquals(List.of(0, 1, 2, 6), PageChoice.numbers(" 7 2–3,1 ", 9));
        assertEquals(List.of(0, 1), PageChoice.numbers("1，2", 9));
        assertEquals(List.of(7, 8), PageChoice.numbers("8-400", 9));
    }

    @Test
    void whatCannotBeToldIsNothing() {
        for (String text : new String[]{ "", "x", "0", "3-1", "10", "1-2-3", "-", "1,,x", "99999999999"})
            assertEquals(List.of(), PageChoice.numbers(text, 9), text);
    }
}
