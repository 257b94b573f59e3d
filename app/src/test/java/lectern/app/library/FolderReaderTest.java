package lectern.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lectern.ui.model.Material;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReaderTest {
    @TempDir
    Path folder;

    private Path has(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, name);
    }

    private List<String> read(Path... folders) {
        return FolderReader.read(List.of(folders), () -> false).files().stream().map(Material::file)
                .map(it -> folder.relativize(it).toString().replace('\\', '/')).sorted().toList();
    }

    @Test
    void whatAClassCanBeShownIsFoundHoweverDeep() throws IOException {
        has("a.PDF");
        has("b.txt");
        has("Year 8/c.pptx");
        has("Year 8/Unit 1/d.JPG");
        has(".git/e.pdf");
        has("Year 8/.f.pdf");
        has("Year 8/~$c.pptx");
        has("Year 8/noending");
        Files.createDirectories(folder.resolve("folder.pdf"));
        assertEquals(List.of("Year 8/Unit 1/d.JPG", "Year 8/c.pptx", "a.PDF"), read(folder));
        assertEquals(List.of("Year 8/Unit 1/d.JPG", "Year 8/c.pptx", "a.PDF"), read(folder, folder.resolve("Year 8")));
        assertEquals(List.of(), read(folder.resolve("gone")));
    }

    @Test
    void aLinkBackUpIsNoTrap() throws IOException {
        has("in/a.pdf");
        Files.createSymbolicLink(folder.resolve("in/up"), folder);
        Files.createSymbolicLink(folder.resolve("in/self.pdf"), folder.resolve("in/self.pdf"));
        assertEquals(List.of("in/a.pdf"), read(folder));
    }

    @Test
    void thereIsALimit() throws IOException {
        Path many = Files.createDirectories(folder.resolve("many"));
        for (int i = 0; i <= FolderReader.FILES; i++) Files.createFile(many.resolve(i + ".pdf"));
        var contents = FolderReader.read(List.of(folder), () -> false);
        assertTrue(contents.full());
        assertEquals(FolderReader.FILES, contents.files().size());
        assertFalse(FolderReader.read(List.of(folder), () -> true).full(), "it can be stopped");
    }

    @Test
    void placesAreMadeOfWhatIsThere() throws IOException {
        has("a.pdf");
        has("Year 8/c.pdf");
        has("Year 9/Unit 1/d.pdf");
        var all = FolderReader.read(List.of(folder), () -> false).files();
        assertEquals(List.of(folder.resolve("Year 8"), folder.resolve("Year 9")), Places.below(all, folder));
        assertEquals(List.of("a.pdf"), Places.in(all, folder).stream().map(Material::name).toList());
        assertEquals(List.of(), Places.below(all, folder.resolve("Year 8")));
        assertEquals(List.of("c.pdf"), Places.named(all, "C PDF", 9).stream().map(Material::name).toList());
    }
}
