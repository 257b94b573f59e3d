package lectern.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import lectern.protocol.ClientMessage;
import lectern.protocol.Json;
import lectern.protocol.Reason;
import lectern.protocol.ServerMessage;
import org.junit.jupiter.api.Test;

/// A session that hears the protocol's golden examples, which the server's and the browser's tests read as well.
class GoldenConversationTest {
    private final Session session = new Session("eyJ.sig", "王芳", "app/0.1", new Random(1));
    private final List<SessionOutput> out = new ArrayList<>();

    @Test
    void itGoesThroughAClassOfExamples() {
        give(new SessionInput.Start());
        give(new SessionInput.Opened(1));
        hear(1, "welcome");
        for (String example : List.of("offer", "happened", "slots", "levels", "lines", "answer", "refused", "pong"))
            hear(1, example);
        var delivered = out.stream().filter(SessionOutput.Deliver.class::isInstance)
                .map(one -> ((SessionOutput.Deliver) one).message().getClass().getSimpleName()).toList();
        assertEquals(List.of("Welcome", "Offer", "Happened", "Slots", "Levels", "Lines", "Answer", "Refused"),
                delivered);

        give(new SessionInput.Closed(1, "reset", false));
        while (out.stream().noneMatch(new SessionOutput.Connect(2)::equals))
            out.addAll(session.handle(new SessionInput.TimePassed(), session.nextDeadlineNs(0)));
        give(new SessionInput.Opened(2));
        var again = (ClientMessage.Join) Json.readClient(golden("client/join-again"));
        assertTrue(out.contains(new SessionOutput.Transmit(2, again)), "it comes back as the example does: " + out);

        hear(2, "bye");
        var last = assertInstanceOf(SessionOutput.StateChanged.class, out.getLast());
        var ended = assertInstanceOf(SessionState.Ended.class, last.state());
        assertEquals(Reason.ENDED, assertInstanceOf(Ending.Said.class, ended.why()).reason());
    }

    private void hear(int socket, String example) {
        ServerMessage message = Json.readServer(golden("server/" + example));
        give(new SessionInput.Received(socket, message));
    }

    private void give(SessionInput input) { out.addAll(session.handle(input, 0)); }

    private static String golden(String name) {
        try (var in = Json.class.getResourceAsStream("golden/" + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
