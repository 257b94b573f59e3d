package lectern.print;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.util.Base64;
import java.util.Locale;
import lectern.protocol.board.Look;

/// Writes the inside of an SVG document. Pictures are in it whole, so the file stands alone; text is text.
final class SvgBrush implements Brush {
    private final StringBuilder out;
    private final Pictures pictures;

    SvgBrush(StringBuilder out, Pictures pictures) {
        this.out = out;
        this.pictures = pictures;
    }

    @Override
    public void fill(Shape area, int rgb, double opacity) {
        out.append("<path d=\"");
        path(area);
        out.append("\" fill=\"").append(colour(rgb)).append('"');
        opacity(opacity);
        out.append("/>\n");
    }

    @Override
    public void stroke(Shape line, double width, Look.Dash dash, int rgb, double opacity) {
        out.append("<path d=\"");
        path(line);
        out.append("\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke=\"").append(colour(rgb))
                .append("\" stroke-width=\"").append(number(width)).append('"');
        float[] dashes = Dashes.of(dash, width);
        if (dashes.length > 0)
            out.append(" stroke-dasharray=\"").append(number(dashes[0])).append(' ').append(number(dashes[1]))
                    .append('"');
        opacity(opacity);
        out.append("/>\n");
    }

    @Override
    public void text(TextLines text, AffineTransform place, int rgb, double opacity) {
        out.append("<text xml:space=\"preserve\" font-family=\"sans-serif\" font-size=\"").append(number(text.size()))
                .append('"');
        if (text.bold()) out.append(" font-weight=\"bold\"");
        out.append(" fill=\"").append(colour(rgb)).append('"');
        transform(place);
        opacity(opacity);
        out.append('>');
        for (int i = 0; i < text.lines().size(); i++)
            out.append("<tspan x=\"0\" y=\"").append(number(text.baselines()[i])).append("\">")
                    .append(escaped(text.lines().get(i))).append("</tspan>");
        out.append("</text>\n");
    }

    @Override
    public void picture(Picture picture, double width, double height, AffineTransform place, double opacity) {
        byte[] bytes = pictures.find(picture);
        out.append(bytes == null ? "<rect fill=\"#c8ced6\"" : "<image preserveAspectRatio=\"none\"").append(" width=\"")
                .append(number(width)).append("\" height=\"").append(number(height)).append('"');
        transform(place);
        opacity(opacity);
        if (bytes != null)
            out.append(" href=\"data:").append(PictureKind.of(bytes).contentType()).append(";base64,")
                    .append(Base64.getEncoder().encodeToString(bytes)).append('"');
        out.append("/>\n");
    }

    private void path(Shape shape) {
        double[] at = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            int kind = i.currentSegment(at);
            out.append("MLQCZ".charAt(kind));
            int numbers = kind == PathIterator.SEG_CLOSE
                    ? 0
                    : kind == PathIterator.SEG_CUBICTO
                            ? 6
                            : kind == PathIterator.SEG_QUADTO ? 4 : 2;
            for (int n = 0; n < numbers; n++) out.append(n == 0 ? "" : " ").append(number(at[n]));
        }
    }

    private void transform(AffineTransform place) {
        if (place.isIdentity()) return;
        double[] m = new double[6];
        place.getMatrix(m);
        out.append(" transform=\"matrix(");
        for (int i = 0; i < 6; i++) out.append(i == 0 ? "" : " ").append(number(m[i]));
        out.append(")\"");
    }

    private void opacity(double opacity) {
        if (opacity < 1) out.append(" opacity=\"").append(number(opacity)).append('"');
    }

    private static String colour(int rgb) { return String.format("#%06x", rgb); }

    /// At most three decimals, none where it is whole.
    static String number(double value) {
        long thousandths = Math.round(value * 1000);
        if (thousandths % 1000 == 0) return Long.toString(thousandths / 1000);
        String text = String.format(Locale.ROOT, "%.3f", thousandths / 1000.0);
        int end = text.length();
        while (text.charAt(end - 1) == '0') end--;
        return text.substring(0, end);
    }

    static String escaped(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // XML has no place for these, not even escaped.
                default -> out.appendCodePoint(c < 0x20 && c != '\t' || c == 0xfffe || c == 0xffff
                        || c >= 0xd800 && c < 0xe000 ? ' ' : c);
            }
        });
        return out.toString();
    }
}
