package lectern.sfu.core;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.sfu.core.Drops.Reason;
import lectern.sfu.core.Handshakes.Handshake;
import lectern.sfu.dtls.DtlsHandshake.Closed;
import lectern.sfu.dtls.DtlsHandshake.Failed;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.dtls.DtlsHandshake.Outcome;
import lectern.sfu.ice.IceLite;
import lectern.sfu.srtp.SrtpSession;
import org.jspecify.annotations.Nullable;

/// One DTLS association with a client, and the SRTP that its keys give. Its handshake begins when the client's certificate is known from
/// its description and its first flight is here, whichever is later.
final class Association {
    private static final int MAX_EARLY = 8;

    private final Context context;
    private final Connection owner;
    private Set<String> fingerprints = Set.of();
    private final List<byte[]> early = new ArrayList<>();
    private @Nullable Handshake handshake;
    private @Nullable SrtpSession in;
    private @Nullable SrtpSession out;
    private int heardBy = IceLite.NO_PATH;
    private boolean closed;

    Association(Context context, Connection owner) {
        this.context = context;
        this.owner = owner;
    }

    void expect(Set<String> certificateFingerprints) {
        fingerprints = certificateFingerprints;
        List<byte[]> waiting = List.copyOf(early);
        early.clear();
        waiting.forEach(datagram -> take(datagram, heardBy));
    }

    void take(byte[] datagram, int from) {
        heardBy = from;
        if (handshake == null && fingerprints.isEmpty()) { // a client is faster than its own answer
            if (early.size() < MAX_EARLY)
                early.add(datagram);
            else
                context.drops().count(Reason.DTLS_TOO_EARLY);
            return;
        }
        if (handshake == null)
            handshake = context.handshakes().open(fingerprints, this::send, this::onOutcome);
        handshake.offer(datagram);
    }

    private void send(byte[] datagram) {
        if (context.owners().owner(heardBy) == owner)
            context.outbox().send(heardBy, datagram);
    }

    private void onOutcome(Outcome outcome) {
        if (closed) // while it was on its way
            return;
        switch (outcome) {
            case Keys keys -> {
                in = SrtpSession.of(context.engine(), keys.profile(), keys.clientKey(), keys.clientSalt());
                out = SrtpSession.of(context.engine(), keys.profile(), keys.serverKey(), keys.serverSalt());
                owner.onKeys(context.nowNs());
            }
            case Failed(String why) -> owner.end("the keys could not be agreed on: " + why);
            case Closed() -> owner.end("the other side has ended the connection");
        }
    }

    boolean hasKeys() {
        return out != null;
    }

    /// These work in place. The plain length, or -1 (and counted why).
    int openRtp(MemorySegment m, long at, int length) {
        return opened(in == null ? 0 : in.unprotectRtp(m, at, length));
    }

    int openRtcp(MemorySegment m, long at, int length) {
        return opened(in == null ? 0 : in.unprotectRtcp(m, at, length));
    }

    private int opened(int length) {
        if (length > 0)
            return length;
        context.drops().count(switch (length) {
            case 0 -> Reason.BEFORE_KEYS;
            case SrtpSession.AUTH_FAILED -> Reason.AUTH_FAILED;
            case SrtpSession.REPLAYED -> Reason.REPLAYED;
            case SrtpSession.TOO_MANY_SSRCS -> Reason.TOO_MANY_SSRCS;
            default -> Reason.MALFORMED;
        });
        return -1;
    }

    /// The length to send, or below 0.
    int sealRtp(MemorySegment m, long at, int length) {
        return out == null ? -1 : out.protectRtp(m, at, length);
    }

    int sealRtcp(MemorySegment m, long at, int length) {
        return out == null ? -1 : out.protectRtcp(m, at, length);
    }

    void close() {
        closed = true;
        if (handshake != null)
            handshake.close();
        if (in != null)
            in.close();
        if (out != null)
            out.close();
        in = out = null;
    }
}
