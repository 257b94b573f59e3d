package lectern.app;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/// Files that teachers bring, small ones.
final class Papers {
    /// A PDF of A4 pages, "Exercise 1" and so on.
    static Path pdf(Path file, int pages) throws IOException {
        try (var document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int i = 1; i <= pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 24);
                    content.newLineAtOffset(60, 760);
                    content.showText("Exercise " + i);
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    /// A deck, "Slide 1" and so on, each with a note; the second slide is hidden.
    static Path deck(Path file, int slides) throws IOException {
        try (var deck = new XMLSlideShow(); var out = Files.newOutputStream(file)) {
            for (int i = 1; i <= slides; i++) {
                var slide = deck.createSlide();
                var box = slide.createTextBox();
                box.setAnchor(new Rectangle(60, 60, 500, 80));
                box.setText("Slide " + i);
                for (var shape : deck.getNotesSlide(slide).getPlaceholders())
                    if (shape.getTextType() == Placeholder.BODY) shape.setText("Say " + i);
                slide.setHidden(i == 2);
            }
            deck.write(out);
        }
        return file;
    }

    private Papers() {}
}
