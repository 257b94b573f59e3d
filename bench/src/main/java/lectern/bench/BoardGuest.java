package lectern.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;

/// Somebody with the first page open, over a WebSocket of their own. What is heard is looked at as text: how fast it is read is a
/// client's matter.
final class BoardGuest implements WebSocket.Listener, AutoCloseable {
    static final PageId PAGE = new PageId("g1");
    private static final int PATIENCE_S = 30;
    private static final String SELF = "\"self\":\"";

    private final Consumer<String> edited;
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<ParticipantId> self = new CompletableFuture<>();
    private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    private BoardGuest(Consumer<String> edited) {
        this.edited = edited;
    }

    /// @param edited is given each edit, as the JSON it came in, on the socket's thread
    static BoardGuest join(HttpClient http, String link, String name, Consumer<String> edited) throws IOException {
        var guest = new BoardGuest(edited);
        URI uri = URI.create(link);
        try {
            guest.socket = http.newWebSocketBuilder()
                    .buildAsync(URI.create("wss://" + uri.getAuthority() + "/ws"), guest)
                    .get(PATIENCE_S, TimeUnit.SECONDS);
            guest.say(new ClientMessage.Join(Limits.VERSION, uri.getPath().substring("/j/".length()), name, null,
                    "bench"));
            guest.self.get(PATIENCE_S, TimeUnit.SECONDS);
            guest.say(new BoardMessage.OpenPages(List.of(new OpenPage(PAGE, 0))));
            guest.opened.get(PATIENCE_S, TimeUnit.SECONDS);
            return guest;
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException(name + " can't join", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    ParticipantId self() {
        return self.join();
    }

    void say(ClientMessage message) {
        if (socket != null)
            socket.sendText(Json.write(message), true).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            take(text);
        }
        from.request(1);
        return null;
    }

    private void take(String text) {
        if (text.contains("\"type\":\"edited\""))
            edited.accept(text);
        else
            if (text.startsWith("{\"type\":\"welcome\"")) {
                int at = text.indexOf(SELF) + SELF.length();
                self.complete(new ParticipantId(text.substring(at, text.indexOf('"', at))));
            } else
                if (text.startsWith("{\"type\":\"page-part\""))
                    opened.complete(true);
    }

    @Override
    public void close() {
        if (socket != null)
            socket.abort();
    }
}
