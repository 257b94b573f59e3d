package lectern.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import lectern.classroom.Room;
import lectern.classroom.RoomInput;
import lectern.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/// What waits for the room's thread. Any thread posts; none waits.
final class Mailbox {
    sealed interface Item {}

    record Tell(RoomInput input) implements Item {}

    /// Something that isn't the room's word, in its turn: an answer of the media plane.
    record Say(long connection, ServerMessage message) implements Item {}

    /// A look at the room from its own thread.
    record Look(Consumer<Room> look) implements Item {}

    record Stop() implements Item {}

    /// Far more than 300 people can say in a second. Their connections limit them; this bounds the memory if the room's
    /// thread stands still (a disk that hangs).
    private static final int MAX_MESSAGES = 50_000;
    private static final int BATCH = 512;

    private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();

    /// Returns false for a message when too many wait already. What isn't a message always has room: there is little of it.
    boolean post(Item item) {
        if (item instanceof Tell(RoomInput.Message _) && items.size() >= MAX_MESSAGES) return false;
        return items.offer(item);
    }

    /// Asks the room on its own thread.
    <T> CompletableFuture<T> ask(Function<Room, T> question) {
        var answer = new CompletableFuture<T>();
        post(new Look(room -> {
            try {
                answer.complete(question.apply(room));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        }));
        return answer;
    }

    /// Everything that waits, or nothing when the time is over.
    List<Item> take(@Nullable Long timeoutMs) throws InterruptedException {
        var batch = new ArrayList<Item>();
        Item first = timeoutMs == null ? items.take() : items.poll(timeoutMs, TimeUnit.MILLISECONDS);
        if (first == null) return batch;
        batch.add(first);
        items.drainTo(batch, BATCH);
        return batch;
    }
}
