package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our pages of decks beside LibreOffice's of the same file.
class DeckLikenessTest {
    /// Letters stand a pixel apart where the two don't agree on a font's height; shapes and photos reach 0.99.
    private static final List<Double> ALIKE = List.of(0.9, 0.98, 0.98, 0.88, 0.9);
    @TempDir
    Path folder;

    @Test
    void slidesLookAsLibreOfficeShowsThem() throws Exception {
        Path deck = DeckSamples.converted(DeckSamples.lesson(folder.resolve("lesson.fodp")), "pptx");
        Path theirs = DeckSamples.converted(deck, "pdf");
        Path ours = folder.resolve("ours.pdf");
        try (var converter = Converter.start(ConverterSettings.in(folder.resolve("work")), Optional::empty)) {
            Deck made = PdfReadingTest.done(converter.prepare(deck, ours, _ -> {}));
            assertEquals(5, made.pages().size());
            for (int page = 0; page < made.pages().size(); page++) {
                Image our = PdfReadingTest.done(converter.picture(ours, page, 1));
                Image their = PdfReadingTest.done(converter.picture(theirs, page, 1));
                double alike = Ssim.of(ImageIO.read(new ByteArrayInputStream(our.bytes())),
                        ImageIO.read(new ByteArrayInputStream(their.bytes())));
                System.out.printf("Slide %d beside LibreOffice's: SSIM %.3f%n", page, alike);
                assertTrue(alike >= ALIKE.get(page), "slide " + page + ": " + alike);
                assertEquals(their.width(), our.width());
                assertEquals(their.height(), our.height());
            }
        }
    }
}
