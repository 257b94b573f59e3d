package lectern.ui.lesson;

import javafx.scene.control.Button;
import javafx.util.Subscription;
import lectern.ui.board.ScreenInk;
import lectern.ui.part.Icon;
import lectern.ui.part.Ui;

/// Offers who moderates to write on the screen that is shared.
final class WriteOnScreen extends Button {
    private final Ui ui;
    private Subscription people = Subscription.EMPTY;

    WriteOnScreen(Ui ui, ScreenInk ink) {
        super(ui.text("screen.write"), Icon.PEN.node());
        this.ui = ui;
        setId("write-on-shared");
        getStyleClass().addAll("primary", "compact");
        setOnAction(_ -> ui.model.lesson.people.stream().filter(person -> person.screenOn.get()).findFirst()
                .ifPresent(ink::writeOn));
        ui.watchAll(this::watch, ui.model.lesson.people);
        ui.watchAll(this::show, ui.model.lesson.board.viewed, ui.model.lesson.pinned);
        ui.onClose(() -> people.unsubscribe());
    }

    private void watch() {
        people.unsubscribe();
        people = Subscription.EMPTY;
        for (var person : ui.model.lesson.people) people = people.and(person.screenOn.subscribe(_ -> show()));
        show();
    }

    private void show() {
        boolean shared = ui.model.lesson.people.stream().anyMatch(person -> person.screenOn.get());
        boolean offered = shared && ui.model.lesson.role.get().mayModerate() && ui.model.lesson.pinned.get().isEmpty()
                && ui.model.lesson.board.viewed.get() != null;
        setVisible(offered);
        setManaged(offered);
    }
}
