package lectern.ui.lesson;

import java.util.Comparator;
import java.util.Locale;
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

        var list = new ListView<Person>();
        list.setId("people-list");
        list.setCellFactory(_ -> new PersonCell(ui));
        list.setPlaceholder(new Label(ui.text("people.nobody")));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(head, search, list);
        ui.watchAll(() -> {
            count.setText(Integer.toString(everybody.size()));
            boolean many = everybody.size() >= SEARCH_FROM;
            search.setVisible(many);
            search.setManaged(many);
            // Made anew each time: a FilteredList whose predicate changes while its source does loses its indices.
            list.getItems()
                    .setAll(everybody.stream().filter(person -> !many || isSought(person)).sorted(ORDER).toList());
        }, everybody, search.textProperty());
    }

    private boolean isSought(Person person) {
        var sought = search.getText() == null ? "" : search.getText().strip().toLowerCase(Locale.ROOT);
        return person.name.toLowerCase(Locale.ROOT).contains(sought);
    }
}
