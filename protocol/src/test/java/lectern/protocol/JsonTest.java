package lectern.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void aMissingFieldIsNamed() {
        var wrong = assertThrows(ProtocolException.class,
                () -> Json.readClient("{\"type\":\"join\",\"version\":1,\"client\":\"web\"}"));
        assertTrue(wrong.getMessage().contains("token"), wrong.getMessage());
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThrows(ProtocolException.class, () -> Json.readClient("{\"type\":\"sudo\"}"));
        assertThrows(ProtocolException.class, () -> Json.readClient("{}"));
        assertThrows(ProtocolException.class, () -> Json.readClient("null"));
        assertThrows(ProtocolException.class, () -> Json.readClient(""));
    }

    @Test
    void unknownFieldsArePassedOver() {
        assertEquals(new ClientMessage.Ping(5), Json.readClient("{\"type\":\"ping\",\"sent\":5,\"colour\":\"red\"}"));
    }

    /// Immutable lists throw when asked whether they contain null.
    @Test
    void messagesAreMadeOfImmutableListsToo() {
        var watch = new ClientMessage.Watch(List.of(new View(new ParticipantId("p1"), TrackKind.CAMERA, 320, 180)));
        assertEquals(watch, Json.readClient(Json.write(watch)));
        assertThrows(ProtocolException.class, () -> Json.readClient("{\"type\":\"watch\",\"views\":[null]}"));
    }

    @Test
    void deepNestingAndHugeTextsAreRefused() {
        assertThrows(ProtocolException.class, () -> Json.readClient("[".repeat(10_000)));
        assertThrows(ProtocolException.class,
                () -> Json.readClient("{\"type\":\"join\",\"token\":\"" + "x".repeat(200_000)));
        assertThrows(ProtocolException.class,
                () -> Json.readClient("{\"type\":\"answer\",\"sdp\":\"" + "x".repeat(Limits.SDP_CHARS + 1) + "\"}"));
    }

    @Test
    void theTypeOfAMessageIsItsNameOnTheWire() {
        assertEquals("end-class", Json.typeOf(new ClientMessage.EndClass()));
        assertInstanceOf(ClientMessage.EndClass.class, Json.readClient("{\"type\":\"end-class\"}"));
    }

    /// Whatever comes in, there is a message or a [ProtocolException], nothing else.
    @Test
    void mutatedMessagesAreReadOrRefused() throws IOException {
        var examples = new ArrayList<String>();
        for (String folder : List.of("client", "server", "event"))
            try (var files = Files.list(Path.of("src/main/resources/lectern/protocol/golden", folder))) {
                for (Path file : (Iterable<Path>) files::iterator) examples.add(Files.readString(file));
            }
        long seed = 20260302;
        var random = new Random(seed);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder(examples.get(random.nextInt(examples.size())));
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at,
                            (char) (random.nextInt(100) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95)));
                    case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                    default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
                }
                if (text.isEmpty()) text.append(' ');
            }
            String json = text.toString();
            try {
                switch (round % 3) {
                    case 0 -> Json.readClient(json);
                    case 1 -> Json.readServer(json);
                    default -> Json.readEvent(json);
                }
                read++;
            } catch (ProtocolException expected) {
                assertTrue(expected.getMessage() != null, "seed " + seed + " round " + round);
            }
        }
        assertTrue(read > 0, "some mutations leave the message whole");
    }
}
