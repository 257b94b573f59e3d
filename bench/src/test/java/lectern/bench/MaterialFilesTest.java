package lectern.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is measured with is what it is called.
class MaterialFilesTest {
    @TempDir
    Path folder;

    @Test
    void textIsText() throws Exception {
        try (var document = Loader.loadPDF(MaterialFiles.text(folder.resolve("text.pdf"), 3).toFile())) {
            assertEquals(3, document.getNumberOfPages());
            assertTrue(new PDFTextStripper().getText(document).contains("2.47 The quick brown fox"));
        }
    }

    @Test
    void aScanIsAPhotoOnEachPage() throws Exception {
        try (var document = Loader.loadPDF(MaterialFiles.scan(folder.resolve("scan.pdf"), 2).toFile())) {
            assertEquals("", new PDFTextStripper().getText(document).strip());
            for (var page : document.getPages()) {
                var resources = page.getResources();
                var picture = (PDImageXObject) resources.getXObject(resources.getXObjectNames().iterator().next());
                assertEquals("jpg", picture.getSuffix());
                assertEquals(1240, picture.getWidth());
            }
        }
    }

    @Test
    void aDeckHasItsSlides() throws Exception {
        Path file = MaterialFiles.deck(folder.resolve("deck.pptx"), 4);
        try (var in = Files.newInputStream(file); var deck = new XMLSlideShow(in)) {
            assertEquals(4, deck.getSlides().size());
        }
    }

    @Test
    void percentilesAreOfWhatWasSeen() {
        assertEquals(new Materials.Percentiles(3, 5), Materials.Percentiles.of(List.of(5.0, 1.0, 2.0, 4.0, 3.0)));
    }
}
