package lectern.ui.board;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Form;
import lectern.protocol.board.Form.Path.Head;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.Point;
import lectern.protocol.board.Shape;
import lectern.whiteboard.ArrowHead;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.Placing;
import org.jspecify.annotations.Nullable;

/// Paints pages and shapes. The graphics context is in page coordinates. JavaFX thread.
public final class BoardPainter {
    private static final double BEZIER_CIRCLE = 0.5522847498307936;
    private static final Color DESK = Color.web("#e9ecf1");
    private static final Color MISSING = Color.web("#aeb6c3");
    private static final Color CURTAIN = Color.web("#3a4354"), CURTAIN_FOLD = Color.web("#465063");
    private static final double FOLD = 48;
    private static final double SMALL_PX = 30;
    private static final int TEXTS = 500;

    private final Assets assets;
    private final DocumentGround documents;
    private final Outlines outlines = new Outlines();
    /// Breaking a text costs more than painting it, and it lies on several tiles.
    private final Map<Form.Text, TextLines> lines = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Form.Text, TextLines> eldest) { return size() > TEXTS; }
    };
    private double[] fewX = new double[64], fewY = new double[64];

    public BoardPainter(Assets assets) {
        this.assets = assets;
        documents = new DocumentGround(assets.pages);
    }

    /// Everything in a part of the page, at once: for thumbnails and pictures.
    public void paint(GraphicsContext g, Content content, Bounds part, double zoom) {
        paintUnder(g, content, part, zoom);
        for (var shape : content.in(part)) paint(g, shape, content.isDark(), zoom);
        paintCurtain(g, content);
    }

    /// What is seen before anything is painted.
    static @Nullable Background background(Page page) {
        return switch (page.ground()) {
            case Ground.Paper paper -> Background.fill(Paper.colour(paper.dark()));
            case Ground.Picture _,Ground.Document _ -> Background.fill(DESK);
            case Ground.Screen _,Ground.Clip _ -> null;
        };
    }

    /// About how many vertices a shape has.
    static int cost(Shape shape) {
        return switch (shape.form()) {
            case Form.Ink ink -> 6 + ink.points().length() / 2;
            case Form.Path path -> 20 + path.points().size() * 8;
            case Form.Rectangle _,Form.Ellipse _ -> 60;
            case Form.Text text -> 60 + text.text().length() * 8;
            case Form.Picture _ -> 400;
        };
    }

    /// @param zoom screen pixels per page unit
    /// @return what it cost, as in [#cost]
    int paint(GraphicsContext g, Shape shape, boolean dark, double zoom) {
        var look = shape.look();
        g.setGlobalAlpha(look.opacity());
        switch (shape.form()) {
            case Form.Ink _ -> {
                g.setFill(Paper.of(look.colour(), dark));
                return ink(g, shape, zoom);
            }
            case Form.Path path -> path(g, shape, path, dark);
            case Form.Rectangle rectangle -> rectangle(g, shape, rectangle, dark);
            case Form.Ellipse ellipse -> ellipse(g, shape, ellipse, dark);
            case Form.Text text -> text(g, shape, text, dark);
            case Form.Picture picture -> picture(g, shape, picture);
        }
        return cost(shape);
    }

    private int ink(GraphicsContext g, Shape shape, double zoom) {
        var outline = outlines.of(shape);
        double[] xs = outline.xs(), ys = outline.ys();
        double px = outline.size() * zoom;
        int step = px < SMALL_PX ? (int) Math.ceil(xs.length / (10 + 2 * px)) : 1;
        if (step < 2) {
            g.fillPolygon(xs, ys, xs.length);
            return 6 + xs.length;
        }
        // As many corners as can be told apart where it is so small.
        int count = xs.length / step;
        if (fewX.length < count) {
            fewX = new double[count];
            fewY = new double[count];
        }
        for (int i = 0; i < count; i++) {
            fewX[i] = xs[i * step];
            fewY[i] = ys[i * step];
        }
        g.fillPolygon(fewX, fewY, count);
        return 6 + count;
    }

    private static void path(GraphicsContext g, Shape shape, Form.Path path, boolean dark) {
        var placing = new Placing(shape.frame());
        double width = shape.look().width();
        int n = path.points().size();
        var xs = new double[n];
        var ys = new double[n];
        for (int i = 0; i < n; i++) {
            Point point = path.points().get(i);
            xs[i] = placing.x(point.x(), point.y());
            ys[i] = placing.y(point.x(), point.y());
        }
        var heads = new double[2][];
        if (!path.closed()) {
            if (path.start() == Head.ARROW) heads[0] = head(xs, ys, 1, 0, width);
            if (path.end() == Head.ARROW) heads[1] = head(xs, ys, n - 2, n - 1, width);
        }
        g.beginPath();
        g.moveTo(xs[0], ys[0]);
        for (int i = 1; i < n; i++) g.lineTo(xs[i], ys[i]);
        if (path.closed()) g.closePath();
        if (path.closed()) fill(g, shape.look(), dark);
        stroke(g, shape.look(), dark);
        g.setFill(Paper.of(shape.look().colour(), dark));
        for (var head : heads)
            if (head != null)
                g.fillPolygon(new double[]{ head[0], head[2], head[4]},
                        new double[]{ head[1], head[3], head[5]}, 3);
    }

    /// The corners of an arrow's head; its line then ends in the middle of the head's base, or its round end would stick out.
    private static double[] head(double[] xs, double[] ys, int from, int to, double width) {
        double[] corners = ArrowHead.corners(xs[from], ys[from], xs[to], ys[to], width);
        xs[to] = (corners[2] + corners[4]) / 2;
        ys[to] = (corners[3] + corners[5]) / 2;
        return corners;
    }

    private static void rectangle(GraphicsContext g, Shape shape, Form.Rectangle form, boolean dark) {
        var placing = new Placing(shape.frame());
        double w = form.width(), h = form.height();
        g.beginPath();
        g.moveTo(placing.x(0, 0), placing.y(0, 0));
        g.lineTo(placing.x(w, 0), placing.y(w, 0));
        g.lineTo(placing.x(w, h), placing.y(w, h));
        g.lineTo(placing.x(0, h), placing.y(0, h));
        g.closePath();
        fill(g, shape.look(), dark);
        stroke(g, shape.look(), dark);
    }

    private static void ellipse(GraphicsContext g, Shape shape, Form.Ellipse form, boolean dark) {
        var p = new Placing(shape.frame());
        double w = form.width(), h = form.height(), rx = w / 2, ry = h / 2;
        double kx = rx * BEZIER_CIRCLE, ky = ry * BEZIER_CIRCLE;
        g.beginPath();
        g.moveTo(p.x(w, ry), p.y(w, ry));
        curve(g, p, w, ry + ky, rx + kx, h, rx, h);
        curve(g, p, rx - kx, h, 0, ry + ky, 0, ry);
        curve(g, p, 0, ry - ky, rx - kx, 0, rx, 0);
        curve(g, p, rx + kx, 0, w, ry - ky, w, ry);
        g.closePath();
        fill(g, shape.look(), dark);
        stroke(g, shape.look(), dark);
    }

    private static void curve(GraphicsContext g, Placing p, double ax, double ay, double bx, double by, double x,
            double y) {
        g.bezierCurveTo(p.x(ax, ay), p.y(ax, ay), p.x(bx, by), p.y(bx, by), p.x(x, y), p.y(x, y));
    }

    private static void fill(GraphicsContext g, Look look, boolean dark) {
        if (look.fill() == null) return;
        g.setFill(Paper.of(look.fill(), dark));
        g.fill();
    }

    private static void stroke(GraphicsContext g, Look look, boolean dark) {
        double width = look.width();
        g.setStroke(Paper.of(look.colour(), dark));
        g.setLineWidth(width);
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        switch (look.dash()) {
            case SOLID -> g.setLineDashes();
            case DASHED -> g.setLineDashes(4 * width, 3 * width);
            case DOTTED -> g.setLineDashes(0.01, 2.5 * width); // round ends make dots of nothing
        }
        g.stroke();
    }

    private void text(GraphicsContext g, Shape shape, Form.Text form, boolean dark) {
        g.save();
        enter(g, shape);
        g.setFill(Paper.of(shape.look().colour(), dark));
        lines.computeIfAbsent(form, TextLines::of).paint(g, form.size(), form.bold());
        g.restore();
    }

    private void picture(GraphicsContext g, Shape shape, Form.Picture form) {
        g.save();
        enter(g, shape);
        image(g, form.asset(), form.width(), form.height());
        g.restore();
    }

    private void image(GraphicsContext g, AssetId asset, double width, double height) {
        Image image = assets.image(asset);
        if (image != null) {
            g.drawImage(image, 0, 0, width, height);
            return;
        }
        g.setFill(MISSING.deriveColor(0, 1, 1, 0.22));
        g.fillRect(0, 0, width, height);
        if (!assets.hasFailed(asset)) return;
        g.setStroke(MISSING);
        g.setLineDashes();
        g.setLineWidth(2);
        g.strokeRect(1, 1, width - 2, height - 2);
        g.strokeLine(0, 0, width, height);
        g.strokeLine(0, height, width, 0);
    }

    private static void enter(GraphicsContext g, Shape shape) {
        var p = new Placing(shape.frame());
        g.transform(p.dx(1, 0), p.dy(1, 0), p.dx(0, 1), p.dy(0, 1), shape.frame().x(), shape.frame().y());
    }

    /// All that lies under the ink.
    void paintUnder(GraphicsContext g, Content content, Bounds part, double zoom) {
        paintGround(g, content.page(), part, zoom);
        for (var highlight : content.highlights()) {
            var at = highlight.place();
            if (!Bounds.of(at).intersects(part)) continue;
            g.setFill(highlight.kind().colour);
            g.fillRect(at.x(), at.y(), at.width(), at.height());
        }
    }

    void paintGround(GraphicsContext g, Page page, Bounds part, double zoom) {
        g.setGlobalAlpha(1);
        switch (page.ground()) {
            case Ground.Paper paper -> {
                Paper.paint(g, paper, part, zoom);
                Paper.edge(g, page, zoom);
            }
            case Ground.Picture picture -> {
                g.setFill(DESK);
                g.fillRect(part.minX(), part.minY(), part.width(), part.height());
                g.setFill(Color.WHITE);
                g.fillRect(0, 0, page.width(), page.height());
                image(g, picture.asset(), page.width(), page.height());
            }
            case Ground.Document document -> {
                g.setFill(DESK);
                g.fillRect(part.minX(), part.minY(), part.width(), part.height());
                g.setFill(Color.WHITE);
                g.fillRect(0, 0, page.width(), page.height());
                documents.paint(g, page, document, part, zoom);
            }
            case Ground.Screen _,Ground.Clip _ -> {
            } // the picture lies behind
        }
    }

    /// Over everything: it hides what was drawn under it, too.
    void paintCurtain(GraphicsContext g, Content content) {
        var curtain = content.page().curtain();
        if (curtain == null) return;
        g.setGlobalAlpha(content.throughCurtain() ? 0.42 : 1);
        g.setFill(CURTAIN);
        g.fillRect(curtain.x(), curtain.y(), curtain.width(), curtain.height());
        g.setFill(CURTAIN_FOLD);
        for (double x = 0; x < curtain.width(); x += FOLD)
            g.fillRect(curtain.x() + x, curtain.y(), Math.min(FOLD / 2, curtain.width() - x), curtain.height());
        g.setGlobalAlpha(1);
    }
}
