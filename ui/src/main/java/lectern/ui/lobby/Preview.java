package lectern.ui.lobby;

import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import lectern.ui.model.DevicesModel;
import lectern.ui.part.Avatar;
import lectern.ui.part.Icon;
import lectern.ui.part.Keys;
import lectern.ui.part.Ui;
import lectern.ui.picture.PictureSurface.Fit;
import lectern.ui.picture.PictureView;

/// One's own camera as the class will see it (but mirrored), with the two switches that matter, or the words for why
/// there is no picture.
final class Preview extends Region {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final double SHAPE = 16.0 / 9;

    private final Ui ui;
    private final StackPane frame = new StackPane();
    private final Rectangle clip = new Rectangle();

    Preview(Ui ui) {
        this.ui = ui;
        var devices = ui.model.devices;
        var picture = new PictureView();
        picture.show(ui.pictures.preview(), Fit.COVER);
        ui.onClose(picture::hide);
        var notice = new VBox(16);
        notice.setAlignment(Pos.CENTER);
        notice.setPadding(new Insets(0, 40, 60, 40));
        frame.getStyleClass().addAll("preview");
        frame.getChildren().addAll(notice, picture, switches());
        // One clip on one picture; where there are many, Corners do it cheaper, but they need one colour behind them.
        clip.setArcWidth(36);
        clip.setArcHeight(36);
        frame.setClip(clip);
        getChildren().add(frame);
        setMinSize(420, 236);
        ui.watchAll(() -> notice(devices, picture, notice), devices.cameraOn, devices.cameraProblem,
                ui.pictures.preview().imageProperty(), ui.model.lobby.name);
    }

    private void notice(DevicesModel devices, PictureView picture, VBox notice) {
        var problem = devices.cameraProblem.get();
        boolean on = devices.cameraOn.get();
        picture.setVisible(on && problem == null && ui.pictures.preview().imageProperty().get() != null);
        if (picture.isVisible()) {
            notice.getChildren().clear();
            return;
        }
        var text = new Label(
                problem != null ? ui.text(problem) : ui.text(on ? "lobby.camera.starting" : "lobby.camera.off"));
        text.getStyleClass().add("notice");
        text.setWrapText(true);
        text.setMaxWidth(400);
        text.setAlignment(Pos.CENTER);
        text.setTextAlignment(TextAlignment.CENTER);
        var name = ui.model.lobby.name.get();
        notice.getChildren().setAll(problem == null && !name.isBlank() ? new Avatar(name, 112) : icon(), text);
    }

    private static StackPane icon() {
        var icon = new StackPane(Icon.CAMERA_OFF.node());
        icon.getStyleClass().add("notice-icon");
        return icon;
    }

    private HBox switches() {
        var devices = ui.model.devices;
        var row = new HBox(14,
                round("lobby-microphone-switch", devices.microphoneOn, Icon.MICROPHONE, Icon.MICROPHONE_OFF,
                        "tool.microphone.mute",
                        "tool.microphone.unmute", Keys.MICROPHONE, ui.classroom::microphone),
                round("lobby-camera-switch", devices.cameraOn, Icon.CAMERA, Icon.CAMERA_OFF, "tool.camera.stop",
                        "tool.camera.start", Keys.CAMERA, ui.classroom::camera));
        row.setAlignment(Pos.BOTTOM_CENTER);
        row.setPadding(new Insets(0, 0, 20, 0));
        row.setPickOnBounds(false);
        return row;
    }

    private Button round(String id, BooleanProperty on, Icon onIcon, Icon offIcon, String turnOff, String turnOn,
            KeyCombination keys, Consumer<Boolean> wish) {
        var button = new Button();
        button.setId(id);
        button.getStyleClass().add("round");
        button.setOnAction(_ -> wish.accept(!on.get()));
        ui.watch(on, now -> {
            button.setGraphic((now ? onIcon : offIcon).node());
            button.pseudoClassStateChanged(OFF, !now);
            Keys.name(button, ui.text(now ? turnOff : turnOn), keys);
        });
        return button;
    }

    /// As large as it goes at 16:9.
    @Override
    protected void layoutChildren() {
        double width = Math.min(getWidth(), getHeight() * SHAPE);
        double height = width / SHAPE;
        frame.resizeRelocate(snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2),
                snapSizeX(width), snapSizeY(height));
        clip.setWidth(frame.getWidth());
        clip.setHeight(frame.getHeight());
    }
}
