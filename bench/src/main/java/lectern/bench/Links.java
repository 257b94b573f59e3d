package lectern.bench;

import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/// What a server's ready line says.
record Links(String teacher, String student, String watcher) {
    /// Waits until the server is ready.
    static Links of(Child server) throws IOException {
        var links = JsonMapper.shared().readTree(server.line()).get("links");
        return new Links(links.get("teacher").asString(), links.get("student").asString(),
                links.get("watcher").asString());
    }
}
