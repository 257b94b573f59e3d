package lectern.sfu.dtls;

import java.io.IOException;
import java.util.Collection;
import java.util.function.Consumer;
import lectern.sfu.srtp.SrtpProfile;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/// One DTLS association: its handshake, then the little that comes after, on a virtual thread of its own.
///
/// Datagrams come in by [#offer] and leave by the consumer given at the start; both [#offer] and [#close] may be called from any thread.
/// The outcome is told once, on the virtual thread: keys, or why not. After keys the thread stays to answer a client whose copy
/// of our last flight was lost, and tells `Closed` when the other side says goodbye.
public final class DtlsHandshake {
    /// How it ended.
    public sealed interface Outcome {}

    /// Keys for both directions: the DTLS client protects with `clientKey`, the server with `serverKey`.
    public record Keys(SrtpProfile profile, byte[] clientKey, byte[] clientSalt, byte[] serverKey,
            byte[] serverSalt) implements Outcome {
        @Override
        public String toString() {
            return profile.toString(); // keys stay out of logs
        }
    }

    public record Failed(String why) implements Outcome {}

    /// The other side ended the association, after `Keys`.
    public record Closed() implements Outcome {}

    /// One of the two halves, at work until the other one has finished as well.
    private interface Half {
        DTLSTransport run(DatagramTransport transport) throws IOException;
    }

    private final DtlsIdentity identity;
    private final QueueTransport transport;
    private final Consumer<Outcome> done;
    private volatile boolean closed;

    private DtlsHandshake(DtlsIdentity identity, Consumer<byte[]> send, Consumer<Outcome> done) {
        this.identity = identity;
        this.transport = new QueueTransport(send);
        this.done = done;
    }

    /// Waits for the other side's ClientHello. Its certificate must have one of the SHA-256 fingerprints ("AA:BB:…") of
    /// its description.
    public static DtlsHandshake start(DtlsIdentity identity, Collection<String> expectedFingerprints,
            Consumer<byte[]> sendDatagram, Consumer<Outcome> done) {
        return start(identity, new SrtpKeying(expectedFingerprints), sendDatagram, done);
    }

    static DtlsHandshake start(DtlsIdentity identity, SrtpKeying keying, Consumer<byte[]> sendDatagram,
            Consumer<Outcome> done) {
        var handshake = new DtlsHandshake(identity, sendDatagram, done);
        var server = new SrtpServer(identity, keying);
        handshake.begin("dtls-server", t -> new DTLSServerProtocol().accept(server, t), keying);
        return handshake;
    }

    /// Calls the other side, offering these profiles in this order.
    public static DtlsHandshake startClient(DtlsIdentity identity, Collection<String> expectedFingerprints,
            Collection<SrtpProfile> profiles, Consumer<byte[]> sendDatagram, Consumer<Outcome> done) {
        var handshake = new DtlsHandshake(identity, sendDatagram, done);
        var keying = new SrtpKeying(expectedFingerprints);
        var client = new SrtpClient(identity, keying, profiles.toArray(SrtpProfile[]::new));
        handshake.begin("dtls-client", t -> new DTLSClientProtocol().connect(client, t), keying);
        return handshake;
    }

    private void begin(String name, Half half, SrtpKeying keying) {
        Thread.ofVirtual().name(name).start(() -> {
            DTLSTransport association = shakeHands(half, keying);
            if (association != null)
                stayUp(association);
        });
    }

    private @Nullable DTLSTransport shakeHands(Half half, SrtpKeying keying) {
        if (!identity.pending.tryAcquire()) {
            done.accept(new Failed("more than " + DtlsIdentity.MAX_PENDING + " handshakes at once"));
            return null;
        }
        DTLSTransport association;
        Outcome outcome;
        try {
            association = half.run(transport);
            outcome = keying.keys();
        } catch (IOException | RuntimeException e) { // BouncyCastle answers some broken messages with the latter
            association = null;
            outcome = new Failed(closed ? "closed" : why(e));
        } finally {
            identity.pending.release();
            transport.flush(); // our last flight, or the alert that says why not
        }
        done.accept(outcome);
        return association;
    }

    private static String why(Throwable e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    /// RFC 6347 §4.2.4: who sent the last flight repeats it when the one before comes again. BouncyCastle does so while someone reads.
    private void stayUp(DTLSTransport association) {
        byte[] ignored = new byte[2_048];
        try {
            while (!closed)
                association.receive(ignored, 0, ignored.length, 0);
        } catch (IOException | RuntimeException e) {
            // the other side's close_notify, a fatal alert, or our own close: the association is over either way
        }
        if (!closed)
            done.accept(new Closed());
        try {
            association.close();
        } catch (IOException e) {
            // it was only to say goodbye
        }
        transport.flush();
    }

    /// A datagram that came for this association. The array is kept until it is read.
    public void offer(byte[] datagram) {
        transport.offer(datagram);
    }

    /// Ends the handshake or the association; says goodbye when there is someone to say it to.
    public void close() {
        closed = true;
        transport.close();
    }
}
