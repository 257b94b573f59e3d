package lectern.ui.part;

import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Subscription;
import lectern.resources.Phrase;
import lectern.resources.Words;
import lectern.ui.model.Classroom;
import lectern.ui.model.ScreenModel;
import lectern.ui.picture.Fx;
import lectern.ui.picture.Pictures;

/// What every view is built from. Lives as long as one build of a screen: another screen or another language makes a
/// new one, and [#close] takes the old views off the models, which live on.
public final class Ui {
    public final ScreenModel model;
    public final Words words;
    public final Classroom classroom;
    public final Pictures pictures;
    public final Sheets sheets;
    public final FileDialogs dialogs;
    private Subscription watched = Subscription.EMPTY;

    public Ui(ScreenModel model, Words words, Classroom classroom, Pictures pictures, Sheets sheets) {
        this(model, words, classroom, pictures, sheets, new SystemFileDialogs());
    }

    public Ui(ScreenModel model, Words words, Classroom classroom, Pictures pictures, Sheets sheets,
            FileDialogs dialogs) {
        this.model = model;
        this.words = words;
        this.classroom = classroom;
        this.pictures = pictures;
        this.sheets = sheets;
        this.dialogs = dialogs;
    }

    public String text(String key, Object... arguments) { return words.text(key, arguments); }

    public String text(Phrase phrase) { return words.text(phrase); }

    /// Calls `show` with the value now and after each change, until the screen is closed.
    public <T> void watch(ObservableValue<T> value, Consumer<? super T> show) {
        onClose(value.subscribe(value1 -> show.accept(value1)));
    }

    /// Calls `show` now and after each change of any of these (lists too), until the screen is closed.
    public void watchAll(Runnable show, Observable... values) {
        for (var value : values)
            onClose(value.subscribe(show));
        show.run();
    }

    /// The same, soon: once for all that changes until the screen gets to it, and not while the node can't be seen, since a document
    /// brings hundreds of pages one by one.
    public void watchSeen(Node node, Runnable show, Observable... values) {
        var later = new Runnable() {
            private boolean waits;

            @Override
            public void run() {
                if (waits || !node.isVisible()) return;
                waits = true;
                new Fx().execute(() -> {
                    waits = false;
                    if (node.isVisible()) show.run();
                });
            }
        };
        for (var value : values) onClose(value.subscribe(later));
        onClose(node.visibleProperty().subscribe(later));
        show.run();
    }

    public void onClose(Subscription subscription) { watched = watched.and(subscription); }

    public void close() {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
    }
}
