package lectern.ui.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import lectern.protocol.BoardMessage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.model.BoardListener;
import lectern.ui.model.BoardModel;
import lectern.ui.model.Notices;
import lectern.ui.part.Avatar;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import lectern.whiteboard.Edit;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pages of all students, as they write on them. A click opens one.
final class HandOutGrid extends VBox {
    private static final double WIDTH = 200, HEIGHT = 112.5;
    private static final Duration WRITES = Duration.seconds(3);

    private final Ui ui;
    private final BoardModel model;
    private final Thumbnails thumbnails;
    private final Consumer<Set<PageId>> onVisible;
    private final Consumer<Page> open;
    private final FlowPane flow = new FlowPane(10, 10);
    private final ScrollPane scroll = new ScrollPane(flow);
    private final Map<PageId, Cell> cells = new HashMap<>();

    private static final class Cell extends Button {
        final PageThumb thumb;
        final FontIcon pen = Icon.PEN.node();
        final PauseTransition writes = new PauseTransition(WRITES);
        final Label name = new Label();

        Cell(PageThumb thumb) {
            this.thumb = thumb;
            getStyleClass().setAll("grid-cell");
        }
    }

    HandOutGrid(Ui ui, Thumbnails thumbnails, Consumer<Set<PageId>> onVisible, Consumer<Page> open, Runnable close) {
        this.ui = ui;
        this.thumbnails = thumbnails;
        this.onVisible = onVisible;
        this.open = open;
        model = ui.model.lesson.board;
        setId("hand-out-grid");
        getStyleClass().add("hand-out-grid");
        flow.getStyleClass().add("grid-flow");
        flow.setAlignment(Pos.TOP_CENTER);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("grid-scroll", "edge-to-edge");
        scroll.vvalueProperty().subscribe(this::visible);
        scroll.viewportBoundsProperty().subscribe(this::visible);
        visibleProperty().subscribe(this::visible);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(close), scroll);
        ui.watchSeen(this, this::show, model.pages, model.current);
        ui.onClose(model.listen(new BoardListener() {
            @Override
            public void edited(PageId page, List<Edit> edits) { writes(page); }

            @Override
            public void presenceChanged(PageId page) {
                if (model.presences(page).stream().anyMatch(doing -> doing.presence().stroke() != null)) writes(page);
            }
        }));
    }

    private Node head(Runnable close) {
        var title = new Label();
        title.getStyleClass().add("strong");
        var count = new Label();
        count.getStyleClass().addAll("badge", "plain");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var collect = new Button(ui.text("handout.collect"), Icon.COLLECT.node());
        collect.setId("collect");
        collect.getStyleClass().addAll("primary", "compact");
        collect.setOnAction(_ -> {
            model.say(new BoardMessage.Collect());
            ui.model.lesson.toasts.add(Notices.collected());
        });
        var leave = new Button(null, Icon.CLOSE.node());
        leave.setId("grid-close");
        leave.getStyleClass().addAll("quiet", "icon-only");
        Keys.name(leave, ui.text("handout.close"));
        leave.setOnAction(_ -> close.run());
        var head = new HBox(10, title, count, space, collect, leave);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("grid-head");
        ui.watchAll(() -> {
            boolean out = model.handOut.get() != null;
            title.setText(ui.text(out ? "handout.grid" : "handout.grid.collected"));
            count.setText(Integer.toString(PageRow.privates(model).size()));
            collect.setVisible(out);
            collect.setManaged(out);
        }, model.handOut, model.pages);
        return head;
    }

    private void show() {
        var pages = new ArrayList<>(PageRow.privates(model));
        pages.sort(Comparator.comparing((Page page) -> page.collected())
                .thenComparing(page -> PageRow.name(ui, page).toLowerCase(Locale.ROOT)).thenComparing(Page::id));
        var gone = new HashSet<>(cells.keySet());
        var shown = new ArrayList<Node>();
        for (var page : pages) {
            gone.remove(page.id());
            var cell = cells.computeIfAbsent(page.id(), _ -> cell(page));
            thumbnails.show(cell.thumb, page);
            cell.name.setText(PageRow.name(ui, page));
            cell.setAccessibleText(cell.name.getText());
            cell.setOnAction(_ -> open.accept(page));
            shown.add(cell);
        }
        for (var id : gone) thumbnails.forget(Objects.requireNonNull(cells.remove(id)).thumb);
        flow.getChildren().setAll(shown);
        if (shown.isEmpty()) {
            var none = new Label(ui.text("handout.none"));
            none.getStyleClass().add("muted");
            flow.getChildren().setAll(none);
        }
        visible();
    }

    private Cell cell(Page page) {
        var cell = new Cell(thumbnails.make(page, WIDTH, HEIGHT));
        var frame = new StackPane(cell.thumb);
        frame.getStyleClass().add("page-frame");
        cell.name.getStyleClass().add("person-name");
        cell.name.setMaxWidth(WIDTH - 62);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        cell.pen.getStyleClass().add("writing-mark");
        cell.pen.setVisible(false);
        cell.writes.setOnFinished(_ -> cell.pen.setVisible(false));
        var foot = new HBox(8, new Avatar(PageRow.name(ui, page), 24), cell.name, space, cell.pen);
        if (page.collected()) foot.getChildren().add(Icon.COLLECT.node());
        foot.setAlignment(Pos.CENTER_LEFT);
        cell.setGraphic(new VBox(8, frame, foot));
        return cell;
    }

    private void writes(PageId page) {
        var cell = cells.get(page);
        if (cell == null) return;
        cell.pen.setVisible(true);
        cell.writes.playFromStart();
    }

    private void visible() {
        var seen = new HashSet<PageId>();
        if (isVisible()) {
            double hidden = Math.max(0, flow.getHeight() - scroll.getViewportBounds().getHeight());
            double top = scroll.getVvalue() * hidden, bottom = top + scroll.getViewportBounds().getHeight();
            cells.forEach((id, cell) -> {
                boolean in = cell.getHeight() <= 0
                        || cell.getLayoutY() < bottom && cell.getLayoutY() + cell.getHeight() > top;
                cell.thumb.inView(in);
                if (in) seen.add(id);
            });
            thumbnails.wake();
        } else cells.values().forEach(cell -> cell.thumb.inView(false));
        onVisible.accept(seen);
    }
}
