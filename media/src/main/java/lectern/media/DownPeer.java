package lectern.media;

import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import dev.onvoid.webrtc.media.video.VideoTrackSink;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The native side of a [DownConnection]; on the [NativeThread] alone.
final class DownPeer {
    private final NativeThread thread;
    private final Peer peer;
    private final Map<String, VideoTrack> tracks = new HashMap<>();
    private final Map<String, Viewer> viewers = new HashMap<>();
    private final DownListener listener;
    private boolean closed;

    DownPeer(NativeThread thread, MediaSettings settings, SoundPath sound, DownListener listener,
            Consumer<ConnectionState> onState) {
        this.thread = thread;
        this.listener = listener;
        peer = new Peer(thread, sound.downFactory(), settings.transport(), state -> {
            onState.accept(state);
            NativeThread.guard(() -> listener.state(state));
        });
        peer.onTrack(this::arrived);
    }

    /// On a native thread. The transceiver isn't kept: its wrapper holds no reference.
    private void arrived(RTCRtpTransceiver transceiver) {
        var mid = transceiver.getMid();
        if (transceiver.getReceiver().getTrack() instanceof VideoTrack track)
            thread.post(() -> {
                if (closed || tracks.putIfAbsent(mid, track) != null)
                    return;
                var viewer = viewers.get(mid);
                if (viewer != null)
                    track.addSink(viewer);
            });
    }

    CompletableFuture<String> offer(String sdp) {
        return peer.setRemote(RTCSdpType.OFFER, sdp).thenCompose(_ -> peer.createAnswer())
                .thenCompose(answer -> peer.setLocal(answer).thenApply(_ -> {
                    NativeThread.guard(() -> peer.onPath(listener::path));
                    return answer.sdp;
                }));
    }

    void pictures(String mid, @Nullable Pictures wanted) {
        if (closed)
            return;
        var track = tracks.get(mid);
        var before = viewers.remove(mid);
        if (before != null && track != null)
            track.removeSink(before);
        if (wanted == null)
            return;
        var viewer = new Viewer(wanted);
        viewers.put(mid, viewer);
        if (track != null)
            track.addSink(viewer);
    }

    private record Viewer(PictureScaler scaler) implements VideoTrackSink {
        Viewer(Pictures pictures) {
            this(new PictureScaler(pictures));
        }

        @Override
        public void onVideoFrame(VideoFrame frame) {
            try {
                NativeThread.guard(() -> scaler.show(frame.buffer, frame.rotation, frame.timestampNs));
            } finally {
                frame.release();
            }
        }
    }

    CompletableFuture<RTCStatsReport> stats() {
        return peer.stats();
    }

    CompletableFuture<String> withCandidates() {
        return peer.withCandidates();
    }

    void close() {
        if (closed)
            return;
        closed = true;
        viewers.forEach((mid, viewer) -> {
            if (tracks.get(mid) instanceof VideoTrack track)
                track.removeSink(viewer);
        });
        peer.close();
    }

    boolean isClosed() { return closed; }
}
