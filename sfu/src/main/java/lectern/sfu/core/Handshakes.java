package lectern.sfu.core;

import java.util.Collection;
import java.util.function.Consumer;
import lectern.sfu.dtls.DtlsHandshake.Outcome;

/// How the core reaches DTLS, which blocks and so lives on threads of its own. The shell sees to it that both consumers are
/// called on the loop's thread.
public interface Handshakes {
    Handshake open(Collection<String> fingerprints, Consumer<byte[]> send, Consumer<Outcome> done);

    interface Handshake {
        void offer(byte[] datagram);

        void close();
    }
}
