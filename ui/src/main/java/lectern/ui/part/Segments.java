package lectern.ui.part;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.controlsfx.control.SegmentedButton;

/// A choice of a few, all of them in sight, of which one is always chosen.
public final class Segments {
    private Segments() {}

    /// Each button's id is `id`, a dash and its value in small letters.
    public static <T> SegmentedButton of(Ui ui, String id, List<T> values, Property<T> chosen,
            Function<T, String> name) {
        var buttons = new SegmentedButton();
        var group = new ToggleGroup();
        for (var value : values) {
            var button = new ToggleButton(name.apply(value));
            button.setId(id + "-" + value.toString().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            // Clicking the chosen one again would leave nothing chosen.
            button.setOnAction(_ -> {
                button.setSelected(true);
                chosen.setValue(value);
            });
            ui.watch(chosen, now -> button.setSelected(value.equals(now)));
            buttons.getButtons().add(button);
        }
        buttons.setToggleGroup(group);
        return buttons;
    }
}
