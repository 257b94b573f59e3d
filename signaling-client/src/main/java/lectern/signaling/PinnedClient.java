package lectern.signaling;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/// The OkHttp client of one link, and the clock that times its connections.
record PinnedClient(OkHttpClient http, StepClock steps) {
    private static final Duration TCP_TIMEOUT = Duration.ofSeconds(5);

    static PinnedClient of(Link link) {
        var trust = new PinnedTrust(link.fingerprintBytes());
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{ trust}, null);
            var steps = new StepClock(context.getSocketFactory());
            var http = new OkHttpClient.Builder().sslSocketFactory(steps, trust)
                    .hostnameVerifier((_, _) -> true) // the key is checked, and a name proves nothing beyond it
                    .protocols(List.of(Protocol.HTTP_1_1)).followRedirects(false)
                    .dispatcher(new Dispatcher(Executors.newVirtualThreadPerTaskExecutor()))
                    .connectTimeout(TCP_TIMEOUT).readTimeout(Duration.ZERO)
                    .writeTimeout(Duration.ofSeconds(10)).build();
            return new PinnedClient(http, steps);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("no TLS in this Java", e);
        }
    }
}
