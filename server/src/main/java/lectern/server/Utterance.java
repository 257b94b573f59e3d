package lectern.server;

import java.nio.charset.StandardCharsets;
import lectern.protocol.Json;
import lectern.protocol.ServerMessage;

/// A message and its JSON, which is made once for all who hear it.
final class Utterance {
    final ServerMessage message;
    private byte[] json = new byte[0];

    Utterance(ServerMessage message) {
        this.message = message;
    }

    /// Not to be written to.
    byte[] json() {
        if (json.length == 0) json = Json.write(message).getBytes(StandardCharsets.UTF_8);
        return json;
    }
}
