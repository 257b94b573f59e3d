package lectern.server;

import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import lectern.protocol.ParticipantId;
import org.jspecify.annotations.Nullable;

/// Answers requests about files and pages of documents, of those who have a key. Any thread calls; none waits.
interface Desk {
    boolean serves(String uri);

    Errand<Reply> handle(Asked asked);

    /// @param uri as it came
    /// @param who whose key it has; whether they are in the room is the room's to say
    record Asked(String method, String uri, HttpHeaders headers, ParticipantId who) {}

    sealed interface Reply {}

    record Say(Page page) implements Reply {}

    /// A part of a file, or all of it.
    ///
    /// @param head without a body
    record Send(Page head, Path file, long from, long length) implements Reply {}

    /// The request's body is wanted.
    record Receive(Body body) implements Reply {}

    /// Lines that come in their own time. What is said on the way may be left out where the connection is slow; what comes of it is the
    /// last line. Cancelled when the connection is gone.
    record Lines(String contentType, Function<Consumer<String>, CompletableFuture<String>> begin) implements Reply {}

    /// Where a request's body goes. One call at a time, on threads that may wait.
    interface Body {
        /// Null while more may come; otherwise the answer, and the rest is passed over.
        @Nullable
        Page take(ByteBuffer bytes) throws IOException;

        /// All of it has come.
        Page end() throws IOException;

        /// The connection broke, or the disk did. May be called after the end.
        void broken();
    }

    static Errand<Reply> say(Page page) {
        return Errand.done(new Say(page));
    }
}
