package lectern.ui.lesson;

import java.util.StringJoiner;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
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

/// One person: the camera's picture or their initials, name, and how they are. A click puts them on the stage.
final class VideoTile extends StackPane {
    private static final PseudoClass SPEAKING = PseudoClass.getPseudoClass("speaking");
    static final double RADIUS = 12;

    final Person person;
    private final Ui ui;
    private final PictureView picture = new PictureView();
    private final PictureSurface surface;
    private final Avatar avatar;
    private final NamePlate plate;
    private final VBox awayVeil;
    private Subscription watched = Subscription.EMPTY;
    private boolean inView;

    VideoTile(Ui ui, Person person) {
        this.ui = ui;
        this.person = person;
        surface = person.self ? ui.pictures.preview() : ui.pictures.of(person.id, Source.CAMERA);
        avatar = new Avatar(person.name, 56);
        plate = new NamePlate(ui, person);
        var ring = new Region();
        ring.getStyleClass().add("ring");
        ring.setMouseTransparent(true);
        awayVeil = new VBox(6, Icon.LINE_LOST.node(), new Label(ui.text("tile.away")));
        awayVeil.setAlignment(Pos.CENTER);
        awayVeil.getStyleClass().add("away-veil");
        awayVeil.setMouseTransparent(true);

        getStyleClass().add("tile");
        setBackground(new Background(
                new BackgroundFill(Avatar.backdrop(person.name), new CornerRadii(RADIUS + 1), Insets.EMPTY)));
        getChildren().addAll(avatar, picture, awayVeil, plate, new Corners(RADIUS), ring);
        StackPane.setAlignment(plate, Pos.BOTTOM_LEFT);
        StackPane.setMargin(plate, new Insets(8));
        if (person.role == Role.TEACHER || person.role == Role.ASSISTANT) {
            var badge = new Label(ui.text(roleKey(person.role)));
            badge.getStyleClass().add("badge");
            getChildren().add(getChildren().size() - 2, badge);
            StackPane.setAlignment(badge, Pos.TOP_RIGHT);
            StackPane.setMargin(badge, new Insets(8));
        }

        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setOnMouseClicked(_ -> pin());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) pin();
        });
        watch(person);
    }

    private void watch(Person person) {
        watched = Subscription.combine(
                person.speaking.subscribe(speaking -> {
                    pseudoClassStateChanged(SPEAKING, speaking);
                    describe();
                }),
                person.away.subscribe(awayVeil::setVisible),
                person.microphoneOn.subscribe(this::describe),
                person.cameraOn.subscribe(this::look),
                surface.imageProperty().subscribe(this::look));
        describe();
        look();
    }

    /// Outside the visible part of a scrolled column nothing needs to be received.
    void inView(boolean inView) {
        if (this.inView == inView) return;
        this.inView = inView;
        look();
    }

    private void look() {
        boolean camera = person.cameraOn.get();
        if (camera && inView) picture.show(surface, Fit.COVER);
        else picture.hide();
        if (!camera) surface.clear(); // or the last picture would flash up when the camera comes back
        picture.setVisible(camera && surface.imageProperty().get() != null);
        avatar.setVisible(!picture.isVisible());
        describe();
    }

    /// What this tile needs to receive; null for nothing (our own picture comes from ourselves).
    @Nullable
    View view() {
        if (person.self || !inView || !person.cameraOn.get() || picture.widthPx() <= 0) return null;
        return new View(person.id, Source.CAMERA, picture.widthPx(), picture.heightPx());
    }

    void close() {
        watched.unsubscribe();
        plate.close();
        picture.hide();
    }

    private void pin() {
        var pinned = ui.model.lesson.pinned;
        pinned.set(pinned.get().equals(person.id) ? "" : person.id);
    }

    private void describe() {
        var text = new StringJoiner(", ").add(person.self ? ui.text("person.you", person.name) : person.name)
                .add(ui.text(roleKey(person.role)))
                .add(ui.text(person.microphoneOn.get() ? "person.microphone.on" : "person.microphone.off"))
                .add(ui.text(person.cameraOn.get() ? "person.camera.on" : "person.camera.off"));
        if (person.speaking.get()) text.add(ui.text("person.speaking"));
        setAccessibleText(text.toString());
        setAccessibleHelp(ui.text("tile.pin", person.name));
    }

    @Override
    protected void layoutChildren() {
        avatar.size(Math.clamp(Math.round(getHeight() * 0.46), 28, 160));
        super.layoutChildren();
    }

    static String roleKey(Role role) {
        return switch (role) {
            case TEACHER -> "role.teacher";
            case ASSISTANT -> "role.assistant";
            case STUDENT -> "role.student";
            case WATCHER -> "role.watcher";
        };
    }
}
