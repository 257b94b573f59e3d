package lectern.server;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which pages of a document will be asked for next, told by those that are asked for: the class goes forward, sometimes back by one, and
/// where one page is looked at all of them will be.
final class Foresight {
    private final int pages;
    private int number = -1;
    private final Set<Integer> levels = new HashSet<>();

    Foresight(int pages) {
        this.pages = pages;
    }

    /// @param anew    whether the class is at another page than before, so that what was foreseen for that comes later
    /// @param numbers the soonest first
    record Ahead(boolean anew, List<Integer> numbers) {}

    /// Null when nothing new is to be learnt from it.
    @Nullable
    Ahead onDemand(int asked, int level) {
        boolean anew = asked != number;
        if (anew) levels.clear();
        number = asked;
        if (!levels.add(level)) return null;
        var ahead = new ArrayList<Integer>();
        for (int near : new int[]{ asked + 1, asked + 2, asked - 1}) if (near >= 0 && near < pages) ahead.add(near);
        // At the level that was asked for first: others look from far away, or closely.
        if (anew) {
            for (int next = asked + 3; next < pages; next++) ahead.add(next);
            for (int before = asked - 2; before >= 0; before--) ahead.add(before);
        }
        return new Ahead(anew, List.copyOf(ahead));
    }
}
