package lectern.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import lectern.protocol.board.Form;
import lectern.protocol.board.Look;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgTest {
    private final Samples samples = new Samples();

    @Test
    void itIsOneDocumentThatStandsAlone() throws Exception {
        Document svg = parse(Svg.of(new PrintedPage(Samples.paper(), samples.oneOfEach()), samples));
        assertEquals("0 0 1600 900", svg.getDocumentElement().getAttribute("viewBox"));
        assertEquals("分数 & <fractions>half", svg.getElementsByTagName("text").item(0).getTextContent());
        String picture = svg.getElementsByTagName("image").item(0).getAttributes().getNamedItem("href").getNodeValue();
        assertTrue(picture.startsWith("data:image/png;base64,"), picture.substring(0, 40));
    }

    @Test
    void whatAPersonTypesIsTextAndNeverMarkup() throws Exception {
        String hostile = "</text><script>alert(1)</script>\u0000\u0007\ufffe]]>&amp;\"'";
        var text = Samples.shape(1, 0, 0, Look.pen("ink", 1), new Form.Text(hostile, 300, 20, 16, false));
        Document svg = parse(Svg.of(new PrintedPage(Samples.paper(), List.of(text)), samples));
        assertEquals(0, svg.getElementsByTagName("script").getLength());
        assertTrue(svg.getElementsByTagName("text").item(0).getTextContent().contains("<script>"));
    }

    @Test
    void aPageIsAPictureOfTwicePagesSize() throws Exception {
        var out = new ByteArrayOutputStream();
        Png.write(new PrintedPage(Samples.paper(), samples.oneOfEach()), samples, out);
        var image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(3200, image.getWidth());
        assertEquals(1800, image.getHeight());
        assertEquals(0xffd0342c, image.getRGB(400, 200));
        assertEquals(0xff00ff00, image.getRGB(2160, 320));
    }

    private static Document parse(String svg) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
