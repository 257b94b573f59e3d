package lectern.ui.board;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lectern.protocol.board.Page;
import lectern.ui.part.Sheets;
import lectern.ui.part.Ui;

/// Asks which pages to export, by their numbers as everybody writes them: 1-3, 7.
final class PageChoice {
    private final Ui ui;
    private final List<Page> pages;
    private final Consumer<List<Page>> then;

    PageChoice(Ui ui, List<Page> pages, Consumer<List<Page>> then) {
        this.ui = ui;
        this.pages = pages;
        this.then = then;
    }

    void open() {
        var heading = new Label(ui.text("page.some.title"));
        heading.getStyleClass().add("subheading");
        var field = new TextField("1-" + pages.size());
        field.setId("page-numbers");
        field.selectAll();
        var hint = new Label(ui.text("page.some.hint", pages.size()));
        hint.getStyleClass().addAll("muted", "small");
        var cancel = new Button(ui.text("dialog.cancel"));
        cancel.getStyleClass().add("outline");
        cancel.setOnAction(_ -> ui.sheets.close());
        var go = new Button(ui.text("page.some.go"));
        go.setId("page-numbers-go");
        go.getStyleClass().add("primary");
        go.setDefaultButton(true);
        go.disableProperty().bind(
                Bindings.createBooleanBinding(() -> numbers(field.getText(), pages.size()).isEmpty(),
                        field.textProperty()));
        go.setOnAction(_ -> {
            var chosen = numbers(field.getText(), pages.size()).stream().map(pages::get).toList();
            ui.sheets.close();
            then.accept(chosen);
        });
        var sheet = new VBox(12, heading, field, hint, Sheets.buttons(cancel, go));
        sheet.setPrefWidth(400);
        ui.sheets.open(sheet, field, null);
    }

    /// Which pages of so many are meant, from 0, in their order; none where that can't be told.
    static List<Integer> numbers(String text, int pages) {
        boolean[] chosen = new boolean[pages];
        for (String part : text.strip().split("[,;，、\\s]+")) {
            var ends = part.split("[-–—]", -1);
            if (ends.length > 2) return List.of();
            int from = number(ends[0]);
            int to = number(ends[ends.length - 1]);
            if (from < 1 || to < from || from > pages) return List.of();
            for (int page = from; page <= Math.min(to, pages); page++) chosen[page - 1] = true;
        }
        return IntStream.range(0, pages).filter(page -> chosen[page]).boxed().toList();
    }

    private static int number(String text) { return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0; }
}
