package lectern.sfu;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import lectern.sfu.core.MediaCore;
import lectern.sfu.core.UpNegotiation;
import lectern.sfu.sdp.Candidate;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.SdpException;

/// The media plane. Every method may be called from any thread: each posts to the loop, which answers by the future; what one thread
/// asks is done in its order. A future fails with an [SfuException] that says why in words fit for the peer.
///
/// Peers are the caller's opaque ids. One id may name one publishing and one receiving connection; give them different ids
/// where [SfuListener] must tell them apart.
public final class Sfu implements AutoCloseable {
    /// Writing a description takes a while; the loop has packets waiting.
    private static final Executor OFF_LOOP = task -> Thread.ofVirtual().name("sfu-description").start(task);

    private final MediaLoop loop;
    private final LocalCandidates candidates;
    private final Streams streams;

    private Sfu(MediaLoop loop, SfuSettings settings) {
        this.loop = loop;
        this.candidates = new LocalCandidates(settings, loop.port());
        this.streams = new Streams(loop);
    }

    /// Binds and begins. Throws [SfuException] when the address can't be had.
    public static Sfu start(SfuSettings settings, SfuListener listener) {
        try {
            var loop = new MediaLoop(settings, new GuardedListener(listener));
            loop.start();
            return new Sfu(loop, settings);
        } catch (IOException e) {
            throw new SfuException("the media port " + settings.bind() + " can't be opened: " + e.getMessage());
        }
    }

    /// The UDP port in use.
    public int port() {
        return loop.port();
    }

    /// A publishing connection: the client's offer in, our answer out. Again with the same id: renegotiation, ICE restart.
    /// Every audio and video line the client offers to send is accepted; which of them may be sent is the caller's to check
    /// before, and [#pause] silences one.
    public CompletableFuture<String> offerUp(String peer, String offerSdp) {
        return refusing(() -> {
            var negotiation = new UpNegotiation(offerSdp);
            return describe((core, nowNs) -> core.offerUp(peer, negotiation, nowNs));
        });
    }

    /// A receiving connection with `slots` pairs of lines (mids `a0`, `v0`, `a1`, `v1`, …, each pair one stream `slot0`, …) and then
    /// `voices` audio lines alone (`x0`, `x1`, …). The answer is our offer. Again with the same id: more lines (never fewer; new ones
    /// come after all others), or new ICE credentials.
    public CompletableFuture<String> offerDown(String peer, int slots, int voices, boolean restartIce) {
        return describe((core, nowNs) -> core.offerDown(peer, slots, voices, restartIce, nowNs));
    }

    public CompletableFuture<Void> answerDown(String peer, String answerSdp) {
        return refusing(() -> {
            var answer = Sdp.parse(answerSdp);
            return ask((core, nowNs) -> {
                core.answerDown(peer, answer, nowNs);
                return null;
            });
        });
    }

    /// A receiving connection whose client offers `recvonly` lines (WHEP): their mids are the client's. Routed as any other.
    public CompletableFuture<String> offerWhep(String peer, String offerSdp) {
        return refusing(() -> {
            var offer = Sdp.parse(offerSdp);
            return describe((core, nowNs) -> core.offerWhep(peer, offer, nowNs));
        });
    }

    /// What each line of a receiving connection carries from now on: the complete list; lines not named fall silent.
    /// A publisher or line that isn't there (yet) leaves the line silent until it comes.
    public void route(String downPeer, List<Route> routes) {
        List<Route> complete = List.copyOf(routes);
        loop.submit((core, nowNs) -> core.route(downPeer, complete, nowNs));
    }

    /// Mutes a published line here: its packets are dropped at arrival. May be said before the line comes; holds until it is
    /// taken back or the publisher is closed.
    public void pause(String upPeer, String upMid, boolean paused) {
        loop.submit((core, nowNs) -> core.pause(upPeer, upMid, paused, nowNs));
    }

    /// Ends the publishing and the receiving connection of that id, if there are any.
    public void close(String peer) {
        loop.submit((core, nowNs) -> core.close(peer, nowNs));
    }

    /// A TCP stream for ICE-TCP; returns its number. One too many is closed to what comes by it.
    public int openStream(InetSocketAddress remote, StreamSink sink) {
        return streams.open(remote, sink);
    }

    /// One packet that came by a stream (the bytes after RFC 4571's length). Never blocks.
    public void streamReceived(int stream, byte[] packet) {
        streams.received(stream, packet);
    }

    public void streamClosed(int stream) {
        streams.closed(stream);
    }

    public CompletableFuture<SfuStats> stats() {
        return ask((_, _) -> loop.stats());
    }

    /// Ends every connection, and the loop; waits for it.
    @Override
    public void close() {
        loop.stop();
    }

    private interface Question<T> {
        T ask(MediaCore core, long nowNs);
    }

    private CompletableFuture<String> describe(Question<Sdp> question) {
        List<Candidate> here = candidates.current();
        var text = new CompletableFuture<String>();
        post(text, (core, nowNs) -> {
            core.candidates(here);
            Sdp description = question.ask(core, nowNs);
            OFF_LOOP.execute(() -> text.complete(description.write()));
        });
        return text;
    }

    private <T> CompletableFuture<T> ask(Question<T> question) {
        var answer = new CompletableFuture<T>();
        post(answer, (core, nowNs) -> answer.complete(question.ask(core, nowNs)));
        return answer;
    }

    private void post(CompletableFuture<?> answer, MediaLoop.Command command) {
        boolean taken = loop.submit((core, nowNs) -> {
            try {
                command.run(core, nowNs);
            } catch (SdpException refused) {
                answer.completeExceptionally(new SfuException(refused.getMessage()));
            } catch (RuntimeException bug) {
                answer.completeExceptionally(bug);
                throw bug;
            }
        });
        if (!taken)
            answer.completeExceptionally(new SfuException("the media plane has stopped or is overloaded"));
    }

    private static <T> CompletableFuture<T> refusing(Supplier<CompletableFuture<T>> parsing) {
        try {
            return parsing.get();
        } catch (SdpException refused) {
            return CompletableFuture.failedFuture(new SfuException(refused.getMessage()));
        }
    }
}
