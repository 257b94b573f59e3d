package lectern.sfu;

import java.util.Collection;
import java.util.function.Consumer;
import lectern.sfu.core.Handshakes;
import lectern.sfu.dtls.DtlsHandshake;
import lectern.sfu.dtls.DtlsHandshake.Outcome;
import lectern.sfu.dtls.DtlsIdentity;

/// Handshakes on virtual threads; what they have to say comes back to the loop.
record DtlsThreads(DtlsIdentity identity, MediaLoop loop) implements Handshakes {
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
