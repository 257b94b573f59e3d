package lectern.ui.model;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// A file as it is to come onto the board: with all its pages, but for those left out, and some of them hidden at first.
/// Pages are counted from 0; what the file has no page for is of no account.
///
/// @param hidden  pages that come to the board and are seen by who moderates alone
/// @param leftOut pages that don't come
public record Prepared(Path file, Set<Integer> hidden, Set<Integer> leftOut) {
    public enum Use { SHOWN, HIDDEN, LEFT_OUT }

    public Prepared {
        leftOut = Set.copyOf(leftOut);
        hidden = without(hidden, leftOut);
    }

    /// With all its pages, all of them seen.
    public static Prepared whole(Path file) { return new Prepared(file, Set.of(), Set.of()); }

    public Use use(int page) {
        return leftOut.contains(page) ? Use.LEFT_OUT : hidden.contains(page) ? Use.HIDDEN : Use.SHOWN;
    }

    public Prepared with(int page, Use use) {
        var nowHidden = new HashSet<>(hidden);
        var nowOut = new HashSet<>(leftOut);
        nowHidden.remove(page);
        nowOut.remove(page);
        if (use == Use.HIDDEN) nowHidden.add(page);
        if (use == Use.LEFT_OUT) nowOut.add(page);
        return new Prepared(file, nowHidden, nowOut);
    }

    /// One page alone of so many.
    public static Prepared only(Path file, int page, int pages, Use use) {
        var others = new HashSet<Integer>();
        for (int other = 0; other < pages; other++) if (other != page) others.add(other);
        return new Prepared(file, Set.of(), others).with(page, use);
    }

    public Prepared at(Path otherFile) { return new Prepared(otherFile, hidden, leftOut); }

    private static Set<Integer> without(Set<Integer> all, Set<Integer> these) {
        var rest = new HashSet<>(all);
        rest.removeAll(these);
        return Set.copyOf(rest);
    }
}
