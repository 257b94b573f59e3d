package lectern.resources;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// Every word on the screen, in one language. A value: another language is another `Words`, and whoever shows them is
/// built again from it.
public final class Words {
    private final Language language;
    private final Properties texts = new Properties();

    private Words(Language language) {
        this.language = language;
        var file = "words_" + language.locale.getLanguage() + ".properties";
        try (var in = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    public static Words in(Language language) { return new Words(language); }

    public Language language() { return language; }

    /// A missing key shows itself instead of failing: a screen with one odd word still works. A test finds it first.
    public String text(String key, Object... arguments) {
        var text = texts.getProperty(key);
        if (text == null) return key;
        return new MessageFormat(text, language.locale).format(arguments);
    }

    public String text(Phrase phrase) { return text(phrase.key(), phrase.arguments().toArray()); }

    /// The text with its gaps unfilled.
    String pattern(String key) { return texts.getProperty(key); }

    public Set<String> keys() { return new TreeSet<>(texts.stringPropertyNames()); }
}
