package lectern.ui.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lectern.protocol.board.Region;
import lectern.protocol.material.PageText;
import lectern.protocol.material.PageText.Word;
import org.junit.jupiter.api.Test;

class WordSelectionTest {
    /// Lines 40 apart, words 100 wide with 10 between.
    private static PageText text(String... lines) {
        var words = new ArrayList<Word>();
        for (int line = 0; line < lines.length; line++) {
            var parts = lines[line].split(" ");
            for (int i = 0; i < parts.length; i++)
                words.add(new Word(parts[i], new Region(100 + i * 110, 100 + line * 40, 100, 30),
                        i == parts.length - 1));
        }
        return new PageText(words, List.of());
    }

    private final WordSelection none = WordSelection.none(text("the quick fox", "jumps over", "a dog"));

    @Test
    void goesInReadingOrderBothWays() {
        var down = none.word(220, 110).to(150, 190);
        assertEquals("quick fox\njumps over\na", down.words());
        assertEquals("the quick", none.word(220, 110).to(20, 110).words());
        assertEquals("the quick fox\njumps over\na", none.word(150, 190).to(20, 20).words());
        assertEquals("fox\njumps", none.word(110, 150).to(600, 110).words(), "beside the line's end");
    }

    @Test
    void lineAndAll() {
        assertEquals("jumps over", none.line(260, 150).words());
        assertEquals("jumps over\na dog", none.line(260, 150).to(300, 190).words(), "grows by words");
        assertEquals("the quick fox\njumps over\na dog", WordSelection.all(none.text()).words());
    }

    @Test
    void aStripForEachLine() {
        var regions = none.word(220, 110).to(110, 150).regions();
        assertEquals(List.of(new Region(210, 100, 210, 30), new Region(100, 140, 100, 30)), regions);
    }

    @Test
    void noBlanksBetweenHan() {
        var chinese = WordSelection.all(text("二次 函数 的 graph 是 parabola 。", "Zwei Wörter"));
        assertEquals("二次函数的graph是parabola。\nZwei Wörter", chinese.words());
    }

    @Test
    void withoutWordsNothingIsSelected() {
        var empty = WordSelection.none(new PageText(List.of(), List.of()));
        assertTrue(empty.word(1, 1).isEmpty());
        assertTrue(empty.word(1, 1).to(5, 5).isEmpty());
        assertTrue(WordSelection.all(empty.text()).isEmpty());
        assertEquals("", empty.words());
    }
}
