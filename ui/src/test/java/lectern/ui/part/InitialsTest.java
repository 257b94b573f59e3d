package lectern.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitialsTest {
    @ParameterizedTest
    @CsvSource({ "Alice Chen,AC", "alice,A", "Noah van den Berg,NB", "王芳,王芳", "李小龙,小龙", "김철수,철수",
            "Ömer Çelik,ÖÇ", "O’Neil,O"})
    void lettersOrGivenName(String name, String initials) {
        assertEquals(initials, Initials.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "   ", "...", "- -"})
    void aNameOfNothingIsAQuestion(String name) {
        assertEquals("?", Initials.of(name));
    }

    @Test
    void aCharacterOutsideTheFirstPlaneStaysWhole() {
        assertEquals("𠮷田", Initials.of("山𠮷田"));
    }

    @Test
    void theHueStaysWithTheName() {
        assertEquals(Initials.hue("Ben"), Initials.hue("Ben"));
        assertTrue(Initials.hue("Ben") >= 0 && Initials.hue("Ben") < 360);
    }
}
