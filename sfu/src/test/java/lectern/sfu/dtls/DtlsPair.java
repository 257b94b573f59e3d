package lectern.sfu.dtls;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lectern.sfu.dtls.DtlsHandshake.Outcome;
import lectern.sfu.srtp.SrtpProfile;

/// A client and a server joined by a wire in memory; each direction turns a datagram into those that arrive.
final class DtlsPair implements AutoCloseable {
    static final DtlsIdentity CLIENT = DtlsIdentity.create(new SecureRandom());
    static final DtlsIdentity SERVER = DtlsIdentity.create(new SecureRandom());
    static final List<SrtpProfile> AS_BROWSERS = List.of(SrtpProfile.AES128_CM_HMAC_SHA1_80,
            SrtpProfile.AEAD_AES_128_GCM);

    Function<byte[], List<byte[]>> toServer = List::of;
    Function<byte[], List<byte[]>> toClient = List::of;
    String fingerprintOfClient = CLIENT.fingerprint();
    String fingerprintOfServer = SERVER.fingerprint();
    Collection<SrtpProfile> profiles = AS_BROWSERS;
    final BlockingQueue<Outcome> clientOutcomes = new LinkedBlockingQueue<>();
    final BlockingQueue<Outcome> serverOutcomes = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> beforeClient = new LinkedBlockingQueue<>();
    volatile DtlsHandshake server;
    volatile DtlsHandshake client;

    void connect() {
        server = DtlsHandshake.start(SERVER, List.of(fingerprintOfClient),
                d -> toClient.apply(d).forEach(this::deliverToClient), serverOutcomes::add);
        client = DtlsHandshake.startClient(CLIENT, List.of(fingerprintOfServer), profiles,
                d -> toServer.apply(d).forEach(server::offer), clientOutcomes::add);
        beforeClient.forEach(client::offer);
    }

    /// The server may answer before `startClient` has returned.
    private void deliverToClient(byte[] datagram) {
        DtlsHandshake to = client;
        if (to == null)
            beforeClient.add(datagram);
        else
            to.offer(datagram);
    }

    static Outcome next(BlockingQueue<Outcome> outcomes) throws InterruptedException {
        Outcome outcome = outcomes.poll(15, TimeUnit.SECONDS);
        assertNotNull(outcome, "no outcome within 15 s");
        return outcome;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
