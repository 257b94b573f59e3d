package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldedTextTest {
    @Test
    void caseAccentsAndFormsOfLettersMakeNoDifference() {
        found("Élève STRASSE ﬁnal", "eleve", "strasse", "ÉLÈVE straße", "Final", "le");
        missing("Élève STRASSE ﬁnal", "elevestrasse", "x");
        found("l’école “ouverte”", "l'ecole", "\"ouverte\"");
        found("が", "が");
        missing("が", "か"); // another letter, no accent
        found("ΑΘΗΝΑ Москва й", "αθηνα", "МОСКВА");
    }

    @Test
    void wordsGoOnInTheNextLine() {
        found("the addition of frac- | tions is", "fractions", "of fractions is");
        found("a well-known rule", "well-known", "wellknown", "WELL‑KNOWN");
        found("5 - 3 and 10-20 a | - | b", "5 - 3", "10-20", "a - b");
        found("soft\u00adhyphen", "softhyphen");
        found("one two | three", "two three", "two  three");
    }

    @Test
    void hanAndKanaHaveNoWordBreaks() {
        found("分数的加 | 法和减法：同 分母", "加法", "减法:同分母", "分数 的加法");
        found("第 3 章 カタ | カナ", "第3章", "第 3 章", "カタカナ");
        missing("分数的加法", "数分");
        found("한국어 문장", "한국어 문장");
        missing("한국어 문장", "한국어문장");
    }

    @Test
    void boxesAreOfTheFoundPartAndOnePerLine() {
        var words = new ArrayList<PageText.Word>();
        words.add(new PageText.Word("adding", new Box(10, 0, 60, 10), false));
        words.add(new PageText.Word("frac-", new Box(80, 0, 50, 10), true));
        words.add(new PageText.Word("tions", new Box(10, 20, 50, 10), false));
        words.add(new PageText.Word("now", new Box(70, 20, 30, 10), true));
        var text = new FoldedText(words);
        assertEquals(List.of(new Box(10, 0, 120, 10), new Box(10, 20, 50, 10)), text.find("adding fractions"));
        assertEquals(List.of(new Box(30, 0, 20, 10)), text.find("di"));
        assertEquals("adding frac- tions now", text.around("di"));
        var han = new FoldedText(List.of(new PageText.Word("分数的加法", new Box(0, 0, 100, 20), true)));
        assertEquals(List.of(new Box(60, 0, 40, 20)), han.find("加法"));
        var turned = new FoldedText(List.of(new PageText.Word("turned", new Box(0, 0, 10, 60), true)));
        assertEquals(List.of(new Box(0, 0, 10, 60)), turned.find("urn"), "which end is the first isn't known");
    }

    @Test
    void nothingIsFoundInNothing() {
        assertEquals("", FoldedText.query(" \t\n"));
        assertEquals("", FoldedText.query("\u00ad"));
        missing("", "a");
        assertEquals("", new FoldedText(List.of()).around("a"));
        assertEquals(100, new FoldedText(words("a ".repeat(1000).strip())).find("a").size(), "but not without end");
    }

    private static void found(String said, String... queries) {
        for (String query : queries)
            assertEquals(true, !new FoldedText(words(said)).find(FoldedText.query(query)).isEmpty(),
                    query + " in " + said);
    }

    private static void missing(String said, String... queries) {
        for (String query : queries)
            assertEquals(List.of(), new FoldedText(words(said)).find(FoldedText.query(query)), query + " in " + said);
    }

    private static void end(List<PageText.Word> line) {
        var last = line.removeLast();
        line.add(new PageText.Word(last.text(), last.box(), true));
    }

    /// Words, with a bar where a line ends.
    private static List<PageText.Word> words(String said) {
        var words = new ArrayList<PageText.Word>();
        if (said.isEmpty()) return words;
        for (String word : said.split(" ")) {
            var box = new Box(10 * words.size(), 0, 10, 5);
            if (word.equals("|")) end(words);
            else words.add(new PageText.Word(word, box, false));
        }
        return words;
    }
}
