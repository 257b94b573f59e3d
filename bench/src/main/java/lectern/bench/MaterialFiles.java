package lectern.bench;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.poi.xslf.usermodel.XMLSlideShow;

/// Documents like those that teachers bring.
final class MaterialFiles {
    private static final String LINE = "The quick brown fox jumps over the lazy dog, and so it has to be read aloud. ";

    private MaterialFiles() {
    }

    /// Full pages of text.
    static Path text(Path file, int pages) throws IOException {
        try (var document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 11);
                    content.setLeading(15);
                    content.newLineAtOffset(60, 780);
                    for (int line = 0; line < 48; line++) {
                        content.showText(i + "." + line + " " + LINE);
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    /// A picture of 150 dpi on each page, with the grain of a scanner.
    static Path scan(Path file, int pages) throws IOException {
        var random = new Random(1);
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var image = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
                var graphics = image.createGraphics();
                graphics.setColor(new Color(0xf4f4f0));
                graphics.fillRect(0, 0, 1240, 1754);
                graphics.setColor(Color.DARK_GRAY);
                graphics.setFont(graphics.getFont().deriveFont(22f));
                for (int line = 0; line < 48; line++)
                    graphics.drawString(i + "." + line + " " + LINE, 110, 120 + line * 33);
                graphics.dispose();
                for (int grain = 0; grain < 60_000; grain++)
                    image.setRGB(random.nextInt(1240), random.nextInt(1754), 0x10101 * (200 + random.nextInt(56)));
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(JPEGFactory.createFromImage(document, image, 0.7f), 0, 0,
                            PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    /// A title and some lines on each slide.
    static Path deck(Path file, int slides) throws IOException {
        try (var deck = new XMLSlideShow(); var out = Files.newOutputStream(file)) {
            for (int i = 1; i <= slides; i++) {
                var slide = deck.createSlide();
                var title = slide.createTextBox();
                title.setAnchor(new Rectangle(50, 30, 600, 60));
                title.setText("Slide " + i);
                var box = slide.createTextBox();
                box.setAnchor(new Rectangle(50, 120, 600, 350));
                box.setText(LINE.repeat(4));
            }
            deck.write(out);
        }
        return file;
    }
}
