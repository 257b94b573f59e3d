package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drawings are documents of one page, and nothing in them reaches out.
class SvgFileTest {
    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
            + " width='400' height='200' viewBox='0 0 400 200'>";
    @TempDir
    static Path folder;
    private static Converter converter;

    @BeforeAll
    static void start() {
        converter = Converter
                .start(ConverterSettings.in(folder.resolve("work")).withPerRequest(Duration.ofSeconds(12)));
    }

    @AfterAll
    static void end() { converter.close(); }

    @Test
    void aDrawingIsSharpAtEachSizeAndInParts() throws Exception {
        Path file = svg("<title>A half</title><rect x='200' width='200' height='200' fill='red'/>");
        Document document = PdfReadingTest.done(converter.open(file));
        assertEquals(new Document("A half", List.of(new Document.Page(400, 200, false))), document);
        for (double scale : new double[]{ 0.25, 1, 4}) {
            BufferedImage picture = image(PdfReadingTest.done(converter.picture(file, 0, scale)));
            assertEquals(400 * scale, picture.getWidth());
            assertEquals(0xffffffff, picture.getRGB((int) (200 * scale) - 1, 10));
            assertEquals(0xffff0000, picture.getRGB((int) (200 * scale), 10));
        }
        BufferedImage tile = image(PdfReadingTest.done(converter.tile(file, 0, 4, 700, 0, 200, 200)));
        assertEquals(0xffffffff, tile.getRGB(99, 10));
        assertEquals(0xffff0000, tile.getRGB(100, 10));
        assertEquals(Refusal.NOT_THERE, PdfReadingTest.why(converter.picture(file, 1, 1)));
    }

    @Test
    void itsWordsStandWhereTheyAreSeen() throws Exception {
        Path file = svg("<text x='20' y='100' font-size='20' font-family='DejaVu Sans'>Ein Drittel 分数</text>"
                + "<text x='200' y='150' font-size='20' text-anchor='middle' font-family='DejaVu Sans'>middle</text>");
        var words = PdfReadingTest.done(converter.text(file, 0)).words();
        assertEquals(List.of("Ein", "Drittel", "分数", "middle"), words.stream().map(PageText.Word::text).toList());
        Box first = words.getFirst().box();
        assertEquals(20, first.x(), 1);
        assertTrue(first.y() < 90 && first.y() + first.height() > 100, first.toString());
        Box middle = words.getLast().box();
        assertEquals(200, middle.x() + middle.width() / 2, 4);
    }

