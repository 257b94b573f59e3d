package lectern.server;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// An HTTP answer.
record Page(int status, String contentType, byte[] body, Map<String, String> headers) {
    static Page text(int status, String words) {
        return new Page(status, "text/plain; charset=utf-8", (words + "\n").getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /// Too much at once: it may be asked again a little later.
    static Page busy(String words) {
        Page page = text(429, words);
        return new Page(429, page.contentType(), page.body(), Map.of("Retry-After", "2"));
    }

    static Page empty(int status, Map<String, String> headers) {
        return new Page(status, "", new byte[0], headers);
    }
}
