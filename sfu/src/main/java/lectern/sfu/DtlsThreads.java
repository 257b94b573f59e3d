package lectern.sfu;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lectern.sfu.core.Handshakes;
import lectern.sfu.dtls.DtlsHandshake;
import lectern.sfu.dtls.DtlsHandshake.Outcome;
import lectern.sfu.dtls.DtlsIdentity;
import lectern.sfu.srtp.SrtpProfile;

/// Handshakes on virtual threads; what they have to say comes back to the loop.
record DtlsThreads(DtlsIdentity identity, MediaLoop loop) implements Handshakes {
    /// Shakes hands with itself. The first handshake of a process takes one to two seconds on a busy laptop, for loading and
    /// compiling what later ones find ready (20 to 40 ms); so it is done before anybody waits for it.
    void rehearse() {
        var client = new CompletableFuture<DtlsHandshake>();
        var fingerprints = List.of(identity.fingerprint());
        DtlsHandshake server = DtlsHandshake.start(identity, fingerprints,
                datagram -> client.thenAccept(c -> c.offer(datagram)), _ -> client.thenAccept(DtlsHandshake::close));
        client.complete(DtlsHandshake.startClient(identity, fingerprints, List.of(SrtpProfile.AEAD_AES_128_GCM),
                server::offer, _ -> server.close()));
    }

    @Override
    public Handshake open(Collection<String> fingerprints, Consumer<byte[]> send, Consumer<Outcome> done) {
        DtlsHandshake handshake = DtlsHandshake.start(identity, fingerprints,
                datagram -> loop.submit((core, nowNs) -> core.onHandshake(() -> send.accept(datagram), nowNs)),
                outcome -> loop.submit((core, nowNs) -> core.onHandshake(() -> done.accept(outcome), nowNs)));
        return new Handshake() {
            @Override
            public void offer(byte[] datagram) {
                handshake.offer(datagram);
            }

            @Override
            public void close() {
                handshake.close();
            }
        };
    }
}
