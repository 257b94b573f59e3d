package lectern.server;

import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/// Documents for the tests.
final class Pdfs {
    /// Pages of 30 lines; page n has the words "page n" and, every tenth, "quince".
    static byte[] book(int pages) throws IOException {
        try (var document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int number = 0; number < pages; number++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(60, 780);
                    for (int line = 0; line < 30; line++) {
                        content.showText(
                                "The quick brown fox jumps over the lazy dog, page " + number + ", line " + line
                                        + (number % 10 == 0 && line == 7 ? " quince" : ""));
                        content.newLineAtOffset(0, -24);
                    }
                    content.endText();
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /// No PDF yet: slides "Slide 1" and so on.
    static byte[] deck(int slides) throws IOException {
        try (var deck = new XMLSlideShow()) {
            for (int i = 1; i <= slides; i++) {
                var box = deck.createSlide().createTextBox();
                box.setAnchor(new Rectangle(60, 60, 500, 80));
                box.setText("Slide " + i);
            }
            var bytes = new ByteArrayOutputStream();
            deck.write(bytes);
            return bytes.toByteArray();
        }
    }

    static byte[] locked() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(PDRectangle.A4));
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /// A page larger than any that is painted.
    static byte[] huge() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(28_346, 28_346))); // 10 x 10 m
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private Pdfs() {}
}
