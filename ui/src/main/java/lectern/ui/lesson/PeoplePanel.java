package lectern.ui.lesson;

import java.util.Comparator;
import java.util.Locale;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lectern.ui.model.Person;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// Everybody in the class, watchers too, at the right: who teaches first, then ourselves, then by name.
final class PeoplePanel extends VBox {
    private static final int SEARCH_FROM = 9;
    private static final Comparator<Person> ORDER = Comparator.comparing((Person person) -> person.role)
            .thenComparing(person -> !person.self).thenComparing(person -> person.name.toLowerCase(Locale.ROOT));

    private final CustomTextField search = new CustomTextField();

    PeoplePanel(Ui ui) {
        getStyleClass().add("people");
        var everybody = ui.model.lesson.people;
        var title = new Label();
        title.getStyleClass().add("subheading");
        var count = new Label();
        count.getStyleClass().addAll("badge", "plain");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var close = new Button(null, Icon.CLOSE.node());
        close.setId("people-close");
        close.getStyleClass().addAll("quiet", "icon-only");
        Keys.name(close, ui.text("people.close"));
        close.setOnAction(_ -> ui.model.lesson.peopleShown.set(false));
        var head = new HBox(9, title, count, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("people-head");
        title.setText(ui.text("people.title"));

        search.setId("people-search");
        search.setLeft(Icon.SEARCH.node());
        search.setPromptText(ui.text("people.search"));
        search.setAccessibleText(ui.text("people.search"));
        VBox.setMargin(search, new Insets(0, 14, 10, 16));

        var found = new FilteredList<>(everybody, this::isSought);
        search.textProperty().subscribe(() -> found.setPredicate(this::isSought));
        var list = new ListView<>(new SortedList<>(found, ORDER));
        list.setId("people-list");
        list.setCellFactory(_ -> new PersonCell(ui));
        list.setPlaceholder(new Label(ui.text("people.nobody")));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, search, list);
        ui.watchAll(() -> {
            count.setText(Integer.toString(everybody.size()));
            boolean many = everybody.size() >= SEARCH_FROM;
            if (!many) search.clear();
            search.setVisible(many);
            search.setManaged(many);
        }, everybody);
    }

    private boolean isSought(@Nullable Person person) {
        var sought = search.getText() == null ? "" : search.getText().strip().toLowerCase(Locale.ROOT);
        return person != null && (sought.isEmpty() || person.name.toLowerCase(Locale.ROOT).contains(sought));
    }
}
