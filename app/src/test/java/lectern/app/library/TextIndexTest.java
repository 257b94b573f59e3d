package lectern.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import lectern.ui.model.Material;
import lectern.ui.model.MaterialKind;
import org.junit.jupiter.api.Test;

class TextIndexTest {
    private final TextIndex index = new TextIndex(1_000_000);

    private static Material file(String name) {
        return new Material(Path.of(name), MaterialKind.PDF, 1, Instant.EPOCH);
    }

    private List<String> find(String query) {
        return index.find(query, 100).stream().map(hit -> hit.material().name() + " " + hit.page()).toList();
    }

    @Test
    void caseAndAccentsAreOfNoAccount() {
        index.put(file("a"), List.of("nothing", "Die Größe des RÉSUMÉS"));
        assertEquals(List.of("a 1"), find("grosse".replace("ss", "ß")));
        assertEquals(List.of("a 1"), find("resumes"));
        assertEquals(List.of("a 1"), find("résumés GRÖ"));
        assertEquals(List.of(), find("resume nothing"), "all words on one page");
        assertEquals(List.of(), find("  "));
    }

    @Test
    void chineseIsFoundWithoutGaps() {
        index.put(file("a"), List.of("二次函数的顶点"));
        assertEquals(List.of("a 0"), find("函数"));
        assertEquals("二次函数的顶点", index.find("函数", 1).getFirst().around());
    }

    @Test
    void whatStandsAroundIsShown() {
        index.put(file("a"), List.of("one ".repeat(40) + "The Vertex is here " + "two ".repeat(60)));
        String around = index.find("vertex", 1).getFirst().around();
        assertTrue(around.startsWith("…") && around.endsWith("…"), around);
        assertTrue(around.contains("The Vertex is here"), around);
        assertTrue(around.length() < 200, around);
    }

    @Test
    void changedAndGoneFilesAreForgotten() {
        var before = file("a");
        var after = new Material(before.file(), before.kind(), 2, Instant.EPOCH.plusSeconds(1));
        index.put(before, List.of("old"));
        index.put(file("b"), List.of("old"));
        index.keep(List.of(after, file("b")));
        assertFalse(index.has(before));
        assertEquals(List.of("b 0"), find("old"));
    }

    @Test
    void itHoldsNoMoreThanItMay() {
        var small = new TextIndex(100);
        small.put(file("a"), List.of("x".repeat(60)));
        assertTrue(small.isFull());
        small.put(file("b"), List.of("y"));
        assertFalse(small.has(file("b")));
        small.keep(List.of());
        assertFalse(small.isFull());
    }

    @Test
    void oneFileDoesntTakeAllThePlaces() {
        index.put(file("a"), java.util.Collections.nCopies(50, "word"));
        index.put(file("b"), List.of("word"));
        assertEquals(List.of("a 0", "a 1", "a 2", "a 3", "a 4", "b 0"), find("word"));
    }
}
