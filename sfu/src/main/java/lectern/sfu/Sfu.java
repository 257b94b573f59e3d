package lectern.sfu;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The media plane. Every method may be called from any thread: each posts to the loop, which answers by the future.
/// A future fails with an [SfuException] that says why in words fit for the peer.
///
/// Peers are the caller's opaque ids. One id may name one publishing and one receiving connection; give them different ids
/// where [SfuListener] must tell them apart.
public final class Sfu implements AutoCloseable {

    private Sfu() {}

    public static Sfu start(SfuSettings settings, SfuListener listener) {
        return new Sfu();
    }

    /// The UDP port in use.
    public int port() {
        return 0;
    }

    /// A publishing connection: the client's offer in, our answer out. Again with the same id: renegotiation, ICE restart.
    /// Every audio and video line the client offers to send is accepted; which of them may be sent is the caller's to check
    /// before, and [#pause] silences one.
    public CompletableFuture<String> offerUp(String peer, String offerSdp) {
        return unavailable();
    }

    /// A receiving connection with `slots` pairs of lines (mids `a0`, `v0`, `a1`, `v1`, …, each pair one stream `slot0`, …) and then
    /// `voices` audio lines alone (`x0`, `x1`, …). The answer is our offer. Again with the same id: more lines (never fewer), or
    /// new ICE credentials.
    public CompletableFuture<String> offerDown(String peer, int slots, int voices, boolean restartIce) {
        return unavailable();
    }

    public CompletableFuture<Void> answerDown(String peer, String answerSdp) {
        return unavailable();
    }

    /// A receiving connection whose client offers `recvonly` lines (WHEP): their mids are the client's. Routed as any other.
    public CompletableFuture<String> offerWhep(String peer, String offerSdp) {
        return unavailable();
    }

    /// What each line of a receiving connection carries from now on: the complete list; lines not named fall silent.
    /// A publisher or line that isn't there (yet) leaves the line silent until it comes.
    public void route(String downPeer, List<Route> routes) {}

    /// Mutes a published line here: its packets are dropped at arrival.
    public void pause(String upPeer, String upMid, boolean paused) {}

    /// Ends the publishing and the receiving connection of that id, if there are any.
    public void close(String peer) {}

    /// A TCP stream for ICE-TCP. Returns the stream's number; throws [SfuException] when there are too many.
    public int openStream(InetSocketAddress remote, StreamSink sink) {
        throw new SfuException("the media plane isn't running");
    }

    /// One packet that came by a stream (the bytes after RFC 4571's length). Never blocks.
    public void streamReceived(int stream, byte[] packet) {}

    public void streamClosed(int stream) {}

    public CompletableFuture<SfuStats> stats() {
        return unavailable();
    }

    @Override
    public void close() {}

    private static <T> CompletableFuture<T> unavailable() {
        return CompletableFuture.failedFuture(new SfuException("the media plane isn't running"));
    }
}
