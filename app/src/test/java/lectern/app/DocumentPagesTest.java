package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.NewPage;
import lectern.protocol.material.Outline;
import lectern.protocol.material.OutlinePage;
import lectern.resources.Language;
import lectern.resources.Words;
import lectern.ui.model.Prepared;
import org.junit.jupiter.api.Test;

class DocumentPagesTest {
    private static final Words WORDS = Words.in(Language.ENGLISH);
    private static final AssetId DOCUMENT = new AssetId("a".repeat(64));

    @Test
    void pagesAreNumberedAndSlidesHaveSteps() {
        assertEquals(List.of("book 1", "book 2"), titles("book.pdf", page(0, 0), page(1, 0)));
        assertEquals(List.of("letter"), titles("letter.pdf", page(0, 0)));
        assertEquals(List.of("Optics – slide 1", "Optics – slide 1·2", "Optics – slide 2"),
                titles("Optics.pptx", page(0, 0), page(0, 1), page(1, 0)));
    }

    @Test
    void aLongNameKeepsItsNumber() {
        var titles = titles("x".repeat(300) + ".pdf", page(0, 0), page(1, 0));
        assertEquals("x".repeat(118) + " 2", titles.get(1));
    }

    @Test
    void whatIsLeftOutDoesNotComeAndWhatIsHiddenIsHidden() {
        var outline = outline(page(0, 0), page(1, 0), new OutlinePage(100, 100, true, 2, 0, true, null), page(3, 0));
        var pages = DocumentPages.of(new Prepared(Path.of("a.pdf"), Set.of(3), Set.of(1)), DOCUMENT, outline, WORDS);
        assertEquals(List.of("a 1", "a 3", "a 4"), pages.stream().map(NewPage::title).toList());
        assertEquals(List.of(false, true, true), pages.stream().map(NewPage::hidden).toList());
    }

    @Test
    void tinyPagesAreAsSmallAsABoardsPagesMayBe() {
        var pages = DocumentPages.of(Prepared.whole(Path.of("stamp.pdf")), DOCUMENT,
                outline(new OutlinePage(4, 2, false, 0, 0, false, null)), WORDS);
        assertEquals(20, pages.getFirst().width());
        assertEquals(10, pages.getFirst().height());
    }

    @Test
    void theFirstFewGoAheadAndNoMessageHasTooMany() {
        var all = DocumentPages.of(Prepared.whole(Path.of("book.pdf")), DOCUMENT,
                outline(IntStream.range(0, 450).mapToObj(i -> page(i, 0)).toArray(OutlinePage[]::new)), WORDS);
        var batches = DocumentPages.batches(all);
        assertEquals(List.of(4, 200, 200, 46), batches.stream().map(List::size).toList());
        var joined = new ArrayList<NewPage>();
        batches.forEach(joined::addAll);
        assertEquals(all, joined);
    }

    @Test
    void whatIsIncompleteIsNamedByItsSlide() {
        var pages = IntStream.range(0, 30).mapToObj(i -> page(i / 2, i % 2)).toList();
        assertEquals("2, 3", DocumentPages.incomplete(new Outline("", pages, List.of(), List.of(2, 3, 4, 99)), WORDS));
        var many = DocumentPages.incomplete(
                new Outline("", pages, List.of(), IntStream.range(0, 30).boxed().toList()), WORDS);
        assertTrue(many.startsWith("1, 2, 3") && many.endsWith("7 more"), many);
    }

    private static List<String> titles(String name, OutlinePage... pages) {
        return DocumentPages.of(Prepared.whole(Path.of(name)), DOCUMENT, outline(pages), WORDS).stream()
                .map(NewPage::title).toList();
    }

    private static Outline outline(OutlinePage... pages) {
        return new Outline("", List.of(pages), List.of(), List.of());
    }

    private static OutlinePage page(int slide, int step) {
        return new OutlinePage(100, 100, true, slide, step, false, null);
    }
}
