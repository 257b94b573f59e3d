package lectern.print;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.Point;
import lectern.protocol.board.Region;
import lectern.protocol.board.Shape;
import lectern.whiteboard.ArrowHead;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.Outline;

/// Walks over a page and tells a [Brush] what to paint. What the screen shows and what is printed are to look alike:
/// outlines and arrow heads come from the same place.
final class PagePrinter {
    private static final int LIGHT = 0xffffff;
    private static final int DARK = 0x1e2227;
    private static final double MARGIN = 20;
    private static final double RULING = 40;

    private final PrintedPage printed;
    private final Brush brush;
    private final boolean dark;

    private PagePrinter(PrintedPage printed, Brush brush) {
        this.printed = printed;
        this.brush = brush;
        dark = printed.page().ground() instanceof Ground.Paper(_, boolean isDark) && isDark;
    }

    /// What has to be on the paper: the page, and what was drawn beyond it; over an original the page alone.
    static Region area(PrintedPage printed) {
        Page page = printed.page();
        if (printed.isOver()) return new Region(0, 0, page.width(), page.height());
        var all = new Bounds(0, 0, page.width(), page.height());
        for (Shape shape : printed.shapes()) {
            Bounds bounds = Bounds.of(shape);
            boolean beyond = !all.contains(bounds);
            if (beyond) all = all.union(bounds.grownBy(MARGIN));
        }
        return new Region(all.minX(), all.minY(), Math.min(all.width(), 1_000_000),
                Math.min(all.height(), 1_000_000));
    }

    static void print(PrintedPage printed, Region area, Brush brush) {
        var printer = new PagePrinter(printed, brush);
        if (!printed.isOver()) printer.ground(area);
        for (Shape shape : printed.shapes()) printer.shape(shape);
    }

    private void ground(Region area) {
        Page page = printed.page();
        brush.fill(new Rectangle2D.Double(area.x(), area.y(), area.width(), area.height()), dark ? DARK : LIGHT, 1);
        switch (page.ground()) {
            case Ground.Paper(var ruling, _) -> ruling(ruling, area);
            case Ground.Picture(var asset) ->
                brush.picture(new Picture.Asset(asset), page.width(), page.height(), new AffineTransform(), 1);
            case Ground.Document(var document, int number) ->
                brush.picture(new Picture.DocumentPage(document, number), page.width(), page.height(),
                        new AffineTransform(), 1);
            case Ground.Clip _,Ground.Screen _ -> {
            }
        }
    }

    private void ruling(Ground.Paper.Ruling ruling, Region area) {
        if (ruling == Ground.Paper.Ruling.PLAIN) return;
        int rgb = dark ? 0x3a414a : 0xd5dce4;
        double right = area.x() + area.width();
        double bottom = area.y() + area.height();
        double firstX = Math.ceil(area.x() / RULING) * RULING;
        double firstY = Math.ceil(area.y() / RULING) * RULING;
        if (ruling == Ground.Paper.Ruling.DOTTED) {
            var dots = new Path2D.Double();
            for (double y = firstY; y <= bottom; y += RULING)
                for (double x = firstX; x <= right; x += RULING)
                    dots.append(new Ellipse2D.Double(x - 1.5, y - 1.5, 3, 3), false);
            brush.fill(dots, rgb, 1);
            return;
        }
        var lines = new Path2D.Double();
        for (double y = firstY; y <= bottom; y += RULING) lines.append(new Line2D.Double(area.x(), y, right, y), false);
        if (ruling == Ground.Paper.Ruling.GRID)
            for (double x = firstX; x <= right; x += RULING)
                lines.append(new Line2D.Double(x, area.y(), x, bottom), false);
        brush.stroke(lines, 1, Look.Dash.SOLID, rgb, 1);
    }

    private void shape(Shape shape) {
        Look look = shape.look();
        int rgb = rgb(look.colour());
        AffineTransform place = place(shape.frame());
        switch (shape.form()) {
            case Form.Ink ink -> {
                var outline = polygon(Outline.of(ink, shape.frame(), look));
                outline.transform(AffineTransform.getTranslateInstance(shape.frame().x(), shape.frame().y()));
                brush.fill(outline, rgb, look.opacity());
            }
            case Form.Path path -> path(path, place, look, rgb);
            case Form.Rectangle(double width, double height) ->
                area(place.createTransformedShape(new Rectangle2D.Double(0, 0, width, height)), look, rgb);
            case Form.Ellipse(double width, double height) ->
                area(place.createTransformedShape(new Ellipse2D.Double(0, 0, width, height)), look, rgb);
            case Form.Text text -> brush.text(TextLines.of(text), place, rgb, look.opacity());
            case Form.Picture(var asset, double width, double height) ->
                brush.picture(new Picture.Asset(asset), width, height, place, look.opacity());
        }
    }

    private void area(java.awt.Shape area, Look look, int rgb) {
        if (look.fill() != null) brush.fill(area, rgb(look.fill()), look.opacity());
        brush.stroke(area, look.width(), look.dash(), rgb, look.opacity());
    }

    private void path(Form.Path path, AffineTransform place, Look look, int rgb) {
        List<Point> points = path.points();
        double[] xy = new double[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            xy[2 * i] = points.get(i).x();
            xy[2 * i + 1] = points.get(i).y();
        }
        place.transform(xy, 0, xy, 0, points.size());
        int last = xy.length - 2;
        if (path.closed()) {
            area(polygon(xy), look, rgb);
            return;
        }
        if (path.end() == Form.Path.Head.ARROW) head(xy, last - 2, last, look, rgb);
        if (path.start() == Form.Path.Head.ARROW) head(xy, 2, 0, look, rgb);
        var line = new Path2D.Double();
        line.moveTo(xy[0], xy[1]);
        for (int i = 2; i <= last; i += 2) line.lineTo(xy[i], xy[i + 1]);
        brush.stroke(line, look.width(), look.dash(), rgb, look.opacity());
    }

    /// Paints a head, and lets the line end in the middle of its base.
    private void head(double[] xy, int from, int to, Look look, int rgb) {
        double[] corners = ArrowHead.corners(xy[from], xy[from + 1], xy[to], xy[to + 1], look.width());
        brush.fill(polygon(corners), rgb, look.opacity());
        xy[to] = (corners[2] + corners[4]) / 2;
        xy[to + 1] = (corners[3] + corners[5]) / 2;
    }

    private int rgb(String colour) {
        if (colour.equals(Look.INK)) return dark ? 0xf2f4f7 : 0x14171c;
        return Integer.parseInt(colour.substring(1), 16);
    }

    private static AffineTransform place(Frame frame) {
        var place = AffineTransform.getTranslateInstance(frame.x(), frame.y());
        place.rotate(Math.toRadians(frame.rotation()));
        place.scale(frame.scaleX(), frame.scaleY());
        return place;
    }

    private static Path2D polygon(double[] xy) {
        var polygon = new Path2D.Double(Path2D.WIND_NON_ZERO, xy.length / 2 + 1);
        if (xy.length < 2) return polygon;
        polygon.moveTo(xy[0], xy[1]);
        for (int i = 2; i + 1 < xy.length; i += 2) polygon.lineTo(xy[i], xy[i + 1]);
        polygon.closePath();
        return polygon;
    }
}
