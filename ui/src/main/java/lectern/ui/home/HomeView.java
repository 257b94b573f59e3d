package lectern.ui.home;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lectern.ui.model.HomeModel;
import lectern.ui.model.LibraryModel;
import lectern.ui.part.Icon;
import lectern.ui.part.Mark;
import lectern.ui.part.Problem;
import lectern.ui.part.SettingsPopover;
import lectern.ui.part.Ui;
import org.controlsfx.control.textfield.CustomTextField;

/// The first screen: two cards, one to start a class and one to join one.
public final class HomeView extends BorderPane {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_LINK = 2000;

    private final Ui ui;
    private final HomeModel home;

    public HomeView(Ui ui) {
        this.ui = ui;
        this.home = ui.model.home;
        getStyleClass().add("home");
        setTop(topBar());
        var scroll = new ScrollPane(middle());
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().addAll("edge-to-edge", "see-through");
        setCenter(new StackPane(scroll, new DeletedToast(ui)));
    }

    private HBox topBar() {
        var name = new Label(ui.text("brand"));
        name.getStyleClass().add("brand-name");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(11, new Mark(32), name, space, SettingsPopover.button(ui));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("top-bar");
        return bar;
    }

    private VBox middle() {
        var headline = new Label(ui.text("home.headline"));
        headline.getStyleClass().add("display");
        headline.setWrapText(true);
        var lead = new Label(ui.text("home.lead"));
        lead.getStyleClass().add("lead");
        var start = startCard();
        var join = joinCard();
        HBox.setHgrow(start, Priority.ALWAYS);
        HBox.setHgrow(join, Priority.ALWAYS);
        var cards = new HBox(24, start, join);
        cards.setMaxWidth(900);
        cards.setAlignment(Pos.TOP_CENTER);
        VBox.setMargin(cards, new Insets(26, 0, 14, 0));
        var facts = new HBox(34, fact(Icon.NO_ACCOUNT, "home.fact.account"), fact(Icon.HERE, "home.fact.here"),
                fact(Icon.SAFE, "home.fact.encrypted"));
        facts.setAlignment(Pos.CENTER);
        facts.visibleProperty().bind(Bindings.isEmpty(home.earlier)); // who has lessons here knows, and needs the room
        facts.managedProperty().bind(facts.visibleProperty());
        var earlier = new EarlierLessons(ui);
        VBox.setMargin(earlier, new Insets(0, 0, 18, 0));
        var materials = materials();
        VBox.setMargin(materials, new Insets(0, 0, 14, 0));
        var middle = new VBox(10, headline, lead, cards, materials, earlier, facts);
        middle.setAlignment(Pos.CENTER);
        middle.setPadding(new Insets(0, 40, 44, 40));
        return middle;
    }

