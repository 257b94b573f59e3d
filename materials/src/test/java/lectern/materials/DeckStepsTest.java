package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.materials.DeckSteps.Target;
import org.junit.jupiter.api.Test;

class DeckStepsTest {
    private static final Target TITLE = new Target(2, Target.WHOLE);
    private static final Target LIST = new Target(3, Target.WHOLE);

    @Test
    void withoutAnAnimationThereIsOneStep() throws IOException {
        assertEquals(List.of(Set.of()), of(""));
        assertEquals(List.of(Set.of()), of(Timing.of()));
    }

    @Test
    void whatEntersWasHiddenAndWhatLeavesIs() throws IOException {
        assertEquals(List.of(Set.of(TITLE), Set.of(), Set.of(LIST), Set.of(LIST, TITLE)),
                of(Timing.of(Timing.click(Timing.effect("entr", 2, -1)), Timing.click(Timing.effect("exit", 3, -1)),
                        Timing.click(Timing.effect("exit", 2, -1)))));
    }

    @Test
    void whatComesAloneNeedsNoClickAndWhatOnlyMovesSplitsNothing() throws IOException {
        assertEquals(List.of(Set.of(LIST), Set.of()),
                of(Timing.of(Timing.start(Timing.effect("entr", 2, -1)), Timing.click(Timing.effect("emph", 2, -1)),
                        Timing.click(Timing.effect("path", 2, -1)), Timing.click(Timing.effect("entr", 3, -1)))));
    }

    @Test
    void manyClicksEndTogether() throws IOException {
        String[] clicks = IntStream.range(0, 100).mapToObj(i -> Timing.click(Timing.effect("entr", 9, i)))
                .toArray(String[]::new);
        var steps = of(Timing.of(clicks));
        assertEquals(DeckSteps.MOST, steps.size());
        assertEquals(100, steps.getFirst().size());
        assertEquals(Set.of(), steps.getLast());
    }

    @Test
    void oddNumbersAreNoTargetsAndRangesHaveAnEnd() throws IOException {
        String odd = Timing.effect("entr", 2, 0).replace("spid=\"2\"", "spid=\"two\"");
        assertEquals(List.of(Set.of()), of(Timing.of(Timing.click(odd))));
        String endless = Timing.effect("entr", 2, 0).replace("end=\"0\"", "end=\"2147483647\"");
        assertEquals(1_001, of(Timing.of(Timing.click(endless))).getFirst().size());
    }

    @Test
    void aSlideMayDeclareNothing() {
        assertThrows(IOException.class, () -> SlideMarkup.read(new ByteArrayInputStream(
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>".getBytes(StandardCharsets.UTF_8))));
    }

    private static List<Set<Target>> of(String timing) throws IOException {
        String xml = "<p:sld xmlns:p='http://schemas.openxmlformats.org/presentationml/2006/main'>" + timing
                + "</p:sld>";
        return DeckSteps.of(SlideMarkup.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }
}
