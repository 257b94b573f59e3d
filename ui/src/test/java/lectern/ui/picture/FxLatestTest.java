package lectern.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FxLatestTest {
    private final ArrayDeque<Runnable> thread = new ArrayDeque<>();
    private final List<Integer> shown = new ArrayList<>();
    private final FxLatest<Integer> level = new FxLatest<>(thread::add, shown::add);

    @Test
    void aNewerValueReplacesOneThatWaits() {
        level.offer(1);
        level.offer(2);
        level.offer(3);
        assertEquals(1, thread.size(), "one crossing for three values");
        thread.remove().run();
        assertEquals(List.of(3), shown);
    }

    @Test
    void aValueAfterTheShowCrossesAgain() {
        level.offer(1);
        thread.remove().run();
        level.offer(2);
        thread.remove().run();
        assertEquals(List.of(1, 2), shown);
    }
}
