package lectern.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lectern.materials.Refusal;
import lectern.resources.Language;
import lectern.resources.Phrase;
import lectern.resources.Words;
import org.junit.jupiter.api.Test;

class ReasonsTest {
    private static final Words WORDS = Words.in(Language.ENGLISH);

    @Test
    void itIsSaidWhatCanBeDone() {
        assertTrue(said(Refusal.NEEDS_OFFICE).contains("LibreOffice")
                && said(Refusal.NEEDS_OFFICE).contains("the computer that holds the class"));
        assertTrue(said(Refusal.HEIC).contains("JPEG"));
        assertTrue(said(Refusal.UNPACKS_TOO_LARGE).contains("Split"));
        assertTrue(said(Refusal.TOO_LARGE).contains("128 MB"));
        assertEquals(Refusal.values().length, Stream.of(Refusal.values()).map(ReasonsTest::said).distinct().count(),
                "each has words of its own");
    }

    @Test
    void whatIsLeftOutIsTold() {
        assertNull(leftOut("a.pdf", "b.PNG", "c.mov"));
        assertNull(leftOut());
        assertEquals(Phrase.of("library.problem.heic"), leftOut("a.pdf", "IMG_1.HEIC", "b.pdf"));
        assertEquals(Phrase.of("library.problem.heic"), leftOut("a.exe", "IMG_1.heif"));
        assertEquals(Phrase.of("library.problem.kind"), leftOut("a.pdf", "a.exe"));
    }

    private static String said(Refusal why) { return WORDS.text(Reasons.of(why)); }

    private static Phrase leftOut(String... names) {
        return Reasons.ofLeftOut(List.of(names).stream().map(Path::of).toList());
    }
}
