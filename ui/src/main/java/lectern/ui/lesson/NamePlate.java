package lectern.ui.lesson;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import lectern.ui.model.Person;
import lectern.ui.part.Bars;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;
import org.kordamp.ikonli.javafx.FontIcon;

/// The dark label at a picture's foot: microphone, name, line.
final class NamePlate extends HBox {
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass SPEAKING = PseudoClass.getPseudoClass("speaking");
    private final Subscription watched;

    NamePlate(Ui ui, Person person) {
        super(6);
        var microphone = new FontIcon();
        microphone.getStyleClass().add("mute-mark");
        var name = new Label(person.self ? ui.text("person.self") : person.name);
        name.setMinWidth(10);
        var bars = new Bars(11);
        bars.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("plate");
        getChildren().addAll(microphone, name, bars);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(40);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMouseTransparent(true);
        watched = person.microphoneOn.subscribe(on -> {
            microphone.setIconCode((on ? Icon.MICROPHONE : Icon.MICROPHONE_OFF).glyph);
            pseudoClassStateChanged(OFF, !on);
        }).and(person.bars.subscribe(now -> bars.show(now.intValue())))
                .and(person.speaking.subscribe(speaks -> pseudoClassStateChanged(SPEAKING, speaks)));
    }

    void close() { watched.unsubscribe(); }
}
