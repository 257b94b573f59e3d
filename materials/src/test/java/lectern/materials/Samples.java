package lectern.materials;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/// Documents made for the tests.
final class Samples {
    interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    static PDFont helvetica() { return new PDType1Font(Standard14Fonts.FontName.HELVETICA); }

    static PDPage page(PDDocument document, PDRectangle size, int rotation, Drawing drawing) throws IOException {
        var page = new PDPage(size);
        page.setRotation(rotation);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            drawing.on(content);
        }
        return page;
    }

    static void text(PDPageContentStream content, PDFont font, float size, float x, float y, String words)
            throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showText(words);
        content.endText();
    }

    /// A page of lines and pages of shapes seen through each other.
    static Drawing lines(PDFont font, String line) {
        return content -> {
            for (int i = 0; i < 30; i++) text(content, font, 12, 60, 760 - 22 * i, i + " " + line);
        };
    }

    static Drawing transparency() {
        return content -> {
            Color[] colours = { Color.RED, Color.GREEN, Color.BLUE};
            var half = new PDExtendedGraphicsState();
            half.setNonStrokingAlphaConstant(0.5f);
            content.setGraphicsStateParameters(half);
            for (int i = 0; i < 3; i++) {
                content.setNonStrokingColor(colours[i]);
                content.addRect(80 + 90 * i, 300 + 70 * i, 220, 200);
                content.fill();
            }
        };
    }

    /// As many pages of text as a textbook chapter has.
    static Path book(Path file, int pages) throws IOException {
        try (var document = new PDDocument()) {
            var font = helvetica();
            for (int i = 0; i < pages; i++)
                page(document, PDRectangle.A4, 0,
                        lines(font, "The quick brown fox jumps over the lazy dog, page " + i));
            document.save(file.toFile());
        }
        return file;
    }

    private Samples() {}
}
