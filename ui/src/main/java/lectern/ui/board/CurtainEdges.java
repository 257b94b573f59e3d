package lectern.ui.board;

import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import lectern.protocol.board.Page;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import lectern.whiteboard.tool.Viewport;
import org.jspecify.annotations.Nullable;

/// The edges of the curtain, by which who moderates draws it: each a line with a handle in its middle.
final class CurtainEdges extends Pane {
    private static final double THICK = 14;
    private static final double SMALLEST = 40;
    private static final long GAP_NS = 150_000_000; // the class sees it move; each move is kept

    private enum Side { LEFT, TOP, RIGHT, BOTTOM }

    private final BoardModel model;
    private final BoardSurface surface;
    private final PageVerbs verbs;
    private final Button open = new Button(null, Icon.CLOSE.node());
    private lectern.protocol.board.@Nullable Region dragging;
    private long saidNs;

    CurtainEdges(Ui ui, BoardSurface surface, PageVerbs verbs) {
        model = ui.model.lesson.board;
        this.surface = surface;
        this.verbs = verbs;
        setPickOnBounds(false);
        var clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        for (var side : Side.values()) getChildren().add(edge(side));
        open.setId("curtain-open");
        open.setManaged(false);
        open.getStyleClass().setAll("curtain-open");
        Keys.name(open, ui.text("page.curtain.open"));
        open.setOnAction(_ -> {
            if (model.viewed.get() != null) verbs.curtain(model.viewed.get(), null);
        });
        getChildren().add(open);
        ui.watchAll(this::place, model.viewed, surface.viewProperty());
    }

    private Region edge(Side side) {
        var handle = new Region();
        handle.getStyleClass().add("curtain-handle");
        var edge = new Pane(handle);
        handle.setManaged(false);
        edge.setManaged(false);
        edge.setId("curtain-" + side.name().toLowerCase(java.util.Locale.ROOT));
        boolean upright = side == Side.LEFT || side == Side.RIGHT;
        edge.setCursor(upright ? Cursor.H_RESIZE : Cursor.V_RESIZE);
        edge.setUserData(side);
        edge.setOnMousePressed(event -> {
            dragging = curtain();
            event.consume();
        });
        edge.setOnMouseDragged(event -> {
            if (dragging == null) return;
            var at = sceneToLocal(event.getSceneX(), event.getSceneY());
            dragging = moved(dragging, side, surface.view(), at.getX(), at.getY());
            place();
            long nowNs = System.nanoTime();
            if (nowNs - saidNs >= GAP_NS) say(nowNs);
            event.consume();
        });
        edge.setOnMouseReleased(event -> {
            if (dragging != null) say(System.nanoTime());
            dragging = null;
            event.consume();
        });
        return edge;
    }

    private void say(long nowNs) {
        saidNs = nowNs;
        Page page = model.viewed.get();
        if (page != null && dragging != null && !dragging.equals(page.curtain())) verbs.curtain(page, dragging);
    }

    private static lectern.protocol.board.Region moved(lectern.protocol.board.Region from, Side side, Viewport view,
            double x, double y) {
        double left = from.x(), top = from.y(), right = left + from.width(), bottom = top + from.height();
        switch (side) {
            case LEFT -> left = Math.min(view.pageX(x), right - SMALLEST);
            case RIGHT -> right = Math.max(view.pageX(x), left + SMALLEST);
            case TOP -> top = Math.min(view.pageY(y), bottom - SMALLEST);
            case BOTTOM -> bottom = Math.max(view.pageY(y), top + SMALLEST);
        }
        return new lectern.protocol.board.Region(left, top, right - left, bottom - top);
    }

    private lectern.protocol.board.@Nullable Region curtain() {
        var page = model.viewed.get();
        return page == null || !model.moderates() ? null : page.curtain();
    }

    private void place() {
        var curtain = dragging != null ? dragging : curtain();
        setVisible(curtain != null);
        if (curtain == null) return;
        var view = surface.view();
        double left = view.screenX(curtain.x()), top = view.screenY(curtain.y());
        double width = curtain.width() * view.zoom(), height = curtain.height() * view.zoom();
        for (var node : getChildren()) {
            if (!(node.getUserData() instanceof Side side)) continue;
            var edge = (Pane) node;
            var handle = (Region) edge.getChildren().getFirst();
            switch (side) {
                case LEFT -> edge.resizeRelocate(left - THICK / 2, top, THICK, height);
                case RIGHT -> edge.resizeRelocate(left + width - THICK / 2, top, THICK, height);
                case TOP -> edge.resizeRelocate(left, top - THICK / 2, width, THICK);
                case BOTTOM -> edge.resizeRelocate(left, top + height - THICK / 2, width, THICK);
            }
            boolean upright = side == Side.LEFT || side == Side.RIGHT;
            double handleWidth = upright ? 6 : 54, handleHeight = upright ? 54 : 6;
            handle.resizeRelocate((edge.getWidth() - handleWidth) / 2, (edge.getHeight() - handleHeight) / 2,
                    handleWidth, handleHeight);
        }
        open.resizeRelocate(left + width - 40, top + 12, 28, 28);
    }
}
