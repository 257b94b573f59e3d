package lectern.materials;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which child does what, and when it has had its time. One child at a time, one request at a time: what is asked meanwhile
/// waits. A child is STARTING until it says that it is warm, then READY. When it ends, or has to be ended, a new one is
/// started at once; but one that doesn't even get warm is followed by another only when somebody asks again, so that a
/// machine where no child can live isn't kept busy with it. Whatever is asked is finished once.
final class ConverterCore {
    /// A cancelled request may end by itself within this; that is cheaper than a new child.
    static final long CANCEL_NS = 500_000_000;
    private static final int MOST_WAITING = 1_000;
    /// Who says how far the work has come gets the time anew with each step, but not for ever.
    static final int MOST_TIMES = 30;
    /// What `-XX:+ExitOnOutOfMemoryError` ends with.
    static final int OUT_OF_MEMORY = 3;

    sealed interface Input {}

    record Asked(long id, Request request) implements Input {}

    record Cancelled(long id) implements Input {}

    record Said(int child, Answer answer, byte[] body) implements Input {}

    record Gone(int child, int exit) implements Input {}

    sealed interface Output {}

    record Start(int child) implements Output {}

    record Send(int child, Request request) implements Output {}

    record Kill(int child) implements Output {}

    record Report(long id, Progress progress) implements Output {}

    record Finish(long id, Answer answer, byte[] body) implements Output {}

    private enum Phase { NONE, STARTING, READY }

    private final long requestNs;
    private final long startNs;
    private final Deque<Asked> waiting = new ArrayDeque<>();
    private final List<Output> out = new ArrayList<>();
    private Phase phase = Phase.NONE;
    private int child;
    private @Nullable Asked current;
    private boolean cancelled;
    private long begunNs;
    /// Of the start, or of the current request.
    private long deadlineNs;

    ConverterCore(long requestNs, long startNs) {
        this.requestNs = requestNs;
        this.startNs = startNs;
    }

    List<Output> begin(long nowNs) {
        start(nowNs);
        return drain();
    }

    List<Output> handle(Input input, long nowNs) {
        switch (input) {
            case Asked asked -> {
                if (waiting.size() >= MOST_WAITING) refuse(asked, Refusal.TOO_SLOW, "too many are waiting");
                else waiting.add(asked);
                if (phase == Phase.NONE) start(nowNs);
            }
            case Cancelled cancelled -> {
                for (Asked asked : List.copyOf(waiting))
                    if (asked.id() == cancelled.id() && waiting.remove(asked))
                        refuse(asked, Refusal.STOPPED, "cancelled");
                if (current != null && current.id() == cancelled.id()) {
                    this.cancelled = true;
                    if (deadlineNs - nowNs > CANCEL_NS) deadlineNs = nowNs + CANCEL_NS;
                }
            }
            case Said said when said.child() == child && phase != Phase.NONE -> said(said, nowNs);
            case Gone gone when gone.child() == child && phase != Phase.NONE ->
                ended(gone.exit() == OUT_OF_MEMORY ? Refusal.TOO_MUCH_MEMORY : Refusal.STOPPED,
                        "exit " + gone.exit(), nowNs);
            case Said _,Gone _ -> {
            } // of a child that was given up
        }
        next(nowNs);
        return drain();
    }

    /// When to call [#onTimeout]; null: never, as things stand.
    @Nullable
    Long nextDeadlineNs() { return phase == Phase.STARTING || current != null ? deadlineNs : null; }

    List<Output> onTimeout(long nowNs) {
        Long deadline = nextDeadlineNs();
        if (deadline != null && deadline - nowNs <= 0) {
            out.add(new Kill(child));
            ended(Refusal.TOO_SLOW, "its time is over", nowNs);
            next(nowNs);
        }
        return drain();
    }

    private void said(Said said, long nowNs) {
        if (phase == Phase.STARTING && said.answer() instanceof Answer.Warm) {
            phase = Phase.READY;
        } else if (phase == Phase.READY && current != null && said.answer() instanceof Progress progress) {
            out.add(new Report(current.id(), progress));
            long lastNs = begunNs + MOST_TIMES * requestNs;
            if (!cancelled) deadlineNs = nowNs + requestNs - lastNs < 0 ? nowNs + requestNs : lastNs;
        } else if (phase == Phase.READY && current != null && !(said.answer() instanceof Answer.Warm)) {
            out.add(new Finish(current.id(), said.answer(), said.body()));
            current = null;
        } else {
            out.add(new Kill(child));
            ended(Refusal.STOPPED, "it said what nobody asked", nowNs);
        }
    }

    private void ended(Refusal why, String detail, long nowNs) {
        boolean wasWarm = phase == Phase.READY;
        phase = Phase.NONE;
        if (current != null) refuse(current, why, detail);
        current = null;
        if (wasWarm) {
            start(nowNs);
        } else {
            for (Asked asked : waiting) refuse(asked, Refusal.STOPPED, "no child gets warm");
            waiting.clear();
        }
    }

    private void start(long nowNs) {
        child++;
        phase = Phase.STARTING;
        deadlineNs = nowNs + startNs;
        out.add(new Start(child));
    }

    private void next(long nowNs) {
        if (phase != Phase.READY || current != null || waiting.isEmpty()) return;
        Asked asked = waiting.remove();
        current = asked;
        cancelled = false;
        begunNs = nowNs;
        deadlineNs = nowNs + requestNs;
        out.add(new Send(child, asked.request()));
    }

    private void refuse(Asked asked, Refusal why, String detail) {
        out.add(new Finish(asked.id(), new Answer.Refused(why, detail), new byte[0]));
    }

    private List<Output> drain() {
        var drained = List.copyOf(out);
        out.clear();
        return drained;
    }
}
