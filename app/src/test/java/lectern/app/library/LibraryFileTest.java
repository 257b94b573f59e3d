package lectern.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import lectern.ui.model.Prepared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LibraryFileTest {
    @TempDir
    Path folder;

    private Path json() { return folder.resolve("library").resolve("library.json"); }

    private static LibraryState some() {
        Path school = Path.of("/school/a b/数学").toAbsolutePath();
        return LibraryState.EMPTY.withFolder(school).used(List.of(school.resolve("x.pdf")))
                .insert("", 0, List.of(school.resolve("y.pdf"), school.resolve("z.png")))
                .change("", 0, new Prepared(school.resolve("y.pdf"), Set.of(1, 2), Set.of(5)));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        var file = new LibraryFile(json());
        assertEquals(LibraryState.EMPTY, file.read().state());
        file.write(some());
        assertEquals(some(), new LibraryFile(json()).read().state());
        try (var all = Files.list(json().getParent())) {
            assertEquals(List.of("library.json"), all.map(it -> it.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "null", "{\"version\":2,\"folders\":[]}", "{\"version\":1,\"folders\":7}"})
    void whatCantBeReadIsSetAsideAndNeverLost(String text) throws IOException {
        Files.createDirectories(json().getParent());
        for (int time = 1; time <= 2; time++) {
            Files.writeString(json(), text + " ".repeat(time));
            var found = new LibraryFile(json()).read();
            assertEquals(LibraryState.EMPTY, found.state());
            assertNotNull(found.aside());
            assertEquals(text + " ".repeat(time), Files.readString(found.aside()));
            assertFalse(Files.exists(json()));
        }
        try (var all = Files.list(json().getParent())) {
            assertEquals(2, all.count(), "each of them is kept");
        }
    }

    @Test
    void oddEntriesAreLeftOutAlone() throws IOException {
        Files.createDirectories(json().getParent());
        String good = Path.of("/school/a.pdf").toAbsolutePath().toString().replace("\\", "\\\\");
        Files.writeString(json(), "{\"version\":1,\"more\":{},\"folders\":[null,\"relative\",\"" + good + "\"],"
                + "\"lists\":[null,{\"room\":\"r\",\"materials\":[{\"file\":null},{\"file\":\"" + good
                + "\",\"hidden\":[-1,3,null,99999999]}]}]}");
        var found = new LibraryFile(json()).read();
        assertNull(found.aside());
        assertEquals(1, found.state().folders().size());
        assertEquals(Set.of(3), found.state().list("r").getFirst().hidden());
        assertTrue(found.state().recent().isEmpty());
    }
}
