package lectern.ui.library;

import java.util.Set;
import java.util.TreeSet;

/// Which of a row of things are picked, as lists do it: a click picks one, with Ctrl one more or less, with Shift all from the
/// last one on.
final class Picked {
    private final TreeSet<Integer> picked = new TreeSet<>();
    private int anchor = -1;
    private int lead = -1;

    Set<Integer> all() { return Set.copyOf(picked); }

    boolean has(int index) { return picked.contains(index); }

    /// The one the keyboard moves from; -1 for none.
    int lead() { return lead; }

    void clear() {
        picked.clear();
        anchor = lead = -1;
    }

    void only(int index) {
        picked.clear();
        picked.add(index);
        anchor = lead = index;
    }

    void toggle(int index) {
        if (!picked.remove(index)) picked.add(index);
        anchor = lead = index;
    }

    void upTo(int index) {
        if (anchor < 0) anchor = index;
        picked.clear();
        for (int i = Math.min(anchor, index); i <= Math.max(anchor, index); i++) picked.add(i);
        lead = index;
    }

    void everything(int size) {
        for (int i = 0; i < size; i++) picked.add(i);
        if (lead < 0 && size > 0) anchor = lead = 0;
    }

    void click(int index, boolean oneMore, boolean range) {
        if (range) upTo(index);
        else if (oneMore) toggle(index);
        else only(index);
    }
}
