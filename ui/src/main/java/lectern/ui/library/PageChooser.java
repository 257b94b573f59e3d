package lectern.ui.library;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lectern.ui.model.Prepared;
import lectern.ui.model.Prepared.Use;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Sheets;
import lectern.ui.part.Ui;

/// Which pages of a material come to the board, and which of them are hidden at first.
final class PageChooser {
    private final Ui ui;
    private final int pages;
    private final Label told = new Label();
    private final PageGrid grid;
    private Prepared now;

    private PageChooser(Ui ui, Prepared before, int pages) {
        this.ui = ui;
        this.pages = pages;
        now = before;
        grid = new PageGrid(ui, before.file(), pages, page -> now.use(page), true, () -> {});
    }

    static void open(Ui ui, Prepared before, int pages, Consumer<Prepared> then) {
        new PageChooser(ui, before, pages).open(then);
    }

    private void open(Consumer<Prepared> then) {
        var heading = new Label(now.file().getFileName().toString());
        heading.getStyleClass().add("subheading");
        heading.setMaxWidth(640);
        var about = new Label(ui.text("library.choose.about"));
        about.getStyleClass().addAll("muted", "small");
        about.setWrapText(true);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        told.getStyleClass().addAll("muted", "small");
        var uses = new HBox(8, use(Use.SHOWN, Icon.SHOW, "library.use.shown", "S"),
                use(Use.HIDDEN, Icon.HIDE, "library.use.hidden", "H"),
                use(Use.LEFT_OUT, Icon.CLOSE, "library.use.out", "X"), space, told);
        uses.setAlignment(Pos.CENTER_LEFT);
        var cancel = new Button(ui.text("dialog.cancel"));
        cancel.getStyleClass().add("outline");
        cancel.setOnAction(_ -> ui.sheets.close());
        var go = new Button(ui.text("library.choose.go"));
        go.setId("pages-go");
        go.getStyleClass().add("primary");
        go.setDefaultButton(true);
        go.setOnAction(_ -> {
            ui.sheets.close();
            then.accept(now);
        });
        var sheet = new VBox(12, heading, about, grid, uses, Sheets.buttons(cancel, go));
        sheet.setPrefWidth(750);
        grid.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        tell();
        ui.sheets.open(sheet, grid, grid::forget);
    }

    private Button use(Use use, Icon icon, String key, String letter) {
        var button = new Button(ui.text(key), icon.node());
        button.setId("use-" + use.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.getStyleClass().addAll("outline", "compact");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Keys.name(button, ui.text("library.use.tip", ui.text(key), letter));
        button.setOnAction(_ -> {
            become(use);
            grid.requestFocus();
        });
        return button;
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case S -> become(Use.SHOWN);
            case H -> become(Use.HIDDEN);
            case X, DELETE -> become(Use.LEFT_OUT);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void become(Use use) {
        for (int page : grid.picked()) now = now.with(page, use);
        grid.showUses();
        tell();
    }

    private void tell() {
        int out = (int) now.leftOut().stream().filter(it -> it < pages).count();
        int hidden = (int) now.hidden().stream().filter(it -> it < pages).count();
        told.setText(ui.text("library.choose.told", pages - out, pages, hidden));
    }
}
