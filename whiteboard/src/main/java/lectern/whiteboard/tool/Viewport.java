package lectern.whiteboard.tool;

import lectern.protocol.board.Region;

/// The part of a page that a screen shows: page point (x, y) is in the screen's upper left corner.
///
/// @param zoom   screen pixels per page unit
/// @param width  of the screen, in pixels
public record Viewport(double x, double y, double zoom, double width, double height) {
    public static final double MIN_ZOOM = 0.1;
    public static final double MAX_ZOOM = 8;
    private static final double FARTHEST = 200_000;

    public Viewport {
        zoom = clampZoom(zoom);
        width = Math.max(1, width);
        height = Math.max(1, height);
        x = Math.clamp(x, -FARTHEST, FARTHEST);
        y = Math.clamp(y, -FARTHEST, FARTHEST);
    }

    public static double clampZoom(double zoom) { return Math.clamp(zoom, MIN_ZOOM, MAX_ZOOM); }

    /// As large as it fits, in the middle, with a margin around.
    public static Viewport fitting(Region part, double screenWidth, double screenHeight, double marginPixels) {
        double zoom = clampZoom(Math.min((screenWidth - 2 * marginPixels) / Math.max(part.width(), 1e-6),
                (screenHeight - 2 * marginPixels) / Math.max(part.height(), 1e-6)));
        return new Viewport(part.x() + part.width() / 2 - screenWidth / zoom / 2,
                part.y() + part.height() / 2 - screenHeight / zoom / 2, zoom, screenWidth, screenHeight);
    }

    public double pageX(double screenX) { return x + screenX / zoom; }

    public double pageY(double screenY) { return y + screenY / zoom; }

    public double screenX(double pageX) { return (pageX - x) * zoom; }

    public double screenY(double pageY) { return (pageY - y) * zoom; }

    /// The page goes with the hand by that many page units.
    public Viewport pannedBy(double dx, double dy) { return new Viewport(x - dx, y - dy, zoom, width, height); }

    /// The page point under that place of the screen stays there.
    public Viewport zoomedAround(double screenX, double screenY, double nextZoom) {
        double next = clampZoom(nextZoom);
        return new Viewport(pageX(screenX) - screenX / next, pageY(screenY) - screenY / next, next, width, height);
    }

    /// A screen of another size; what was in its middle stays there.
    public Viewport resized(double nextWidth, double nextHeight) {
        return new Viewport(x + (width - nextWidth) / zoom / 2, y + (height - nextHeight) / zoom / 2, zoom, nextWidth,
                nextHeight);
    }

    public Region region() { return new Region(x, y, width / zoom, height / zoom); }
}
