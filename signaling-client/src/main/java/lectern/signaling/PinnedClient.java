package lectern.signaling;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// Makes the OkHttp client of one link.
final class PinnedClient {
    static OkHttpClient of(Link link, EventListener steps) {
        var trust = new PinnedTrust(link.fingerprintBytes());
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{ trust}, null);
            return new OkHttpClient.Builder().sslSocketFactory(context.getSocketFactory(), trust)
                    .hostnameVerifier((_, _) -> true) // the key is checked, and a name proves nothing beyond it
                    .protocols(List.of(Protocol.HTTP_1_1)).followRedirects(false)
                    .dispatcher(new Dispatcher(Executors.newVirtualThreadPerTaskExecutor()))
                    .connectTimeout(Duration.ofNanos(Session.OPEN_TIMEOUT_NS)).readTimeout(Duration.ZERO)
                    .writeTimeout(Duration.ofSeconds(10)).eventListener(steps).build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS in this Java", e);
        }
    }

    private PinnedClient() {}
}
