package lectern.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsTest {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)");

    private final Words english = Words.in(Language.ENGLISH);
    private final Words chinese = Words.in(Language.CHINESE);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(english.keys(), chinese.keys());
    }

    @Test
    void bothLanguagesHaveTheSameGaps() {
        for (var key : english.keys())
            assertEquals(gaps(english.pattern(key)), gaps(chinese.pattern(key)), key);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void noTextIsEmptyOrHasAStraightApostrophe(Language language) {
        var words = Words.in(language);
        for (var key : words.keys()) {
            assertFalse(words.text(key, 1, 2, 3).isBlank(), key);
            assertFalse(words.pattern(key).contains("'"), key + ": MessageFormat would swallow it, write ’");
        }
    }

    @Test
    void gapsAreFilledAndPhrasesWaitForTheirLanguage() {
        var joined = Phrase.of("toast.joined", "王芳");
        assertEquals("王芳 came in", english.text(joined));
        assertEquals("王芳 进来了", chinese.text(joined));
        assertEquals("as {it} is", english.text(Phrase.said("as {it} is")), "words from elsewhere are no pattern");
    }

    @Test
    void minutesAreCounted() {
        assertEquals("less than a minute", english.text("ended.minutes", 0));
        assertEquals("1 minute", english.text("ended.minutes", 1));
        assertEquals("42 minutes", english.text("ended.minutes", 42));
    }

    @Test
    void theSystemsLanguageChooses() {
        assertEquals(Language.CHINESE, Language.of(Locale.TRADITIONAL_CHINESE));
        assertEquals(Language.ENGLISH, Language.of(Locale.GERMANY));
    }

    @Test
    void everyThingOfTheThemeIsThere() {
        assertEquals(2, Theme.styleSheets().size());
        assertEquals(4, Theme.fonts().size());
        assertEquals(3, Theme.icons().size());
    }

    private static Set<String> gaps(String pattern) {
        return GAP.matcher(pattern).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
