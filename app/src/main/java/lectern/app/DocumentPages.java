package lectern.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.NewPage;
import lectern.protocol.material.Outline;
import lectern.protocol.material.OutlinePage;
import lectern.resources.Phrase;
import lectern.resources.Words;
import lectern.ui.model.Notices;
import lectern.ui.model.Prepared;

/// The board's pages for a document: titles, sizes, and how many come at once.
final class DocumentPages {
    /// So few come with the first message that its page shows at once.
    private static final int FIRST = 4;
    static final double SHORTEST = 10, LONGEST = 20_000;
    private static final int NAMED = 8;
    private static final Set<String> DECKS = Set.of("pptx", "ppt", "pptm", "ppsx", "pps", "odp");

    private DocumentPages() {}

    /// Without those left out; the slides that the deck's author hid are hidden, too.
    static List<NewPage> of(Prepared file, AssetId document, Outline outline, Words words) {
        String name = file.file().getFileName().toString();
        var pages = new ArrayList<NewPage>();
        for (int i = 0; i < outline.pages().size(); i++) {
            OutlinePage page = outline.pages().get(i);
            if (file.use(i) == Prepared.Use.LEFT_OUT) continue;
            double scale = Math.max(1, SHORTEST / Math.min(page.width(), page.height()));
            pages.add(new NewPage(title(name, outline, i, words), new Ground.Document(document, i),
                    Math.clamp(page.width() * scale, SHORTEST, LONGEST),
                    Math.clamp(page.height() * scale, SHORTEST, LONGEST),
                    page.hidden() || file.use(i) == Prepared.Use.HIDDEN));
        }
        return List.copyOf(pages);
    }

    /// As they are said, one message each.
    static List<List<NewPage>> batches(List<NewPage> pages) {
        var batches = new ArrayList<List<NewPage>>();
        for (int from = 0; from < pages.size();) {
            int to = Math.min(pages.size(), from + (from == 0 ? FIRST : BoardLimits.PAGES_AT_ONCE));
            batches.add(pages.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static String title(String name, Outline outline, int number, Words words) {
        if (outline.pages().size() == 1) return cut(base(name), 0);
        OutlinePage page = outline.pages().get(number);
        boolean isStep = page.step() > 0;
        if (!DECKS.contains(ImportKind.ending(name)) && !isStep)
            return title(words, name, base -> Notices.pageTitle(base, number + 1));
        return title(words, name, base -> isStep
                ? Notices.stepTitle(base, page.slide() + 1, page.step() + 1)
                : Notices.slideTitle(base, page.slide() + 1));
    }

    /// The number stays whole however long the name is.
    private static String title(Words words, String name, java.util.function.Function<String, Phrase> of) {
        return words.text(of.apply(cut(base(name), words.text(of.apply("")).length())));
    }

    static String base(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// @param room for what follows
    static String cut(String title, int room) {
        int chars = Math.min(title.length(), BoardLimits.PAGE_TITLE_CHARS - room);
        if (chars < title.length() && Character.isHighSurrogate(title.charAt(chars - 1))) chars--;
        return title.substring(0, chars);
    }

    /// The slides or pages that aren't drawn whole, for people.
    static String incomplete(Outline outline, Words words) {
        var numbers = outline.incomplete().stream().filter(at -> at >= 0 && at < outline.pages().size())
                .map(at -> Integer.toString(outline.pages().get(at).slide() + 1)).distinct().toList();
        return some(numbers, words);
    }

    /// The first ones of a list, and how many there are besides.
    static String some(List<String> names, Words words) {
        if (names.size() <= NAMED) return String.join(", ", names);
        return words.text(Notices.andMore(String.join(", ", names.subList(0, NAMED)), names.size() - NAMED));
    }
}
