package lectern.materials;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// What a drawing says, read once before anything is made of it. Scripts and what comes from elsewhere are left alone: who paints it
/// knows neither.
record SvgCheck(String title, boolean hasText) {
    static final int MOST_BYTES = 16 << 20;
    /// Java refuses what is more than 100 deep, without a word that a person would understand.
    private static final int DEEPEST = 90;
    private static final int MOST_ELEMENTS = 200_000;
    private static final int LONGEST_TITLE = 200;

    static SvgCheck of(byte[] bytes, Limits limits) throws IOException, RefusedException {
        SvgDoctype.check(bytes);
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)), limits);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static SvgCheck read(XMLStreamReader in, Limits limits)
            throws XMLStreamException, IOException, RefusedException {
        String encoding = in.getCharacterEncodingScheme();
        if (encoding != null) SvgDoctype.checkEncoding(encoding);
        var title = new StringBuilder();
        boolean text = false;
        int depth = 0;
        int titleDepth = -1;
        int elements = 0;
        var uses = new SvgUses();
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST || ++elements > MOST_ELEMENTS)
                        throw new RefusedException(Refusal.UNPACKS_TOO_LARGE,
                                depth + " deep, " + elements + " elements");
                    uses.begin(in);
                    text |= in.getLocalName().equals("text");
                    if (depth == 2 && in.getLocalName().equals("title")) titleDepth = depth;
                    for (int i = 0; i < in.getAttributeCount(); i++)
                        if (in.getAttributeLocalName(i).equals("href")) picture(in.getAttributeValue(i), limits);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    uses.end();
                    if (depth-- == titleDepth) titleDepth = -1;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (titleDepth > 0 && title.length() < LONGEST_TITLE) title.append(in.getText());
                }
                default -> {
                }
            }
        }
        if (uses.painted() > MOST_ELEMENTS)
            throw new RefusedException(Refusal.UNPACKS_TOO_LARGE, uses.painted() + " elements are painted");
        return new SvgCheck(title.toString(), text);
    }

    /// A picture that is in the drawing itself may be a bomb, or another drawing.
    private static void picture(String href, Limits limits) throws IOException, RefusedException {
        String address = href.strip();
        if (!address.toLowerCase(Locale.ROOT).startsWith("data:")) return;
        int comma = address.indexOf(',');
        if (comma < 0 || !address.substring(0, comma).toLowerCase(Locale.ROOT).endsWith(";base64"))
            throw new RefusedException(Refusal.OTHER_KIND, "data of another kind");
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(address.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
        FileKind kind = FileKind.of(bytes);
        if (!kind.isPicture()) throw new RefusedException(Refusal.OTHER_KIND, "data of another kind");
        var readers = ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) return;
        var reader = readers.next();
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            // Painted as it is, unlike a picture on its own, of which every n-th pixel is read.
            if ((long) reader.getWidth(0) * reader.getHeight(0) > limits.pixels())
                throw new RefusedException(Refusal.PAGE_TOO_LARGE, "a picture of many pixels");
        } finally {
            reader.dispose();
        }
    }
}
