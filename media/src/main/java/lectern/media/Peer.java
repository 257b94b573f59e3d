package lectern.media;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.PortAllocatorConfig;
import dev.onvoid.webrtc.RTCAnswerOptions;
import dev.onvoid.webrtc.RTCBundlePolicy;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCDtlsTransportObserver;
import dev.onvoid.webrtc.RTCDtlsTransportState;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCRtpReceiver;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCSignalingState;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One native peer connection with futures for observers. Used on the [NativeThread] alone; its callbacks post there.
final class Peer implements PeerConnectionObserver {
    private final NativeThread thread;
    private final Consumer<ConnectionState> onState;
    private final RTCPeerConnection connection;
    private final CompletableFuture<Void> gathered = new CompletableFuture<>();
    private final Set<CompletableFuture<?>> waiting = new HashSet<>();
    private Consumer<RTCRtpTransceiver> onTrack = _ -> {};
    private boolean pathFound;
    private boolean pathWatched;
    private boolean closed;

    Peer(NativeThread thread, PeerConnectionFactory factory, MediaSettings.Transport transport,
            Consumer<ConnectionState> onState) {
        this.thread = thread;
        this.onState = onState;
        this.connection = factory.createPeerConnection(configuration(transport), this);
    }

    private static RTCConfiguration configuration(MediaSettings.Transport transport) {
        var configuration = new RTCConfiguration();
        configuration.bundlePolicy = RTCBundlePolicy.MAX_BUNDLE;
        configuration.portAllocatorConfig = new PortAllocatorConfig()
                .setDisableUdp(transport == MediaSettings.Transport.TCP_ONLY)
                // libwebrtc leaves loopback out of its list of adapters; with nothing else there it must not use the list.
                .setDisableAdapterEnumeration(!hasNetwork());
        return configuration;
    }

    private static boolean hasNetwork() {
        try {
            return NetworkInterface.networkInterfaces().anyMatch(adapter -> {
                try {
                    return adapter.isUp() && !adapter.isLoopback() && adapter.inetAddresses().findAny().isPresent();
                } catch (SocketException gone) {
                    return false;
                }
            });
        } catch (SocketException unknown) {
            return true;
        }
    }

    RTCPeerConnection connection() {
        return connection;
    }

    /// Calls come on a native thread, inside a guard.
    void onTrack(Consumer<RTCRtpTransceiver> listener) {
        onTrack = listener;
    }

    /// Calls `onPath` once, when a path is found, before there are keys. To be called when both descriptions are set. The transport's beginning to agree on keys is the only sign of it that webrtc-java passes on: its ICE state
    /// is connected only when DTLS is too. The first line's transport carries all lines.
    void onPath(Runnable onPath) {
        var receivers = closed ? new RTCRtpReceiver[]{} : connection.getReceivers();
        if (receivers.length == 0 || pathWatched)
            return;
        pathWatched = true;
        var transport = receivers[0].getTransport();
        transport.registerObserver(new RTCDtlsTransportObserver() {
            @Override
            public void onStateChange(RTCDtlsTransportState state) {
                NativeThread.guard(() -> thread.post(() -> pathFound(state, onPath)));
            }

            @Override
            public void onError(String why) {
                // The connection's own state says it.
            }
        });
        pathFound(transport.getState(), onPath);
    }

    private void pathFound(RTCDtlsTransportState state, Runnable onPath) {
        boolean found = state == RTCDtlsTransportState.CONNECTING || state == RTCDtlsTransportState.CONNECTED;
        if (closed || pathFound || !found)
            return;
        pathFound = true;
        onPath.run();
    }

    boolean isStable() { return connection.getSignalingState() == RTCSignalingState.STABLE; }

    CompletableFuture<RTCSessionDescription> createOffer(boolean iceRestart) {
        var options = new RTCOfferOptions();
        options.iceRestart = iceRestart;
        return ask(result -> connection.createOffer(options, created(result)));
    }

    CompletableFuture<RTCSessionDescription> createAnswer() {
        return ask(result -> connection.createAnswer(new RTCAnswerOptions(), created(result)));
    }

    CompletableFuture<Void> setLocal(RTCSessionDescription description) {
        return ask(result -> connection.setLocalDescription(description, set(result)));
    }

    CompletableFuture<Void> setRemote(RTCSdpType type, String sdp) {
        return ask(result -> connection.setRemoteDescription(new RTCSessionDescription(type, sdp), set(result)));
    }

    CompletableFuture<RTCStatsReport> stats() {
        return ask(result -> connection.getStats(report -> NativeThread.guard(() -> complete(result, report))));
    }

    /// What is asked of the native connection is answered once: by it, or by [#close].
    private <T> CompletableFuture<T> ask(Consumer<CompletableFuture<T>> question) {
        var result = new CompletableFuture<T>();
        if (closed)
            return CompletableFuture.failedFuture(over());
        waiting.add(result);
        result.whenComplete((_, _) -> waiting.remove(result));
        try {
            question.accept(result);
        } catch (Error | RuntimeException refused) {
            result.completeExceptionally(
                    new MediaException(MediaException.Reason.CONNECTION, String.valueOf(refused.getMessage())));
        }
        return result;
    }

    private static MediaException over() {
        return new MediaException(MediaException.Reason.CONNECTION, "The connection is closed.");
    }

    /// The local description with all candidates in it. A server of ours needs none; two plain peers do.
    CompletableFuture<String> withCandidates() {
        return gathered.thenApplyAsync(_ -> connection.getLocalDescription().sdp, thread);
    }

    void close() {
        if (closed)
            return;
        closed = true;
        connection.close();
        List.copyOf(waiting).forEach(question -> question.completeExceptionally(over()));
        gathered.completeExceptionally(over());
        onState.accept(ConnectionState.CLOSED);
    }

    private <T> void complete(CompletableFuture<T> result, T value) {
        thread.post(() -> result.complete(value));
    }

    private void fail(CompletableFuture<?> result, String why) {
        thread.post(() -> result.completeExceptionally(new MediaException(MediaException.Reason.CONNECTION, why)));
    }

    private CreateSessionDescriptionObserver created(CompletableFuture<RTCSessionDescription> result) {
        return new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                NativeThread.guard(() -> complete(result, description));
            }

            @Override
            public void onFailure(String why) {
                NativeThread.guard(() -> fail(result, why));
            }
        };
    }

    private SetSessionDescriptionObserver set(CompletableFuture<Void> result) {
        return new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                NativeThread.guard(() -> thread.post(() -> result.complete(null)));
            }

            @Override
            public void onFailure(String why) {
                NativeThread.guard(() -> fail(result, why));
            }
        };
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        // Nobody needs it: the server is ICE-lite and learns our addresses from our checks.
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState state) {
        NativeThread.guard(() -> {
            if (state == RTCIceGatheringState.COMPLETE)
                thread.post(() -> gathered.complete(null));
        });
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState state) {
        NativeThread.guard(() -> thread.post(() -> {
            if (!closed)
                onState.accept(ConnectionState.valueOf(state.name()));
        }));
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        NativeThread.guard(() -> onTrack.accept(transceiver));
    }
}
