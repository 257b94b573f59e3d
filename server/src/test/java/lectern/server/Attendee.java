package lectern.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import lectern.protocol.ClientMessage;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.Reason;
import lectern.protocol.RoomEvent;
import lectern.protocol.ServerMessage;
import org.jspecify.annotations.Nullable;

/// Somebody with a link and the JDK's own WebSocket.
final class Attendee implements AutoCloseable, WebSocket.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final LinkedBlockingQueue<ServerMessage> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final HttpClient http;
    private @Nullable WebSocket socket;

    private Attendee(HttpClient http) {
        this.http = http;
    }

    static HttpClient httpFor(String fingerprint) {
        return HttpClient.newBuilder().sslContext(pinned(fingerprint)).connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1).build();
    }

    static Attendee connect(LecternServer server) {
        return connect(server.port(), server.fingerprint());
    }

    private static Attendee connect(int port, String fingerprint) {
        var attendee = new Attendee(httpFor(fingerprint));
        attendee.socket = attendee.http.newWebSocketBuilder().connectTimeout(PATIENCE)
                .buildAsync(URI.create("wss://127.0.0.1:" + port + "/ws"), attendee).join();
        return attendee;
    }

    /// With nothing but the link, as those outside the server's process.
    static Attendee joinBy(String link, String name, @Nullable String resume) {
        URI uri = URI.create(link);
        Attendee attendee = connect(uri.getPort(), uri.getFragment().replace("fp=", ""));
        attendee.say(new ClientMessage.Join(Limits.VERSION, token(link), name, resume, "test"));
        return attendee;
    }

    static Attendee join(LecternServer server, String link, String name) {
        return join(server, link, name, null);
    }

    static Attendee join(LecternServer server, String link, String name, @Nullable String resume) {
        Attendee attendee = connect(server);
        attendee.say(new ClientMessage.Join(Limits.VERSION, token(link), name, resume, "test"));
        return attendee;
    }

    static String token(String link) {
        return link.replaceFirst(".*/j/", "").replaceFirst("#.*", "");
    }

    Attendee say(ClientMessage message) {
        return sayText(Json.write(message));
    }

    Attendee sayText(String text) {
        assertNotNull(socket).sendText(text, true).join();
        return this;
    }

    private static <T> T assertNotNull(@Nullable T value) {
        org.junit.jupiter.api.Assertions.assertNotNull(value);
        return value;
    }

    WebSocket socket() {
        return assertNotNull(socket);
    }

    /// The next message of this kind; those of other kinds before it are passed over.
    <T extends ServerMessage> T hears(Class<T> type) {
        return hears(type, _ -> true);
    }

    <T extends ServerMessage> T hears(Class<T> type, Predicate<T> which) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                ServerMessage next = heard.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) throw new AssertionError("no " + type.getSimpleName() + " in " + PATIENCE);
                if (type.isInstance(next) && which.test(type.cast(next))) return type.cast(next);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    <T extends RoomEvent> T sees(Class<T> type) {
        return type.cast(hears(ServerMessage.Happened.class, h -> type.isInstance(h.event())).event());
    }

    Reason hearsBye() {
        Reason reason = hears(ServerMessage.Bye.class).reason();
        closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        return reason;
    }

    int closeStatus() {
        return closed.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /// The next message, or null when none comes within the time.
    @Nullable
    ServerMessage next(Duration within) {
        try {
            return heard.poll(within.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean isClosed() { return closed.isDone(); }

    /// As a cut cable: no goodbye.
    void vanish() {
        socket().abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(Json.readServer(partial.toString()));
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket().abort();
        http.shutdownNow();
    }

    /// Trusts the certificate with this fingerprint and no other, whatever its names: as every client does.
    static SSLContext pinned(String fingerprint) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{ new Pin(fingerprint)}, null);
            return context;
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Pin extends X509ExtendedTrustManager {
        private final String fingerprint;

        Pin(String fingerprint) {
            this.fingerprint = fingerprint;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
                if (!HexFormat.of().formatHex(digest).equals(fingerprint))
                    throw new CertificateException("another host");
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new CertificateException(e);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("no clients");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket)
                throws CertificateException {
            throw new CertificateException("no clients");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("no clients");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
    }
}
