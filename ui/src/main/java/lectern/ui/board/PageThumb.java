package lectern.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.material.Tiling;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.whiteboard.Bounds;
import lectern.whiteboard.InkCode;
import org.jspecify.annotations.Nullable;

/// A small picture of a page. [Thumbnails] says when to paint; a page with much on it is painted bit by bit on a second
/// canvas behind the first.
final class PageThumb extends StackPane {
    private static final long LONGEST_REST_MS = 5_000;
    private static final int COST_PER_MS = 50; // as the painter counts; a page of a hundred strokes rests some 60 ms
    private static final double ON_TOP = 1e12;
    private static final int MOST_POINTS = 3_000; // however far apart they are, ink holds so many
    private static final Color SCREEN = Color.web("#12151c");

    private final BoardModel model;
    private final BoardPainter painter;
    private final double width, height;
    private @Nullable Page page;
    private @Nullable Canvas shown, coming;
    private @Nullable Content content;
    private List<Shape> shapes = List.of();
    private int next;
    private boolean dirty;
    private boolean inView = true;
    private long paintedMs = Long.MIN_VALUE / 2;
    private int cost, lastCost;

    PageThumb(BoardModel model, BoardPainter painter, double width, double height) {
        this.model = model;
        this.painter = painter;
        this.width = width;
        this.height = height;
        getStyleClass().add("page-thumb");
        setMinSize(width, height);
        setMaxSize(width, height);
        setMouseTransparent(true);
        var clip = new Rectangle(width, height);
        clip.setArcWidth(10);
        clip.setArcHeight(10);
        setClip(clip);
    }

    void show(Page next) {
        if (next.equals(page)) return;
        page = next;
        soil();
    }

    @Nullable
    Page page() { return page; }

    void inView(boolean now) { inView = now; }

    void soil() { dirty = true; }

    /// The pictures of a document's page that it needs.
    List<Wish> wishes(double density) {
        if (!inView || page == null || !(page.ground() instanceof Ground.Document ground)) return List.of();
        return DocumentGround.ranked(page, ground, Tiling.levelFor(zoom(page) * density),
                new Bounds(0, 0, page.width(), page.height()), Wish.Rank.SMALL);
    }

    boolean waits() { return (dirty || coming != null) && inView && page != null && getScene() != null; }

    long paintedMs() { return paintedMs; }

    /// How long it may stay as it is: the more there is on a page, the less a single stroke shows in its picture.
    long restMs() { return Math.min(LONGEST_REST_MS, lastCost / COST_PER_MS); }

    /// @return what it cost, as the painter counts
    int paint(int budget, long nowMs) {
        if (page == null) return 0;
        int spent = 0;
        if (coming == null) {
            spent = 40;
            begin(page);
        }
        if (coming == null || content == null) return spent;
        var g = coming.getGraphicsContext2D();
        double zoom = zoom(page);
        while (next < shapes.size() && spent < budget)
            spent += painter.paint(g, shapes.get(next++), content.isDark(), zoom);
        cost += spent;
        if (next < shapes.size()) return spent;
        lastCost = cost;
        cost = 0;
        painter.paintCurtain(g, content);
        g.restore();
        shown = coming;
        coming = null;
        shapes = List.of();
        getChildren().setAll(shown);
        if (page.ground() instanceof Ground.Screen) getChildren().addFirst(Icon.SCREEN.node());
        if (page.ground() instanceof Ground.Clip clip)
            getChildren().addFirst((clip.picture() ? Icon.CLIP : Icon.MUSIC).node());
        paintedMs = nowMs;
        return spent;
    }

    private void begin(Page page) {
        dirty = false;
        double zoom = zoom(page);
        double left = (width / zoom - page.width()) / 2, top = (height / zoom - page.height()) / 2;
        var part = new Bounds(-left, -top, page.width() + left, page.height() + top);
        content = new Content(page, model.sheet(page.id()), Set.of(), model.moderates());
        shapes = withThoseInHand(page.id(), content.in(part));
        next = 0;
        coming = new Canvas(width, height);
        getChildren().addFirst(coming);
        setBackground(new Background(new BackgroundFill(
                page.ground() instanceof Ground.Screen || page.ground() instanceof Ground.Clip
                        ? SCREEN
                        : Paper.colour(content.isDark()),
                CornerRadii.EMPTY,
                Insets.EMPTY)));
        var g = coming.getGraphicsContext2D();
        g.save();
        g.setTransform(zoom, 0, 0, zoom, left * zoom, top * zoom);
        painter.paintGround(g, page, part, zoom);
    }

    /// What others hold over the page just now lies on top of all.
    private List<Shape> withThoseInHand(PageId page, List<Shape> onPage) {
        var all = new ArrayList<>(onPage);
        for (var doing : model.presences(page)) {
            var stroke = doing.presence().stroke();
            var shape = doing.presence().shape();
            if (shape != null) all.add(shape);
            var ink = doing.ink();
            if (stroke == null || ink == null) continue;
            var newest = ink.part(Math.max(0, ink.size() - MOST_POINTS), ink.size());
            all.add(new Shape(stroke.id(), ON_TOP, Frame.at(stroke.x(), stroke.y()), stroke.look(),
                    new Form.Ink(stroke.precision(), InkCode.encode(newest))));
        }
        return all;
    }

    private double zoom(Page page) { return Math.min(width / page.width(), height / page.height()); }
}
