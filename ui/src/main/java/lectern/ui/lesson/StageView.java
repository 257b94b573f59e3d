package lectern.ui.lesson;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.Image;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;
import lectern.protocol.Role;
import lectern.ui.model.Person;
import lectern.ui.model.Source;
import lectern.ui.model.View;
import lectern.ui.part.Avatar;
import lectern.ui.part.Corners;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;
import lectern.ui.picture.PictureSurface;
import lectern.ui.picture.PictureSurface.Fit;
import lectern.ui.picture.PictureView;
import org.jspecify.annotations.Nullable;

/// The middle of the class: one large picture, or a card that says why there is none and what to do.
final class StageView extends StackPane {
    private static final double RADIUS = 16;

    private final Ui ui;
    private final Runnable onViewsChanged;
    private final PictureView picture = new PictureView();
    private final ReadOnlyDoubleWrapper shape = new ReadOnlyDoubleWrapper();
    private Stage stage = new Stage.Nobody();
    private @Nullable Person person;
    private @Nullable NamePlate plate;
    private Subscription watched = Subscription.EMPTY;

    StageView(Ui ui, Runnable onViewsChanged) {
        this.ui = ui;
        this.onViewsChanged = onViewsChanged;
        getStyleClass().add("stage-card");
        setMinSize(0, 0);
        widthProperty().subscribe(onViewsChanged);
        heightProperty().subscribe(onViewsChanged);
        ui.onClose(this::clear);
        invite();
    }

    void show(Stage now) {
        if (now.equals(stage) && (person == null || ui.model.lesson.people.contains(person))) return;
        clear();
        stage = now;
        switch (now) {
            case Stage.Camera(var id) -> ui.model.lesson.person(id).ifPresentOrElse(this::camera, this::invite);
            case Stage.Screen(var id) -> ui.model.lesson.person(id).ifPresentOrElse(this::screen, this::invite);
            case Stage.OwnScreen _ -> ownScreen();
            case Stage.Nobody _ -> invite();
        }
        onViewsChanged.run();
    }

    /// Who stands here with their camera, and so needs no tile.
    Optional<Person> cameraPerson() {
        return stage instanceof Stage.Camera ? Optional.ofNullable(person) : Optional.empty();
    }

    List<View> views() {
        if (person == null || person.self || picture.widthPx() <= 0) return List.of();
        var view = switch (stage) {
            case Stage.Camera _ when person.cameraOn.get() ->
                new View(person.id, Source.CAMERA, picture.widthPx(), picture.heightPx());
            case Stage.Screen _ -> new View(person.id, Source.SCREEN, picture.widthPx(), picture.heightPx());
            default -> null;
        };
        return view == null ? List.of() : List.of(view);
    }

    private void camera(Person person) {
        this.person = person;
        setBackground(new Background(
                new BackgroundFill(Avatar.backdrop(person.name), new CornerRadii(RADIUS + 1), Insets.EMPTY)));
        var avatar = new Avatar(person.name, 160);
        var surface = person.self ? ui.pictures.preview() : ui.pictures.of(person.id, Source.CAMERA);
        plate = new NamePlate(ui, person);
        getChildren().setAll(avatar, picture, new Corners(RADIUS), at(plate, Pos.BOTTOM_LEFT));
        if (ui.model.lesson.pinned.get().equals(person.id)) getChildren().add(at(unpin(), Pos.TOP_RIGHT));
        watched = person.cameraOn.subscribe(on -> {
            if (on) picture.show(surface, Fit.COVER);
            else {
                picture.hide();
                surface.clear();
            }
            onViewsChanged.run();
        }).and(Subscription.combine(whenPicture(surface, avatar),
                person.cameraOn.subscribe(() -> see(surface, avatar))));
    }

    private void screen(Person person) {
        this.person = person;
        setBackground(null);
        var coming = new Label(ui.text("stage.screen.coming"));
        coming.setStyle("-fx-text-fill: #aab3c2;");
        var turning = new ProgressIndicator();
        turning.setMaxSize(34, 34);
        var wait = new VBox(14, turning, coming);
        wait.setAlignment(Pos.CENTER);
        var chip = new Label(ui.text("stage.screen", person.name), Icon.SCREEN.node());
        chip.getStyleClass().add("stage-chip");
        chip.setGraphicTextGap(7);
        getChildren().setAll(wait, picture, new Corners(RADIUS), at(chip, Pos.BOTTOM_LEFT));
        var surface = ui.pictures.of(person.id, Source.SCREEN);
        picture.show(surface, Fit.CONTAIN);
        watched = whenPicture(surface, wait).and(surface.imageProperty().subscribe(this::shapeOf));
    }

