package lectern.ui.lesson;

import java.util.HashMap;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lectern.ui.model.ScreenChoice;
import lectern.ui.model.ScreenChoice.Kind;
import lectern.ui.model.ScreenChoice.Thumbnail;
import lectern.ui.part.Corners;
import lectern.ui.part.Icon;
import lectern.ui.part.Problem;
import lectern.ui.part.Sheets;
import lectern.ui.part.Ui;

/// Which screen or window to share: pictures to choose from, one button to go.
final class ShareSheet extends VBox {
    private static final double THUMB_WIDTH = 208, THUMB_HEIGHT = 117;

    private final Ui ui;
    private final ToggleGroup chosen = new ToggleGroup();
    private final VBox lists = new VBox(14);
    private final Subscription watched;

    private ShareSheet(Ui ui) {
        super(6);
        this.ui = ui;
        var devices = ui.model.devices;
        var title = new Label(ui.text("share.title"));
        title.getStyleClass().add("subheading");
        var about = new Label(ui.text("share.about"));
        about.getStyleClass().add("muted");
        var scroll = new ScrollPane(lists);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(400);
        scroll.setPrefHeight(400);
        scroll.getStyleClass().addAll("edge-to-edge", "screen-list");
        VBox.setMargin(scroll, new Insets(12, -8, 0, -8));
        var go = new Button(ui.text("share.go"));
        go.setId("share-go");
        go.getStyleClass().add("primary");
        go.setDefaultButton(true);
        go.disableProperty().bind(chosen.selectedToggleProperty().isNull());
        go.setOnAction(_ -> {
            var choice = (ScreenChoice) chosen.getSelectedToggle().getUserData();
            ui.sheets.close();
            ui.classroom.share(choice);
        });
        var cancel = new Button(ui.text("dialog.cancel"));
        cancel.getStyleClass().add("outline");
        cancel.setOnAction(_ -> ui.sheets.close());
        var again = new Button(ui.text("share.again"), Icon.REPLACE.node());
        again.getStyleClass().add("quiet");
        again.setOnAction(_ -> ui.classroom.listScreens());
        again.disableProperty().bind(devices.screensLoading);
        var foot = Sheets.buttons(cancel, go);
        foot.getChildren().addFirst(again);
        getChildren().addAll(title, about, new Problem(ui, devices.screensProblem), scroll, foot);
        setPrefWidth(752);
        watched = Subscription.combine(devices.screens.subscribe(this::fill),
                devices.screensLoading.subscribe(this::fill));
        fill();
    }

    static void open(Ui ui) {
        ui.classroom.listScreens();
        var sheet = new ShareSheet(ui);
        ui.sheets.open(sheet, sheet, () -> {
            sheet.watched.unsubscribe();
            ui.classroom.stopListingScreens();
        });
    }

    private void fill() {
        if (!redrawn()) build();
    }

    /// New thumbnails on the same buttons: a click under way must not lose its button.
    private boolean redrawn() {
        var screens = ui.model.devices.screens;
        var buttons = new HashMap<String, ToggleButton>();
        for (var toggle : chosen.getToggles()) buttons.put(choice(toggle).id(), (ToggleButton) toggle);
        boolean same = !screens.isEmpty() && buttons.size() == screens.size() && screens.stream()
                .allMatch(screen -> buttons.containsKey(screen.id())
                        && buttons.get(screen.id()).getText().equals(screen.label()));
        if (same) for (var screen : screens) draw(buttons.get(screen.id()), screen);
        return same;
    }

    private static ScreenChoice choice(Toggle toggle) { return (ScreenChoice) toggle.getUserData(); }

    private void build() {
        var before = chosen.getSelectedToggle() == null
                ? null
                : choice(chosen.getSelectedToggle()).id();
        lists.getChildren().clear();
        chosen.getToggles().clear();
        var devices = ui.model.devices;
        section(Kind.SCREEN, "share.screens");
        section(Kind.WINDOW, "share.windows");
        if (devices.screens.isEmpty()) lists.getChildren().add(devices.screensLoading.get() ? loading() : none());
        for (var toggle : chosen.getToggles())
            if (choice(toggle).id().equals(before)) chosen.selectToggle(toggle);
    }

    private void section(Kind kind, String key) {
        var choices = ui.model.devices.screens.stream().filter(choice -> choice.kind() == kind).toList();
        if (choices.isEmpty()) return;
        var title = new Label(ui.text(key));
        title.getStyleClass().add("field-label");
        VBox.setMargin(title, new Insets(0, 0, -8, 8));
        var flow = new FlowPane(4, 4);
        for (var choice : choices) flow.getChildren().add(button(choice));
        lists.getChildren().addAll(title, flow);
    }

    private ToggleButton button(ScreenChoice choice) {
        var thumb = new StackPane();
        thumb.getStyleClass().add("screen-thumb");
        thumb.setMinSize(THUMB_WIDTH, THUMB_HEIGHT);
        thumb.setMaxSize(THUMB_WIDTH, THUMB_HEIGHT);
        thumb.getChildren().setAll((choice.kind() == Kind.SCREEN ? Icon.SCREEN : Icon.WINDOW).node(), new Corners(8));
        var button = new ToggleButton(choice.label(), thumb);
        button.getStyleClass().setAll("toggle-button", "screen-choice");
        button.setToggleGroup(chosen);
        draw(button, choice);
        button.setMaxWidth(THUMB_WIDTH + 16);
        button.setAccessibleText(choice.label());
        button.setOnMouseClicked(event -> {
            if (event.getClickCount() != 2) return;
            ui.sheets.close();
            ui.classroom.share(choice);
        });
        return button;
    }

    private static void draw(ToggleButton button, ScreenChoice choice) {
        boolean drawn = button.getUserData() != null && choice(button).thumbnail() == choice.thumbnail();
        button.setUserData(choice);
        if (!drawn && choice.thumbnail() != null)
            ((StackPane) button.getGraphic()).getChildren().set(0, picture(choice.thumbnail()));
    }

    private static Node picture(Thumbnail thumbnail) {
        var image = new WritableImage(thumbnail.width(), thumbnail.height());
        image.getPixelWriter().setPixels(0, 0, thumbnail.width(), thumbnail.height(),
                PixelFormat.getByteBgraPreInstance(),
                thumbnail.bgra().duplicate(), thumbnail.width() * 4);
        var view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setFitWidth(THUMB_WIDTH);
        view.setFitHeight(THUMB_HEIGHT);
        return view;
    }

    private Node loading() {
        var turning = new ProgressIndicator();
        turning.setMaxSize(28, 28);
        var text = new Label(ui.text("share.loading"));
        text.getStyleClass().add("muted");
        return middle(turning, text);
    }

    private Node none() {
        var text = new Label(ui.text("share.none"));
        text.getStyleClass().add("muted");
        return middle(Icon.SCREEN.node(), text);
    }

    private static VBox middle(Node... nodes) {
        var box = new VBox(12, nodes);
        box.setAlignment(Pos.CENTER);
        box.setMinHeight(320);
        return box;
    }
}
