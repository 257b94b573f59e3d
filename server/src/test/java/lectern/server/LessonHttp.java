package lectern.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLSocket;
import lectern.protocol.ServerMessage;

/// Somebody in the class, and their requests for its files.
final class LessonHttp implements AutoCloseable {
    final Attendee attendee;
    final String key;
    private final LecternServer server;
    private final HttpClient http;

    LessonHttp(LecternServer server, String link, String name) {
        this.server = server;
        this.attendee = Attendee.join(server, link, name);
        this.key = attendee.hears(ServerMessage.Welcome.class).resume();
        this.http = Attendee.httpFor(server.fingerprint());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(60)).header("Authorization", "Bearer " + key);
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> get(String path) throws Exception {
        return send(to(path));
    }

    HttpResponse<byte[]> send(String method, String path, BodyPublisher body, String... headers) throws Exception {
        var request = to(path).method(method, body);
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return send(request);
    }

    HttpResponse<byte[]> begin(long length) throws Exception {
        return send("POST", "/upload", BodyPublishers.noBody(), "Upload-Length", Long.toString(length));
    }

    /// Where the new upload is.
    String begun(long length) throws Exception {
        var begun = begin(length);
        if (begun.statusCode() != 201) throw new AssertionError(begun.statusCode() + " " + words(begun));
        return begun.headers().firstValue("location").orElseThrow();
    }

    HttpResponse<byte[]> piece(String upload, long offset, byte[] bytes, int from, int to) throws Exception {
        return send("PATCH", upload, BodyPublishers.ofByteArray(bytes, from, to - from), "Upload-Offset",
                Long.toString(offset), "Content-Type", "application/partial-upload");
    }

    HttpResponse<byte[]> head(String upload) throws Exception {
        return send("HEAD", upload, BodyPublishers.noBody());
    }

    /// All of a file; its hash.
    String put(byte[] bytes) throws Exception {
        var done = piece(begun(bytes.length), 0, bytes, 0, bytes.length);
        if (done.statusCode() != 201) throw new AssertionError(done.statusCode() + " " + words(done));
        return hash(bytes);
    }

    static String words(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    static long offset(HttpResponse<?> response) {
        return response.headers().firstValueAsLong("upload-offset").orElseThrow();
    }

    SSLSocket socket() throws Exception {
        return (SSLSocket) Attendee.pinned(server.fingerprint()).getSocketFactory().createSocket("127.0.0.1",
                server.port());
    }

    /// A request's beginning, on a line of its own.
    String begin(String method, String path, String... headers) {
        var text = new StringBuilder(
                method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key + "\r\n");
        for (String header : headers) text.append(header).append("\r\n");
        return text + "\r\n";
    }

    static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Override
    public void close() {
        attendee.close();
        http.shutdownNow();
    }
}
