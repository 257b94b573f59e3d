package lectern.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.resources.Language;
import lectern.resources.Words;
import org.junit.jupiter.api.Test;

/// Reads the sources, since a key is a string: each one used must exist, and each that exists must be used.
class WordsUsedTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[a-z-]+)+)\"");
    private static final Pattern FILE = Pattern.compile(".*\\.(json|properties|png|css|pem|p12|txt|log|js|html)");

    @Test
    void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
        var keys = Words.in(Language.ENGLISH).keys();
        var firstParts = keys.stream().map(key -> key.split("\\.")[0]).collect(Collectors.toSet());
        var used = new TreeSet<>(Set.of("brand", "live")); // keys of one part, used in LecternWindow and ClassHeader
        for (var module : new String[]{ "ui", "resources", "app"}) {
            var sources = Path.of("..", module, "src", "main", "java");
            if (!Files.isDirectory(sources)) continue;
            try (var files = Files.walk(sources)) {
                for (var file : files.filter(file -> file.toString().endsWith(".java")).toList())
                    LITERAL.matcher(Files.readString(file)).results().map(found -> found.group(1))
                            .filter(text -> firstParts.contains(text.split("\\.")[0]) && !FILE.matcher(text).matches())
                            .forEach(used::add);
            }
        }
        assertTrue(used.size() > 50, "found only " + used);
        assertEquals(Set.of(), without(used, keys), "used but missing in the words");
        assertEquals(Set.of(), without(keys, used), "in the words but never used");
    }

    private static Set<String> without(Set<String> all, Set<String> these) {
        var rest = new TreeSet<>(all);
        rest.removeAll(these);
        return rest;
    }
}
