package lectern.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import lectern.resources.Language;
import lectern.resources.Words;
import org.junit.jupiter.api.Test;

class ElapsedTest {
    @Test
    void clock() {
        assertEquals("00:00", Elapsed.clock(Duration.ofSeconds(-3)), "a clock set back shows no negative time");
        assertEquals("42:17", Elapsed.clock(Duration.ofSeconds(42 * 60 + 17)));
        assertEquals("1:02:03", Elapsed.clock(Duration.ofSeconds(3723)));
    }

    @Test
    void inWords() {
        var words = Words.in(Language.ENGLISH);
        assertEquals("less than a minute", Elapsed.inWords(words, Duration.ofSeconds(30)));
        assertEquals("1 minute", Elapsed.inWords(words, Duration.ofSeconds(61)));
        assertEquals("1 h 30 min", Elapsed.inWords(words, Duration.ofMinutes(90)));
    }
}
