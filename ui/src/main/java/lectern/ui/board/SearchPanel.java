package lectern.ui.board;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;
import lectern.protocol.board.Page;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import lectern.ui.picture.Fx;

/// Searches the pages of the board, beside it. While it is open the places are marked on the page.
final class SearchPanel extends VBox {
    static final KeyCombination KEYS = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final Duration TYPING = Duration.millis(250);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 264;
    private static final int MOST_ROWS = 200;

    private final Ui ui;
    private final BoardModel model;
    private final BoardSurface surface;
    private final PageVerbs verbs;
    private final Search search;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final VBox rows = new VBox(2);
    private final Label nothing = new Label();
    private final PauseTransition typing = new PauseTransition(TYPING);
    private Search.Result shown = Search.Result.NOTHING;

    SearchPanel(Ui ui, BoardSurface surface, PageVerbs verbs) {
        super(8);
        this.ui = ui;
        this.surface = surface;
        this.verbs = verbs;
        model = ui.model.lesson.board;
        search = new Search(ui.classroom.files(), new Fx(), () -> PageRow.ofAll(model), page -> PageRow.name(ui, page));
        setId("search");
        getStyleClass().add("search-panel");
        setMinWidth(0);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setMinHeight(0);
        field.setId("search-field");
        field.setPromptText(ui.text("search.prompt"));
        field.setAccessibleText(ui.text("search.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        var top = new HBox(4, field, button("search-close", Icon.CLOSE, "search.close", this::close));
        top.setAlignment(Pos.CENTER);
        count.getStyleClass().addAll("muted", "small");
        count.setId("search-count");
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        var steps = new HBox(2, count, button("search-previous", Icon.UP, "search.previous", () -> search.step(-1)),
                button("search-next", Icon.DOWN, "search.next", () -> search.step(1)));
        steps.setAlignment(Pos.CENTER_LEFT);
        nothing.setId("search-nothing");
        nothing.getStyleClass().addAll("muted", "search-nothing");
        nothing.setWrapText(true);
        var scroll = new ScrollPane(rows);
        scroll.getStyleClass().addAll("edge-to-edge", "search-rows");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(top, steps, nothing, scroll);
        typing.setOnFinished(_ -> search.look(field.getText()));
        field.textProperty().subscribe((_, _) -> {
            if (isVisible()) typing.playFromStart();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ui.watch(search.resultProperty(), this::show);
        ui.watchAll(this::mark, model.viewed);
        ui.onClose(typing::stop);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
        if (!field.getText().isBlank()) search.look(field.getText());
    }

    void close() {
        typing.stop();
        setVisible(false);
        search.look("");
        surface.requestFocus();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case ENTER -> {
                if (event.getTarget() != field) return; // a button's own
                enter(event.isShiftDown() ? -1 : 1);
            }
            case DOWN -> search.step(1);
            case UP -> search.step(-1);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Whoever types fast needn't wait for the pause.
    private void enter(int by) {
        if (field.getText().strip().equals(search.result().query())) search.step(by);
        else {
            typing.stop();
            search.look(field.getText());
        }
    }

    private void show(Search.Result next) {
        boolean another = !next.found().equals(shown.found()) || !next.query().equals(shown.query());
        boolean moved = next.at() != shown.at() && next.at() >= 0;
        shown = next;
        int all = next.count();
        count.setText(next.state() == Search.State.IDLE || all == 0
                ? ""
                : next.at() < 0
                        ? ui.text("search.count", all, next.found().size())
                        : ui.text("search.place", next.at() + 1, all));
        var key = switch (next.state()) {
            case IDLE -> "search.idle";
            case SEARCHING -> all > 0 ? null : "search.going";
            case DONE -> all > 0 ? null : "search.nothing";
            case FAILED -> "search.failed";
        };
        nothing.setVisible(key != null);
        nothing.setManaged(key != null);
        if (key != null) nothing.setText(ui.text(key));
        if (another) rows.getChildren().setAll(rows(next));
        var here = next.page(next.at());
        for (int i = 0; i < rows.getChildren().size(); i++)
            rows.getChildren().get(i).pseudoClassStateChanged(CHOSEN, next.found().get(i) == here);
        if (moved && here != null) go(here.page());
        mark();
        if (moved && next.place(next.at()) != null) surface.reveal(next.place(next.at()));
    }

    /// A page that only teachers know of isn't shown to the class by searching.
    private void go(Page page) {
        var viewed = model.viewed.get();
        if (viewed != null && viewed.id().equals(page.id())) return;
        if (page.hidden()) model.lookAt(page.id());
        else verbs.go(page.id());
    }

    private void mark() {
        var page = model.viewed.get();
        var now = search.result();
        if (page == null || !isVisible()) {
            surface.mark(List.of());
            return;
        }
        int first = now.firstOf(page.id());
        var found = now.page(first);
        surface.mark(found == null
                ? List.of()
                : IntStream.range(0, found.places().size()).mapToObj(i -> new Highlight(found.places().get(i),
                        first + i == now.at() ? Highlight.Kind.FOUND_HERE : Highlight.Kind.FOUND)).toList());
    }

    private List<Node> rows(Search.Result result) {
        return result.found().stream().limit(MOST_ROWS).<Node>map(found -> row(found, result)).toList();
    }

    private VBox row(Search.Found found, Search.Result result) {
        var name = new Label(PageRow.name(ui, found.page()));
        name.getStyleClass().add("search-page");
        if (found.page().hidden()) name.setGraphic(Icon.HIDE.node());
        var all = new VBox(2, name);
        if (!found.around().isBlank()) all.getChildren().add(around(found.around(), result.query()));
        if (found.places().size() > 1) {
            var places = new Label(ui.text("search.places", found.places().size()));
            places.getStyleClass().addAll("muted", "small");
            all.getChildren().add(places);
        }
        // No button: one asks its graphic how high it is without saying how wide, and broken lines don't know.
        all.getStyleClass().setAll("menu-row", "search-row");
        all.setAccessibleRole(AccessibleRole.BUTTON);
        all.setAccessibleText(name.getText() + " " + found.around());
        all.setOnMouseClicked(_ -> search.at(result.firstOf(found.page().id())));
        return all;
    }

    /// The words with what was searched for in bold, as far as it stands there letter by letter.
    private static Node around(String words, String query) {
        int at = words.toLowerCase(Locale.ROOT).indexOf(query.toLowerCase(Locale.ROOT));
        var flow = new TextFlow();
        if (at < 0 || at + query.length() > words.length()) flow.getChildren().add(text(words, "search-around"));
        else
            flow.getChildren().addAll(text(words.substring(0, at), "search-around"),
                    text(words.substring(at, at + query.length()), "search-match"),
                    text(words.substring(at + query.length()), "search-around"));
        return flow;
    }

    private static Text text(String words, String style) {
        var text = new Text(words);
        text.getStyleClass().add(style);
        return text;
    }

    private Button button(String id, Icon icon, String key, Runnable then) {
        var button = new Button(null, icon.node());
        button.setId(id);
        button.getStyleClass().setAll("board-tool", "small-tool");
        Keys.name(button, ui.text(key));
        button.setOnAction(_ -> then.run());
        return button;
    }
}
