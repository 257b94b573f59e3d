package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import lectern.materials.Box;
import lectern.materials.Found;
import lectern.materials.Outcome;
import lectern.materials.Outline;
import lectern.materials.PageContents;
import lectern.materials.PageLinks;
import lectern.materials.PageText;
import lectern.materials.Progress;
import lectern.materials.Refusal;
import lectern.protocol.Json;
import lectern.protocol.board.PageId;
import lectern.protocol.material.DocumentReport;
import org.junit.jupiter.api.Test;

/// Whatever was found in a file can be said, and read by those who hear it.
class ReportsTest {
    private static final Box PLACE = new Box(1234.56789, 2345.6789, 123.456789, 12.3456789);

    @Test
    void theLongestNotesFitIntoWhatIsSaidAtOnce() {
        var page = new Outline.Page(960, 540, true, 3, 1, true, "note ".repeat(5_000));
        var outline = new Outline("t".repeat(10_000), Collections.nCopies(1_000, page), List.of("Fancy"), List.of(7));
        String json = Json.write(Reports.outcome(new Outcome.Done<>(outline)));
        var said = assertInstanceOf(DocumentReport.Ready.class, Json.readReport(json)).outline();
        assertEquals(1_000, said.pages().size());
        assertTrue(said.pages().getFirst().hidden());
        assertNotNull(said.pages().getFirst().notes());
    }

    @Test
    void whyAFileIsRefusedIsTold() {
        for (Refusal why : Refusal.values()) {
            var said = Reports.outcome(new Outcome.Refused<>(why));
            assertEquals(said, Json.readReport(Json.write(said)));
            String expected = why == Refusal.STOPPED ? "FAILED" : why.name();
            assertEquals(expected, assertInstanceOf(DocumentReport.Refused.class, said).why().name());
        }
    }

    @Test
    void aPageFullOfWordsIsSaidAsFarAsItFits() {
        var word = new PageText.Word("w".repeat(40), PLACE, false);
        var link = new PageLinks.Link(PLACE, new PageLinks.ToAddress("https://example.org/" + "a".repeat(1_000)));
        var text = Reports.text(new PageContents(Collections.nCopies(50_000, word), Collections.nCopies(5_000, link)));
        assertTrue(Json.readPageText(Json.write(text)).words().size() > 10_000);
    }

    @Test
    void whatIsNoPlaceAndNoAddressIsLeftOut() {
        var nowhere = new Box(Double.NaN, 0, 1, 1);
        var far = new Box(1e300, 0, 1, 1);
        var turned = new Box(0, 0, -1, 1);
        var words = List.of(new PageText.Word("a", nowhere, false), new PageText.Word("b", far, false),
                new PageText.Word("c", turned, false), new PageText.Word("d", PLACE, true));
        var links = List.of(new PageLinks.Link(PLACE, new PageLinks.ToAddress("javascript:alert(1)")),
                new PageLinks.Link(PLACE, new PageLinks.ToAddress("https://e.org/" + "a".repeat(3_000))),
                new PageLinks.Link(nowhere, new PageLinks.ToPage(2)),
                new PageLinks.Link(PLACE, new PageLinks.ToPage(3)));
        var text = Reports.text(new PageContents(words, links));
        assertEquals(List.of("d"), text.words().stream().map(it -> it.text()).toList());
        assertEquals(1, text.links().size());
        assertEquals(3, text.links().getFirst().number());
        var hit = Reports.hit(new PageId("g1"), new Found(0, Collections.nCopies(2_000, PLACE), "x".repeat(5_000)));
        assertEquals(List.of(hit), Json.readHits(Json.write(List.of(hit))));
    }

    @Test
    void everyRefusalAndAnyProgressCanBeSaid() {
        for (Refusal why : Refusal.values()) {
            var said = assertInstanceOf(DocumentReport.Refused.class, Reports.outcome(new Outcome.Refused<>(why)));
            assertEquals(said, Json.readReport(Json.write(said)));
        }
        for (int[] of : new int[][]{ { 0, 0}, { 3, 7}, { 9, 7}, { -1, 5}, { 5, -1},
                { Integer.MAX_VALUE, Integer.MAX_VALUE}})
            Json.readReport(Json.write(Reports.reading(new Progress(of[0], of[1]))));
    }
}