    @Test
    void nothingIsFetched() throws Exception {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String there = "http://127.0.0.1:" + listener.getLocalPort() + "/";
            Path secret = Files.write(folder.resolve("secret.png"), DeckSamples.photo(50, 50, "png"));
            Path file = svg(
                    "<style>@import url('" + there + "a.css'); rect { fill: url('" + there + "b.svg#c') }</style>"
                            + "<script href='" + there + "d.js'>fetch('" + there + "e')</script>"
                            + "<image href='" + there + "f.png' width='9' height='9'/>"
                            + "<image xlink:href='" + there + "g.svg' width='9' height='9'/>"
                            + "<use href='" + there + "h.svg#i'/><rect width='9' height='9'/>"
                            + "<image href='" + secret.toUri() + "' width='400' height='200'/>"
                            + "<image href='secret.png' width='400' height='200'/>"
                            + "<foreignObject><iframe xmlns='http://www.w3.org/1999/xhtml' src='" + there
                            + "j'/></foreignObject>");
            BufferedImage picture = image(PdfReadingTest.done(converter.picture(file, 0, 1)));
            assertEquals(0xffffffff, picture.getRGB(200, 100), "nor what stands on this machine");
            listener.setSoTimeout(500);
            try (var caller = listener.accept()) {
                throw new AssertionError("somebody called: " + caller);
            } catch (SocketTimeoutException nobody) {
                // as it should be
            }
        }
    }

    @Test
    void whatIsMeantToHarmIsRefused() throws Exception {
        assertEquals(Refusal.UNPACKS_TOO_LARGE, why(OPEN + "<g>".repeat(150) + "</g>".repeat(150) + "</svg>"));
        assertEquals(Refusal.UNPACKS_TOO_LARGE, why(OPEN + "<g/>".repeat(200_001) + "</svg>"));
        assertEquals(Refusal.PAGE_TOO_LARGE, why(OPEN.replace("400'", "400000'") + "</svg>"));
        assertEquals(Refusal.BROKEN, why(OPEN + "<rect"));
        var uses = new StringBuilder("<g id='g0'><rect width='9' height='9'/></g>");
        for (int i = 1; i < 14; i++)
            uses.append("<g id='g").append(i).append("'>").append(("<use href='#g" + (i - 1) + "'/>").repeat(10))
                    .append("</g>");
        assertEquals(Refusal.UNPACKS_TOO_LARGE, why(OPEN + uses + "</svg>"));
        String inner = Base64.getEncoder().encodeToString((OPEN + "</svg>").getBytes());
        assertEquals(Refusal.OTHER_KIND,
                why(OPEN + "<image href='data:image/svg+xml;base64," + inner + "' width='9' height='9'/></svg>"));
        byte[] bomb = Files.readAllBytes(Hostile.picture(folder.resolve("bomb.png"), 30_000, 30_000));
        assertEquals(Refusal.PAGE_TOO_LARGE, why(OPEN + "<image href='data:image/png;base64,"
                + Base64.getEncoder().encodeToString(bomb) + "' width='9' height='9'/></svg>"));
    }

    @Test
    void aDocumentTypeOfItsOwnIsRefused() throws Exception {
        String laughs = "[<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c SYSTEM 'file:///etc/passwd'>]>";
        String said = OPEN + "<text y='20'>&b;&c;</text></svg>";
        assertEquals(Refusal.OTHER_KIND, why("<!DOCTYPE svg " + laughs + said));
        assertEquals(Refusal.OTHER_KIND, why("<?xml version='1.0'?><!-- <svg> --><!DOCTYPE svg PUBLIC \"[>\" '>' "
                + laughs + said));
        assertEquals(Refusal.OTHER_KIND, why("<!--" + "<svg>".repeat(3_000) + "--><!DOCTYPE svg" + laughs + said),
                "far behind");
        assertEquals(Refusal.OTHER_KIND, why("<!DOCTYPE svg '<svg>" + "<!DOCTYPE svg ".repeat(1_000_000)), "no end");
        var declared = "<?xml version='1.0' encoding='IBM037'?>";
        var hidden = new ByteArrayOutputStream();
        hidden.write(declared.getBytes(StandardCharsets.US_ASCII));
        hidden.write(("<!DOCTYPE svg " + laughs + said).getBytes("IBM037"));
        hidden.write("<svg".getBytes(StandardCharsets.US_ASCII));
        Path file = Files.write(folder.resolve("hidden.svg"), hidden.toByteArray());
        assertEquals(Refusal.OTHER_KIND, PdfReadingTest.why(converter.open(file)));
    }

    @Test
    void thatOfAllDrawingsIsPassedOver() throws Exception {
        String drawing = "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN'"
                + " \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n" + OPEN + "<title>A[1]</title></svg>";
        Path file = Files.writeString(folder.resolve("typed.svg"), drawing);
        assertEquals("A[1]", PdfReadingTest.done(converter.open(file)).title());
    }

    private static Refusal why(String text) throws Exception {
        Path file = Files.writeString(Files.createTempFile(folder, "drawing", ".svg"), text);
        return PdfReadingTest.why(converter.open(file));
    }

    private static Path svg(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "drawing", ".svg"), OPEN + content + "</svg>");
    }

    private static BufferedImage image(Image picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }
}
