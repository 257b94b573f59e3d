package lectern.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import lectern.sfu.sdp.Sdp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Lectern's server as people start it, entered by WHIP and WHEP.
final class OwnServer implements MediaServer {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String LOG = "bench-server.log";

    private final Path lessons;
    private final Process process;
    private final HttpClient http;
    private final URI whip;
    private final URI whep;

    private OwnServer(Path lessons, Process process, JsonNode ready) throws IOException {
        this.lessons = lessons;
        this.process = process;
        this.http = pinned(ready.get("fingerprint").asString());
        this.whip = endpoint(ready.get("links").get("teacher").asString(), "whip");
        this.whep = endpoint(ready.get("links").get("watcher").asString(), "whep");
    }

    static OwnServer start() throws IOException {
        Path lessons = Files.createTempDirectory("lectern-bench");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:+UseZGC", "-XX:ConcGCThreads=1", "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), "lectern.app.Main", "--server", "--port", "0", "--host",
                "127.0.0.1", "--lessons", lessons.toString()).redirectError(lessons.resolve(LOG).toFile()).start();
        String ready = process.inputReader().readLine();
        if (ready == null)
            throw new IOException("the server ended before it was ready: " + Files.readString(lessons.resolve(LOG)));
        drain(process);
        return new OwnServer(lessons, process, JsonMapper.shared().readTree(ready));
    }

    /// Reads on, so that the server never waits for somebody to.
    private static void drain(Process process) {
        Thread.ofVirtual().name("server-output").start(() -> {
            try {
                process.getInputStream().skip(Long.MAX_VALUE);
            } catch (IOException e) {
                // the server has ended, and its output with it
            }
        });
    }

    /// `https://host:port/j/<token>#fp=…` becomes `https://host:port/whip/<token>`.
    private static URI endpoint(String link, String kind) {
        URI uri = URI.create(link);
        return uri.resolve("/" + kind + "/" + uri.getPath().substring("/j/".length()));
    }

    @Override
    public String name() {
        return "lectern";
    }

    @Override
    public Process process() {
        return process;
    }

    @Override
    public void publish(VideoSource source) throws IOException {
        source.connect(Sdp.parse(post(whip, source.offer().write())).media().getFirst());
    }

    @Override
    public Viewer watch(PeerLoop loop, Latencies latencies) throws IOException {
        var viewer = new Viewer(loop, true, latencies);
        viewer.connect(Sdp.parse(post(whep, viewer.offer().write())).media().getFirst());
        return viewer;
    }

    private String post(URI to, String sdp) throws IOException {
        var request = HttpRequest.newBuilder(to).timeout(PATIENCE).header("Content-Type", "application/sdp")
                .POST(HttpRequest.BodyPublishers.ofString(sdp)).build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 201)
                throw new IOException(to.getPath() + ": " + response.statusCode() + " " + response.body());
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// Trusts the one certificate with this SHA-256, whatever name stands in it.
    private static HttpClient pinned(String fingerprint) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{ new Pin(fingerprint)}, null);
            return HttpClient.newBuilder().sslContext(context).connectTimeout(PATIENCE).build();
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static final class Pin extends X509ExtendedTrustManager {
        private final String fingerprint;

        Pin(String fingerprint) {
            this.fingerprint = fingerprint.replace(":", "").toLowerCase(java.util.Locale.ROOT);
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(chain[0].getEncoded());
                if (!HexFormat.of().formatHex(hash).equals(fingerprint))
                    throw new CertificateException("another certificate than the server announced");
            } catch (java.security.NoSuchAlgorithmException e) {
                throw new CertificateException(e);
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("not a server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
    }

    @Override
    public void close() {
        http.close();
        MediaServer.super.close();
        try (var files = Files.walk(lessons)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList())
                Files.deleteIfExists(path);
        } catch (IOException e) {
            System.err.println("left behind: " + lessons + " (" + e.getMessage() + ")");
        }
    }
}
