package lectern.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Form;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class PdfTest {
    private final Samples samples = new Samples();

    @Test
    void everyShapeIsWhereItWasDrawn() throws IOException {
        BufferedImage image = render(write(new PrintedPage(Samples.paper(), samples.oneOfEach())), 0);
        assertEquals(1600, image.getWidth(), 2);
        assertEquals(900, image.getHeight(), 2);
        assertNear(new Color(0xd0342c), image, 200, 100); // the stroke
        assertNear(new Color(0xf6d32d), image, 500, 160); // the rectangle's fill
        assertNear(new Color(0x00ff00), image, 1080, 160); // the picture
        assertNear(new Color(0x1a5fb4), image, 237, 273); // the arrow's head
        assertTrue(dark(image, 400, 400, 300, 70) > 500, "text");
        assertNear(Color.WHITE, image, 1400, 800);
    }

    @Test
    void inkIsVectorsAndNotAPicture() throws IOException {
        byte[] pdf = write(new PrintedPage(Samples.paper(), List.of(Samples.stroke(100, 100))));
        assertTrue(pdf.length < 20_000, pdf.length + " bytes");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertFalse(document.getPage(0).getResources().getXObjectNames().iterator().hasNext(), "no image");
        }
    }

    @Test
    void darkPaperHasWhiteInk() throws IOException {
        var dark = Samples.page(new Ground.Paper(Ground.Paper.Ruling.DOTTED, true), 800, 600);
        var field = Samples.shape(1, 100, 100, new Look("ink", 2, 1, "ink", Look.Dash.SOLID),
                new Form.Rectangle(100, 100));
        BufferedImage image = render(write(new PrintedPage(dark, List.of(field))), 0);
        assertTrue(brightness(image, 150, 150) > 230, "ink");
        assertTrue(brightness(image, 500, 500) < 60, "paper");
    }

    @Test
    void whatIsDrawnBeyondThePageIsOnThePaper() throws IOException {
        BufferedImage image = render(
                write(new PrintedPage(Samples.page(new Ground.Paper(Ground.Paper.Ruling.PLAIN, false), 400, 300),
                        List.of(Samples.stroke(-300, 500)))),
                0);
        assertTrue(image.getWidth() > 700 && image.getHeight() > 500, image.getWidth() + "x" + image.getHeight());
        assertNear(new Color(0xd0342c), image, 100 + 25, 500);
    }

    @Test
    void aDocumentsPageIsItsPicture() throws IOException {
        var document = samples.addPage(3, Samples.png(0x00ff00));
        var page = Samples.page(new Ground.Document(document, 3), 800, 600);
        BufferedImage image = render(write(new PrintedPage(page, List.of(Samples.stroke(300, 300)))), 0);
        assertNear(Color.GREEN, image, 100, 100);
        assertNear(new Color(0xd0342c), image, 400, 300);
    }

    @Test
    void whatLiesOverAnOriginalIsAloneAndOfItsSize() throws IOException {
        var page = Samples.page(new Ground.Document(samples.addPage(0, Samples.png(1)), 0), 793.7, 1122.5);
        byte[] pdf = write(
                new PrintedPage(page, List.of(Samples.stroke(300, 600), Samples.stroke(-300, 700))).over());
        try (PDDocument written = Loader.loadPDF(pdf)) {
            var box = written.getPage(0).getMediaBox();
            assertEquals(793.7 * 0.75, box.getWidth(), 0.1);
            assertEquals(1122.5 * 0.75, box.getHeight(), 0.1);
            assertFalse(written.getPage(0).getResources().getXObjectNames().iterator().hasNext(), "no ground");
            BufferedImage image = new PDFRenderer(written).renderImageWithDPI(0, 96, ImageType.ARGB);
            assertEquals(0, image.getRGB(100, 100) >>> 24, "clear paper");
            assertNear(new Color(0xd0342c), image, 400, 600);
        }
    }

    @Test
    void aMissingPictureIsAGreyField() throws IOException {
        var gone = Samples.shape(1, 100, 100, Look.pen("ink", 1),
                new Form.Picture(new Samples().add(Samples.png(1)), 100, 100));
        assertNear(new Color(0xc8ced6), render(write(new PrintedPage(Samples.paper(), List.of(gone))), 0), 150, 150);
    }

    @Test
    void itCanBeCancelled() throws IOException {
        var pages = new ArrayList<PrintedPage>();
        for (int i = 0; i < 5; i++) pages.add(new PrintedPage(Samples.paper(), samples.oneOfEach()));
        var seen = new ArrayList<Integer>();
        assertFalse(Pdf.write(pages, samples, new ByteArrayOutputStream(), page -> {
            seen.add(page);
            return page < 2;
        }));
        assertEquals(List.of(0, 1, 2), seen);
    }

    private byte[] write(PrintedPage... pages) throws IOException {
        var out = new ByteArrayOutputStream();
        assertTrue(Pdf.write(List.of(pages), samples, out, _ -> true));
        return out.toByteArray();
    }

    /// One pixel for each page unit.
    private static BufferedImage render(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, 96);
        }
    }

    private static void assertNear(Color expected, BufferedImage image, int x, int y) {
        var is = new Color(image.getRGB(x, y));
        int distance = Math.abs(is.getRed() - expected.getRed()) + Math.abs(is.getGreen() - expected.getGreen())
                + Math.abs(is.getBlue() - expected.getBlue());
        assertTrue(distance < 40, "(" + x + ", " + y + ") is " + is + ", not " + expected);
    }

    private static int brightness(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return (colour.getRed() + colour.getGreen() + colour.getBlue()) / 3;
    }

    /// Of a field of 20 by 20: letters may lie a part of a pixel beside where they were.
    private static int meanBrightness(BufferedImage image, int x, int y) {
        int sum = 0;
        for (int i = x; i < x + 20; i++) for (int j = y; j < y + 20; j++) sum += brightness(image, i, j);
        return sum / 400;
    }

    private static int dark(BufferedImage image, int x, int y, int width, int height) {
        int count = 0;
        for (int i = x; i < x + width; i++)
            for (int j = y; j < y + height; j++)
                if (brightness(image, i, j) < 100) count++;
        return count;
    }
}