    /// Scaled pictures are rounded to even sides, so their shape wavers a little; following that would never end.
    private void shapeOf(@Nullable Image image) {
        if (image == null) return;
        double now = image.getWidth() / image.getHeight();
        if (Math.abs(now - shape.get()) / now > 0.012) shape.set(now);
    }

    /// Width to height that what is shown would like to have; 0 when it takes any.
    ReadOnlyDoubleProperty shape() { return shape.getReadOnlyProperty(); }

    private Subscription whenPicture(PictureSurface surface, Node otherwise) {
        return surface.imageProperty().subscribe(_ -> see(surface, otherwise));
    }

    private void see(PictureSurface surface, Node otherwise) {
        picture.setVisible(picture.isShowing(surface) && surface.imageProperty().get() != null);
        otherwise.setVisible(!picture.isVisible());
        getStyleClass().remove("waiting");
        if (stage instanceof Stage.Screen && otherwise.isVisible()) getStyleClass().add("waiting");
    }

    private void ownScreen() {
        var sharing = ui.model.devices.sharing.get();
        var stop = new Button(ui.text("tool.share.stop"));
        stop.getStyleClass().add("danger");
        stop.setOnAction(_ -> ui.classroom.stopSharing());
        card(Icon.SCREEN, "", ui.text("stage.sharing", sharing == null ? "" : sharing.label()),
                ui.text("stage.sharing.about"), stop);
    }

    private void invite() {
        if (ui.model.lesson.role.get() == Role.TEACHER) {
            var copy = new Button(ui.text("links.student"), Icon.COPY.node());
            copy.setId("stage-copy");
            copy.setText(ui.text("header.copy"));
            copy.getStyleClass().addAll("primary", "large");
            copy.setOnAction(_ -> LinkCopy.copy(ui, ui.model.lesson.studentLink.get()));
            copy.disableProperty().bind(ui.model.lesson.studentLink.isEmpty());
            card(Icon.PEOPLE, "", ui.text("stage.alone.teacher"), ui.text("stage.alone.teacher.about"), copy);
        } else card(Icon.PEOPLE, "calm", ui.text("stage.alone"), ui.text("stage.alone.about"), null);
    }

    private void card(Icon icon, String look, String title, String about, @Nullable Button button) {
        setBackground(null);
        if (!getStyleClass().contains("inviting")) getStyleClass().add("inviting");
        var disc = new StackPane(icon.node());
        disc.getStyleClass().add("invite-icon");
        if (!look.isEmpty()) disc.getStyleClass().add(look);
        var heading = new Label(title);
        heading.getStyleClass().add("heading");
        heading.setWrapText(true);
        heading.setTextAlignment(TextAlignment.CENTER);
        var text = new Label(about);
        text.getStyleClass().add("lead");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        var card = new VBox(10, disc, heading, text);
        VBox.setMargin(heading, new Insets(10, 0, 0, 0));
        if (button != null) {
            card.getChildren().add(button);
            VBox.setMargin(button, new Insets(14, 0, 0, 0));
        }
        card.setAlignment(Pos.CENTER);
        card.setMaxWidth(460);
        getChildren().setAll(card);
    }

    private Button unpin() {
        var unpin = new Button(ui.text("stage.unpin"), Icon.PIN.node());
        unpin.setId("unpin");
        unpin.getStyleClass().add("stage-chip");
        unpin.setOnAction(_ -> ui.model.lesson.pinned.set(""));
        return unpin;
    }

    private void clear() {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        if (plate != null) plate.close();
        plate = null;
        picture.hide();
        person = null;
        shape.set(0);
        getStyleClass().removeAll("waiting", "inviting");
    }

    private static Node at(Region node, Pos place) {
        node.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(node, place);
        StackPane.setMargin(node, new Insets(14));
        return node;
    }
}
