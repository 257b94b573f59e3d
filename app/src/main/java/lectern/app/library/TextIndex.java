package lectern.app.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.ui.model.Material;
import lectern.ui.model.TextHit;

/// The texts of files, page by page, as far as they are known. What is more than it holds isn't taken. Its owner calls.
final class TextIndex {
    private static final int AROUND = 60;
    private static final int PER_FILE = 5;

    private final long maxChars;
    private final Map<Material, Pages> known = new LinkedHashMap<>();
    private long chars;

    private record Pages(List<String> texts, List<String> folded) {
        long chars() { return 2L * texts.stream().mapToLong(String::length).sum(); }
    }

    /// @param maxChars of all texts, each counted twice: as it is, and as it is searched
    TextIndex(long maxChars) {
        this.maxChars = maxChars;
    }

    boolean has(Material material) { return known.containsKey(material); }

    boolean isFull() { return chars >= maxChars; }

    void put(Material material, List<String> texts) {
        forget(material);
        if (isFull()) return;
        var pages = new Pages(List.copyOf(texts), texts.stream().map(Folding::fold).toList());
        known.put(material, pages);
        chars += pages.chars();
    }

    /// All others are forgotten: they are gone, or have changed.
    void keep(Collection<Material> these) {
        var gone = new HashSet<>(known.keySet());
        gone.removeAll(new HashSet<>(these));
        gone.forEach(this::forget);
    }

    /// At most so many places, of one file only the first few, in the order in which the files were read.
    List<TextHit> find(String query, int most) {
        var words = Folding.words(query);
        var hits = new ArrayList<TextHit>();
        for (var entry : known.entrySet()) {
            var pages = entry.getValue();
            int ofThis = 0;
            for (int page = 0; page < pages.folded().size() && ofThis < PER_FILE; page++) {
                if (!Folding.hasAll(pages.folded().get(page), words)) continue;
                hits.add(new TextHit(entry.getKey(), page,
                        around(pages.texts().get(page), pages.folded().get(page).indexOf(words.getFirst()))));
                ofThis++;
                if (hits.size() >= most) return hits;
            }
        }
        return hits;
    }

    private void forget(Material material) {
        var pages = known.remove(material);
        if (pages != null) chars -= pages.chars();
    }

    private static String around(String text, int at) {
        int from = Math.max(0, at - AROUND / 2), to = Math.min(text.length(), at + AROUND);
        while (from > 0 && at - from < AROUND && !isGap(text.charAt(from - 1))) from--;
        while (to < text.length() && to - at < 2 * AROUND && !isGap(text.charAt(to))) to++;
        return (from > 0 ? "…" : "") + text.substring(from, to).strip() + (to < text.length() ? "…" : "");
    }

    private static boolean isGap(char letter) { return letter == ' ' || Folding.isWide(letter); }
}
