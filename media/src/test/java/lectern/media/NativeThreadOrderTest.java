package lectern.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NativeThreadOrderTest {
    @Test
    void whatIsAskedWhileSomethingOpensIsDoneInOrder() {
        var thread = new NativeThread("test");
        var asked = new CountDownLatch(1);
        var done = new ArrayList<Integer>();
        var opening = thread.call(() -> {
            asked.await();
            return "open";
        });
        List<CompletableFuture<Void>> all = IntStream.range(0, 5).mapToObj(n -> thread.inTurn(opening, _ -> {
            done.add(n);
            return CompletableFuture.<Void>completedFuture(null);
        })).toList();
        asked.countDown();
        all.forEach(Await::get);
        assertEquals(List.of(0, 1, 2, 3, 4), done);
        thread.stop();
    }
}
