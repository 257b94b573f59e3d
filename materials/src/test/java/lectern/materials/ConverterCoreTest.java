package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import lectern.materials.ConverterCore.Asked;
import lectern.materials.ConverterCore.Cancelled;
import lectern.materials.ConverterCore.Finish;
import lectern.materials.ConverterCore.Gone;
import lectern.materials.ConverterCore.Kill;
import lectern.materials.ConverterCore.Output;
import lectern.materials.ConverterCore.Report;
import lectern.materials.ConverterCore.Said;
import lectern.materials.ConverterCore.Send;
import lectern.materials.ConverterCore.Start;
import org.junit.jupiter.api.Test;

class ConverterCoreTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Request FIRST = new Request.Open("/first.pdf");
    private static final Request SECOND_FILE = new Request.Open("/second.pdf");
    private static final Answer FINE = new PageLinks(List.of());
    private final ConverterCore core = new ConverterCore(20 * SECOND, 60 * SECOND);

    @Test
    void aRequestWaitsUntilTheChildIsWarmAndOthersUntilItIsDone() {
        assertEquals(List.of(new Start(1)), core.begin(0));
        assertEquals(List.of(), core.handle(new Asked(1, FIRST), 1));
        assertEquals(List.of(), core.handle(new Asked(2, SECOND_FILE), 2));
        assertEquals(List.of(new Send(1, FIRST)), core.handle(warm(1), 3));
        assertEquals(20 * SECOND + 3, core.nextDeadlineNs());
        assertEquals(List.of("finish 1 PageLinks", "send second.pdf to 1"), told(core.handle(fine(1), 4)));
        assertEquals(List.of("finish 2 PageLinks"), told(core.handle(fine(1), 5)));
        assertNull(core.nextDeadlineNs(), "nothing is due");
    }

    @Test
    void whoTakesTooLongIsEndedAndTheNextFindsANewChild() {
        warmUp();
        core.handle(new Asked(1, FIRST), 0);
        core.handle(new Asked(2, SECOND_FILE), 0);
        assertEquals(List.of(), core.onTimeout(20 * SECOND - 1));
        assertEquals(List.of("kill 1", "finish 1 TOO_SLOW", "start 2"), told(core.onTimeout(20 * SECOND)));
        assertEquals(List.of(), core.handle(new Gone(1, 137), 21 * SECOND), "that it is gone is no news");
        assertEquals(List.of("send second.pdf to 2"), told(core.handle(warm(2), 22 * SECOND)));
    }

    @Test
    void aChildThatDiesTakesItsRequestWithItAndNoOther() {
        warmUp();
        core.handle(new Asked(1, FIRST), 0);
        core.handle(new Asked(2, SECOND_FILE), 0);
        assertEquals(List.of("finish 1 TOO_MUCH_MEMORY", "start 2"),
                told(core.handle(new Gone(1, ConverterCore.OUT_OF_MEMORY), 1)));
        assertEquals(List.of(), core.handle(fine(1), 2), "a late word of the dead");
        assertEquals(List.of("send second.pdf to 2"), told(core.handle(warm(2), 3)));
        assertEquals(List.of("finish 2 STOPPED", "start 3"), told(core.handle(new Gone(2, 134), 4)));
    }

    @Test
    void whatIsCancelledIsNotBegunAndMayEndByItself() {
        warmUp();
        core.handle(new Asked(1, FIRST), 0);
        core.handle(new Asked(2, SECOND_FILE), 0);
        assertEquals(List.of("finish 2 STOPPED"), told(core.handle(new Cancelled(2), 1)));
        core.handle(new Cancelled(1), 1);
        assertEquals(1 + ConverterCore.CANCEL_NS, core.nextDeadlineNs());
        assertEquals(List.of("finish 1 PageLinks"), told(core.handle(fine(1), 2)), "and the second isn't sent");
        core.handle(new Asked(3, FIRST), 3);
        core.handle(new Cancelled(3), 4);
        assertEquals(List.of("kill 1", "finish 3 TOO_SLOW", "start 2"),
                told(core.onTimeout(4 + ConverterCore.CANCEL_NS)));
    }

    @Test
    void whereNoChildLivesPeopleAreToldAndTheMachineIsLeftAlone() {
        core.begin(0);
        core.handle(new Asked(1, FIRST), 0);
        assertEquals(List.of("finish 1 STOPPED"), told(core.handle(new Gone(1, 1), 1)));
        assertNull(core.nextDeadlineNs());
        assertEquals(List.of("start 2"), told(core.handle(new Asked(2, FIRST), 2)), "another try when asked");
        assertEquals(List.of("kill 2", "finish 2 STOPPED"), told(core.onTimeout(2 + 60 * SECOND)));
    }

    @Test
    void aChildThatSpeaksUnaskedIsReplaced() {
        warmUp();
        assertEquals(List.of("kill 1", "start 2"), told(core.handle(fine(1), 1)));
    }

    @Test
    void whoSaysHowFarItIsGetsMoreTimeButNotForEver() {
        warmUp();
        core.handle(new Asked(1, FIRST), 0);
        long nowNs = 0;
        for (int step = 1; step < 2 * ConverterCore.MOST_TIMES; step++) {
            nowNs += 15 * SECOND;
            if (nowNs >= ConverterCore.MOST_TIMES * 20 * SECOND) break;
            assertEquals(List.of("report 1 " + step + "/99"), told(core.handle(step(1, step), nowNs)));
            assertEquals(List.of(), core.onTimeout(nowNs));
        }
        assertEquals(List.of("kill 1", "finish 1 TOO_SLOW", "start 2"),
                told(core.onTimeout(ConverterCore.MOST_TIMES * 20 * SECOND)));
        core.handle(warm(2), nowNs);
        core.handle(new Asked(2, FIRST), nowNs);
        core.handle(new Cancelled(2), nowNs);
        core.handle(step(2, 1), nowNs + 1);
        assertEquals(nowNs + ConverterCore.CANCEL_NS, core.nextDeadlineNs(), "a step doesn't undo the cancelling");
        assertEquals(List.of("kill 2", "start 3"),
                told(core.handle(new Said(2, new Answer.Warm(), new byte[0]), nowNs + 2)).stream()
                        .filter(what -> !what.startsWith("finish")).toList());
    }

    private void warmUp() {
        core.begin(0);
        core.handle(warm(1), 0);
    }

    private static Said warm(int child) { return new Said(child, new Answer.Warm(), new byte[0]); }

    private static Said step(int child, int done) { return new Said(child, new Progress(done, 99), new byte[0]); }

    private static Said fine(int child) { return new Said(child, FINE, new byte[0]); }

    private static List<String> told(List<Output> outputs) {
        return outputs.stream().map(output -> switch (output) {
            case Start(var child) -> "start " + child;
            case Kill(var child) -> "kill " + child;
            case Send(var child, var request) -> "send " + request.file().substring(1) + " to " + child;
            case Report(var id, var progress) -> "report " + id + " " + progress.done() + "/" + progress.all();
            case Finish(var id, Answer.Refused(var why, _), _) -> "finish " + id + " " + why;
            case Finish(var id, var answer, _) -> "finish " + id + " " + answer.getClass().getSimpleName();
        }).toList();
    }
}
