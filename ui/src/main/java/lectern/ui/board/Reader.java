package lectern.ui.board;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Subscription;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.Region;
import lectern.protocol.material.PageText;
import org.jspecify.annotations.Nullable;

/// What one does with the words and links of the viewed page: nobody else sees it.
final class Reader {
    /// What is known of the page's words.
    enum Words {
        UNASKED, COMING, THERE, NONE, FAILED
    }

    private final PageTexts texts;
    private final Runnable changed;
    private final Subscription listening;
    private final ReadOnlyObjectWrapper<Words> state = new ReadOnlyObjectWrapper<>(Words.UNASKED);
    private @Nullable Page page;
    private @Nullable WordSelection selection;
    private boolean pressed;

    /// @param changed is told when something else is selected
    Reader(PageTexts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        listening = texts.onChange(() -> {
            if (state.get() == Words.COMING || state.get() == Words.FAILED) look();
        });
    }

    ReadOnlyObjectProperty<Words> stateProperty() { return state.getReadOnlyProperty(); }

    void turned(@Nullable Page next) {
        boolean same = page != null && next != null && page.id().equals(next.id())
                && page.ground().equals(next.ground());
        page = next;
        if (same) return;
        clear();
        state.set(Words.UNASKED);
    }

    /// The words are needed now, or soon.
    @Nullable
    PageText look() {
        if (page == null || !(page.ground() instanceof Ground.Document ground)) {
            state.set(Words.NONE);
            return null;
        }
        var text = texts.of(ground);
        if (text == null) state.set(texts.hasFailed(ground) ? Words.FAILED : Words.COMING);
        else state.set(text.words().isEmpty() ? Words.NONE : Words.THERE);
        return text;
    }

    // The tool for words

    /// @param clicks 2 takes a word, 3 a line
    void press(double x, double y, int clicks, boolean extend) {
        var text = look();
        if (text == null) return;
        pressed = true;
        var before = selection == null || selection.text() != text ? WordSelection.none(text) : selection;
        if (extend && !before.isEmpty()) select(before.to(x, y));
        else if (clicks == 2) select(before.word(x, y));
        else if (clicks > 2) select(before.line(x, y));
        else {
            var from = before.word(x, y); // it begins there and isn't selected until the pointer moves
            select(new WordSelection(text, from.anchorFirst(), from.anchorLast(), 0, -1));
        }
    }

    void drag(double x, double y) {
        if (pressed && selection != null) select(selection.to(x, y));
    }

    void release() { pressed = false; }

    void selectAll() {
        var text = look();
        if (text != null) select(WordSelection.all(text));
    }

    boolean hasSelection() { return selection != null && !selection.isEmpty(); }

    void clear() {
        pressed = false;
        if (selection == null) return;
        selection = null;
        changed.run();
    }

    String selectedWords() { return selection == null ? "" : selection.words(); }

    List<Region> selected() { return selection == null ? List.of() : selection.regions(); }

    void copy() {
        var content = new ClipboardContent();
        content.putString(selectedWords());
        Clipboard.getSystemClipboard().setContent(content);
    }

    // Links

    /// The one at that place; the smallest where they overlap.
    PageText.@Nullable Link linkAt(double x, double y) {
        var text = look();
        PageText.Link found = null;
        if (text == null) return null;
        for (var link : text.links()) {
            var at = link.place();
            boolean in = x >= at.x() && y >= at.y() && x <= at.x() + at.width() && y <= at.y() + at.height();
            if (in && (found == null || area(at) < area(found.place()))) found = link;
        }
        return found;
    }

    void close() { listening.unsubscribe(); }

    private void select(WordSelection next) {
        if (next.equals(selection)) return;
        selection = next;
        changed.run();
    }

    private static double area(Region region) { return region.width() * region.height(); }
}
