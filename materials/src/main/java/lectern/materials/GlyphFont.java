package lectern.materials;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/// Up to 256 glyphs of one face, as outlines with their letters: a Type 3 font (ISO 32000-1 §9.6.5). Java has set the text
/// and knows its outlines whatever the font's file is (collections, PostScript outlines, made-up bold); which file that was it doesn't say.
final class GlyphFont extends PDType3Font {
    static final int MOST = 256;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    /// A glyph's own units: 1,000 to the font's size.
    private static final float UNITS = 1000;

    private final PDDocument document;
    private final Font face;
    private final Map<Key, Integer> codes = new HashMap<>();
    private final List<String> letters = new ArrayList<>();
    private final List<Float> widths = new ArrayList<>();
    private final COSDictionary procedures = new COSDictionary();
    private final COSArray names = new COSArray();

    /// One shape may stand for several letters: for a Latin A and a Greek one.
    private record Key(int glyph, String letters) {}

    GlyphFont(PDDocument document, Font face) throws IOException {
        super(dictionary());
        this.document = document;
        this.face = face.deriveFont(UNITS);
        names.add(COSInteger.ZERO);
        dict.setItem(COSName.CHAR_PROCS, procedures);
        ((COSDictionary) dict.getDictionaryObject(COSName.ENCODING)).setItem(COSName.DIFFERENCES, names);
    }

    private static COSDictionary dictionary() {
        var dictionary = new COSDictionary();
        dictionary.setItem(COSName.TYPE, COSName.FONT);
        dictionary.setItem(COSName.SUBTYPE, COSName.TYPE3);
        dictionary.setItem(COSName.FONT_BBOX, numbers(0, 0, 0, 0));
        dictionary.setItem(COSName.FONT_MATRIX, numbers(1 / UNITS, 0, 0, 1 / UNITS, 0, 0));
        dictionary.setItem(COSName.RESOURCES, new COSDictionary());
        var encoding = new COSDictionary();
        encoding.setItem(COSName.TYPE, COSName.ENCODING);
        encoding.setItem(COSName.DIFFERENCES, new COSArray());
        dictionary.setItem(COSName.ENCODING, encoding);
        return dictionary;
    }

    /// The glyph's code; -1 when it isn't here and there is no room.
    int code(int glyph, String of) throws IOException {
        var key = new Key(glyph, of);
        Integer known = codes.get(key);
        if (known != null) return known;
        int code = letters.size();
        if (code == MOST) return -1;
        codes.put(key, code);
        letters.add(of);
        GlyphVector vector = face.createGlyphVector(CONTEXT, new int[]{ glyph});
        float width = vector.getGlyphMetrics(0).getAdvanceX();
        widths.add(width);
        COSName name = COSName.getPDFName("g" + code);
        names.add(name);
        COSStream procedure = document.getDocument().createCOSStream();
        try (var out = procedure.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(procedure(width, vector.getGlyphOutline(0)).getBytes(StandardCharsets.US_ASCII));
        }
        procedures.setItem(name, procedure);
        return code;
    }

    /// In thousandths of the font's size.
    float width(int code) { return widths.get(code); }

    /// Writes what is only known when no glyph is to come any more.
    void finish() throws IOException {
        dict.setInt(COSName.FIRST_CHAR, 0);
        dict.setInt(COSName.LAST_CHAR, letters.size() - 1);
        var array = new COSArray();
        widths.forEach(width -> array.add(new COSFloat(width)));
        dict.setItem(COSName.WIDTHS, array);
        COSStream map = document.getDocument().createCOSStream();
        try (var out = map.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(toUnicode().getBytes(StandardCharsets.US_ASCII));
        }
        dict.setItem(COSName.TO_UNICODE, map);
    }

    /// What is shown with this font are its codes.
    @Override
    protected byte[] encode(int code) { return new byte[]{ (byte) code}; }

    /// ISO 32000-1 §9.10.3.
    private String toUnicode() {
        var map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin 12 dict begin begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def /CMapType 2 def
                1 begincodespacerange <00> <FF> endcodespacerange
                """);
        for (int from = 0; from < letters.size(); from += 100) {
            var lines = new StringBuilder();
            int count = 0;
            for (int code = from; code < Math.min(from + 100, letters.size()); code++) {
                if (letters.get(code).isEmpty()) continue;
                lines.append(String.format(Locale.ROOT, "<%02X> <", code));
                for (char unit : letters.get(code).toCharArray()) lines.append(String.format("%04X", (int) unit));
                lines.append(">\n");
                count++;
            }
            if (count > 0) map.append(count).append(" beginbfchar\n").append(lines).append("endbfchar\n");
        }
        return map.append("endcmap CMapName currentdict /CMap defineresource pop end end\n").toString();
    }

    /// §9.6.5, d1: the width and the bounds, then the outline in the text's colour.
    private static String procedure(float width, Shape outline) {
        var bounds = outline.getBounds2D();
        var out = new StringBuilder();
        write(out, width, 0, bounds.getMinX(), -bounds.getMaxY(), bounds.getMaxX(), -bounds.getMinY());
        out.append("d1\n");
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        PathIterator path = outline.getPathIterator(null);
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> write(out, at[0], -at[1]).append("m\n");
                case PathIterator.SEG_LINETO -> write(out, at[0], -at[1]).append("l\n");
                case PathIterator.SEG_QUADTO -> write(out, x + (at[0] - x) * 2 / 3, -(y + (at[1] - y) * 2 / 3),
                        at[2] + (at[0] - at[2]) * 2 / 3, -(at[3] + (at[1] - at[3]) * 2 / 3), at[2], -at[3])
                        .append("c\n");
                case PathIterator.SEG_CUBICTO -> write(out, at[0], -at[1], at[2], -at[3], at[4], -at[5]).append("c\n");
                default -> out.append("h\n");
            }
            int last = switch (path.currentSegment(at)) {
                case PathIterator.SEG_QUADTO -> 2;
                case PathIterator.SEG_CUBICTO -> 4;
                default -> 0;
            };
            x = at[last];
            y = at[last + 1];
        }
        return out.append(path.getWindingRule() == PathIterator.WIND_EVEN_ODD ? "f*" : "f").toString();
    }

    private static StringBuilder write(StringBuilder out, double... numbers) {
        for (double number : numbers) {
            long tenths = Math.round(number * 10);
            if (tenths < 0) out.append('-');
            out.append(Math.abs(tenths) / 10);
            if (tenths % 10 != 0) out.append('.').append(Math.abs(tenths) % 10);
            out.append(' ');
        }
        return out;
    }

    private static COSBase numbers(float... numbers) {
        var array = new COSArray();
        for (float number : numbers) array.add(new COSFloat(number));
        return array;
    }
}