    /// The way to the library, with what is prepared for the class that comes.
    private HBox materials() {
        var disc = new StackPane(Icon.LIBRARY.node());
        disc.getStyleClass().add("card-icon");
        var heading = new Label(ui.text("library.title"));
        heading.getStyleClass().add("subheading");
        var about = new Label();
        about.getStyleClass().addAll("muted", "small");
        var library = ui.model.library;
        ui.watchAll(() -> {
            int prepared = library.lists.getOrDefault(LibraryModel.COMING, List.of()).size();
            about.setText(prepared == 0 ? ui.text("library.about") : ui.text("library.about.prepared", prepared));
        }, library.lists);
        var text = new VBox(2, heading, about);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        var open = new Button(ui.text("library.prepare.go"));
        open.setId("materials");
        open.getStyleClass().add("outline");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> ui.classroom.library().open());
        var row = new HBox(14, disc, text, open);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxWidth(900);
        row.getStyleClass().addAll("card", "materials-card");
        return row;
    }

    private VBox startCard() {
        var title = field("class-title", "home.start.name.prompt", LONGEST_NAME);
        title.textProperty().bindBidirectional(home.title);
        var name = nameField("start-name");
        var go = go("start", "home.start.go", "primary");
        go.disableProperty().bind(home.busy.or(isBlank(title)).or(isBlank(name)));
        go.setOnAction(_ -> ui.classroom.startClass(title.getText().strip(), name.getText().strip()));
        enter(title, go);
        enter(name, go);
        return card("start-card", Icon.TEACH, "home.start.title", "home.start.about",
                new VBox(8, labelled("home.field.title", title), new GoOnOffer(ui)),
                labelled("home.field.name", name), new Problem(ui, home.startProblem), go);
    }

    private VBox joinCard() {
        var link = new CustomTextField();
        limit(link, LONGEST_LINK);
        link.setId("link");
        link.setPromptText(ui.text("home.join.link.prompt"));
        link.textProperty().bindBidirectional(home.link);
        var paste = new Button(ui.text("home.join.paste"), null);
        paste.setId("paste");
        paste.getStyleClass().add("link");
        paste.setOnAction(_ -> {
            var clipboard = Clipboard.getSystemClipboard();
            if (clipboard.hasString()) link.setText(clipboard.getString().strip());
            link.requestFocus();
            link.end();
        });
        link.setLeft(Icon.LINK.node());
        link.setRight(paste);
        var name = nameField("join-name");
        var go = go("join", "home.join.go", "outline");
        go.disableProperty().bind(home.busy.or(isBlank(link)).or(isBlank(name)));
        go.setOnAction(_ -> ui.classroom.openLink(link.getText().strip(), name.getText().strip()));
        enter(link, go);
        enter(name, go);
        return card("join-card", Icon.JOIN, "home.join.title", "home.join.about",
                labelled("home.join.link", link), labelled("home.field.name", name),
                new Problem(ui, home.joinProblem), go);
    }

    private VBox card(String id, Icon icon, String title, String about, Node... rows) {
        var disc = new StackPane(icon.node());
        disc.getStyleClass().add("card-icon");
        var heading = new Label(ui.text(title));
        heading.getStyleClass().add("subheading");
        var text = new Label(ui.text(about));
        text.getStyleClass().addAll("muted", "small");
        var head = new HBox(14, disc, new VBox(2, heading, text));
        head.setAlignment(Pos.CENTER_LEFT);
        var push = new Region();
        VBox.setVgrow(push, Priority.ALWAYS);
        var card = new VBox(16, head);
        card.getChildren().addAll(rows);
        card.getChildren().add(card.getChildren().size() - 1, push); // the buttons of both cards stand level
        card.setId(id);
        card.getStyleClass().add("card");
        card.setMinWidth(380);
        card.setPrefWidth(438);
        return card;
    }

    private TextField nameField(String id) {
        var field = field(id, "home.field.name.prompt", LONGEST_NAME);
        field.textProperty().bindBidirectional(ui.model.settings.name);
        return field;
    }

    private TextField field(String id, String prompt, int longest) {
        var field = new TextField();
        limit(field, longest);
        field.setId(id);
        field.setPromptText(ui.text(prompt));
        return field;
    }

    private static void limit(TextField field, int longest) {
        field.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= longest ? change : null));
    }

    private VBox labelled(String key, TextField field) {
        var label = new Label(ui.text(key));
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return new VBox(6, label, field);
    }

    private Button go(String id, String key, String look) {
        var button = new Button(ui.text(key));
        button.setId(id);
        button.getStyleClass().addAll(look, "large");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private static void enter(TextField field, Button go) { field.setOnAction(_ -> go.fire()); }

    private static BooleanBinding isBlank(TextField field) {
        return Bindings.createBooleanBinding(() -> field.getText() == null || field.getText().isBlank(),
                field.textProperty());
    }

    private HBox fact(Icon icon, String key) {
        var row = new HBox(8, icon.node(), new Label(ui.text(key)));
        row.setAlignment(Pos.CENTER);
        row.getStyleClass().add("fact");
        return row;
    }
}
