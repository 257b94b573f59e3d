package lectern.whiteboard.tool;

import lectern.protocol.board.Look;
import lectern.protocol.board.Look.Dash;
import org.jspecify.annotations.Nullable;

/// How what is drawn next will look.
///
/// @param colour       as in [Look]
/// @param markerColour a marker keeps a colour of its own
/// @param fill         of rectangles, ellipses and polygons; null is not filled
/// @param dash         of everything but ink and text
/// @param textSize     in page units
/// @param eraserWidth  its diameter in screen pixels: it stays as large on the screen whatever the zoom
/// @param erasesParts  cuts pieces out of ink instead of taking whole strokes
/// @param markerOpacity below 1, since what covers wholly is a pen
public record Style(String colour, String markerColour, double penWidth, double markerWidth, double lineWidth,
        @Nullable String fill, Dash dash, double textSize, boolean bold, double eraserWidth, boolean erasesParts,
        double markerOpacity) {
    public static final Style FIRST = new Style(Look.INK, "#ffd400", 3, 24, 3, null, Dash.SOLID, 28, false, 24, false,
            0.4);

    public Look pen() { return Look.pen(colour, penWidth); }

    public Look marker() { return new Look(markerColour, markerWidth, markerOpacity, null, Dash.SOLID); }

    public Look line() { return new Look(colour, lineWidth, 1, null, dash); }

    public Look area() { return new Look(colour, lineWidth, 1, fill, dash); }

    public Look text() { return Look.pen(colour, 1); }

    public Style withColour(String next) {
        return new Style(next, markerColour, penWidth, markerWidth, lineWidth, fill, dash, textSize, bold, eraserWidth,
                erasesParts, markerOpacity);
    }

    public Style withMarkerColour(String next) {
        return new Style(colour, next, penWidth, markerWidth, lineWidth, fill, dash, textSize, bold, eraserWidth,
                erasesParts, markerOpacity);
    }

    public Style withWidths(double pen, double marker, double line) {
        return new Style(colour, markerColour, pen, marker, line, fill, dash, textSize, bold, eraserWidth, erasesParts,
                markerOpacity);
    }

    public Style withFill(@Nullable String next) {
        return new Style(colour, markerColour, penWidth, markerWidth, lineWidth, next, dash, textSize, bold,
                eraserWidth, erasesParts, markerOpacity);
    }

    public Style withDash(Dash next) {
        return new Style(colour, markerColour, penWidth, markerWidth, lineWidth, fill, next, textSize, bold,
                eraserWidth, erasesParts, markerOpacity);
    }

    public Style withText(double size, boolean nextBold) {
        return new Style(colour, markerColour, penWidth, markerWidth, lineWidth, fill, dash, size, nextBold,
                eraserWidth, erasesParts, markerOpacity);
    }

    public Style withEraser(double width, boolean parts) {
        return new Style(colour, markerColour, penWidth, markerWidth, lineWidth, fill, dash, textSize, bold, width,
                parts, markerOpacity);
    }

    public Style withMarkerOpacity(double next) {
        return new Style(colour, markerColour, penWidth, markerWidth, lineWidth, fill, dash, textSize, bold,
                eraserWidth, erasesParts, next);
    }
}
