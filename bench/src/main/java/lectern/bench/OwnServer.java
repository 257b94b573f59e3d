package lectern.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import lectern.sfu.sdp.Sdp;

/// Lectern's server as people start it, entered by WHIP and WHEP.
final class OwnServer implements MediaServer {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scratch lessons;
    private final Child child;
    private final HttpClient http;
    private final URI whip;
    private final URI whep;

    private OwnServer(Scratch lessons, Child child, Links links) throws IOException {
        this.lessons = lessons;
        this.child = child;
        this.http = pinned(URI.create(links.teacher()).getFragment().replaceFirst("^fp=", ""));
        this.whip = endpoint(links.teacher(), "whip");
        this.whep = endpoint(links.watcher(), "whep");
    }

    static OwnServer start() throws IOException {
        var lessons = new Scratch();
        var child = Child.server(lessons.folder());
        return new OwnServer(lessons, child, Links.of(child));
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
        return child.process();
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
    static HttpClient pinned(String fingerprint) throws IOException {
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
            this.fingerprint = fingerprint;
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
    public void close() throws IOException {
        http.close();
        child.close();
        lessons.close();
    }
}
