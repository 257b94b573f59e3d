package lectern.print;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import lectern.protocol.board.Look;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/// Writes one page of a PDF: ink and lines as vectors, text as the outlines of its letters, so that it looks the same
/// everywhere and no font has to be in the file.
final class PdfBrush implements Brush {
    private final PDDocument into;
    private final PDPageContentStream out;
    private final PdfImages images;
    private final Map<Double, PDExtendedGraphicsState> opacities = new HashMap<>();
    private double opacityNow = 1;

    /// @param toPaper from page units to the paper's points
    PdfBrush(PDDocument into, PDPageContentStream out, AffineTransform toPaper, PdfImages images) throws IOException {
        this.into = into;
        this.out = out;
        this.images = images;
        out.transform(new Matrix(toPaper));
    }

    @Override
    public void fill(Shape area, int rgb, double opacity) {
        write(() -> {
            opacity(opacity);
            out.setNonStrokingColor(new Color(rgb));
            if (path(area)) out.fill();
        });
    }

    @Override
    public void stroke(Shape line, double width, Look.Dash dash, int rgb, double opacity) {
        write(() -> {
            opacity(opacity);
            out.setStrokingColor(new Color(rgb));
            out.setLineWidth((float) width);
            out.setLineCapStyle(1);
            out.setLineJoinStyle(1);
            out.setLineDashPattern(Dashes.of(dash, width), 0);
            if (path(line)) out.stroke();
        });
    }

    @Override
    public void text(TextLines text, AffineTransform place, int rgb, double opacity) {
        for (int i = 0; i < text.lines().size(); i++) {
            var at = new AffineTransform(place);
            at.translate(0, text.baselines()[i]);
            fill(at.createTransformedShape(text.outline(i)), rgb, opacity);
        }
    }

    @Override
    public void picture(Picture picture, double width, double height, AffineTransform place, double opacity) {
        write(() -> {
            PDImageXObject image = images.find(into, picture);
            if (image == null) {
                fill(place.createTransformedShape(new Rectangle2D.Double(0, 0, width, height)), 0xc8ced6, opacity);
                return;
            }
            opacity(opacity);
            var unit = new AffineTransform(place);
            unit.concatenate(new AffineTransform(width, 0, 0, -height, 0, height)); // a PDF's pictures stand on their feet
            out.drawImage(image, new Matrix(unit));
        });
    }

    private void opacity(double opacity) throws IOException {
        if (opacity == opacityNow) return;
        opacityNow = opacity;
        out.setGraphicsStateParameters(opacities.computeIfAbsent(opacity, value -> {
            var state = new PDExtendedGraphicsState();
            state.setNonStrokingAlphaConstant(value.floatValue());
            state.setStrokingAlphaConstant(value.floatValue());
            return state;
        }));
    }

    /// False for nothing at all, which a PDF can't fill.
    private boolean path(Shape shape) throws IOException {
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        boolean any = false;
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            any = true;
            switch (i.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> out.moveTo(x = at[0], y = at[1]);
                case PathIterator.SEG_LINETO -> out.lineTo(x = at[0], y = at[1]);
                case PathIterator.SEG_QUADTO -> { // a PDF knows cubic curves only
                    out.curveTo(x + (at[0] - x) * 2 / 3, y + (at[1] - y) * 2 / 3, at[2] + (at[0] - at[2]) * 2 / 3,
                            at[3] + (at[1] - at[3]) * 2 / 3, at[2], at[3]);
                    x = at[2];
                    y = at[3];
                }
                case PathIterator.SEG_CUBICTO -> out.curveTo(at[0], at[1], at[2], at[3], x = at[4], y = at[5]);
                default -> out.closePath();
            }
        }
        return any;
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
