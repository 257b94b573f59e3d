package lectern.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.RTCRtpCodecCapability;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.MediaType;
import dev.onvoid.webrtc.media.video.VideoTrack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The native side of an [UpConnection]; on the [NativeThread] alone. A line's mid is known when the offer that first has
/// it is made; its kind is known by its place.
final class UpPeer {
    private static final int SCREEN_BITRATE_BPS = 2_500_000;
    private static final int VOICE_BITRATE_BPS = 32_000;
    private static final int MUSIC_BITRATE_BPS = 96_000;
    private static final int START_KBPS = 1000;
    private static final int CAMERA_LINE = 1;

    private final SoundPath sound;
    private final UpListener listener;
    private final Peer peer;
    private final PeerConnectionFactory factory;
    private final RTCRtpTransceiver microphone;
    private final RTCRtpTransceiver camera;
    private @Nullable RTCRtpTransceiver screen;
    private boolean sharing;
    private Map<String, TrackKind> kinds = Map.of();
    private List<Layers.Layer> layers;
    private boolean music;
    private boolean negotiated;
    private boolean changed;
    private boolean closed;

    UpPeer(NativeThread thread, MediaSettings settings, SoundPath sound, VideoTrack cameraTrack,
            List<Layers.Layer> layers, UpListener listener, Consumer<ConnectionState> onState) {
        this.sound = sound;
        this.layers = layers;
        this.listener = listener;
        factory = sound.upFactory();
        peer = new Peer(thread, factory, settings.transport(), state -> {
            onState.accept(state);
            NativeThread.guard(() -> listener.state(state));
        });
        var lines = new ArrayList<RTCRtpTransceiver>();
        sound.quietly(() -> lines.add(line(sound.anyTrack())));
        microphone = lines.getFirst();
        camera = line(cameraTrack);
        camera.setCodecPreferences(vp8());
        microphoneTrackChanged();
    }

    private RTCRtpTransceiver line(MediaStreamTrack track) {
        var init = new RTCRtpTransceiverInit();
        init.direction = RTCRtpTransceiverDirection.SEND_ONLY;
        init.streamIds = List.of("lectern");
        return peer.connection().addTransceiver(track, init);
    }

    /// VP8 alone: the one codec whose layers libwebrtc sends from a plain offer and that costs every viewer little.
    private List<RTCRtpCodecCapability> vp8() {
        return factory.getRtpSenderCapabilities(MediaType.VIDEO).getCodecs().stream()
                .filter(codec -> codec.getName().equalsIgnoreCase("VP8") || codec.getName().equalsIgnoreCase("rtx"))
                .toList();
    }

    CompletableFuture<Offer> offer(boolean iceRestart) {
        changed = false;
        return peer.createOffer(iceRestart).thenCompose(created -> {
            var mids = created.sdp.lines().filter(line -> line.startsWith("a=mid:"))
                    .map(line -> line.substring("a=mid:".length()).strip()).toList();
            kinds = kinds(mids);
            var sdp = SimulcastOffer.withLayers(created.sdp, mids.get(CAMERA_LINE), Layers.COUNT);
            return peer.setLocal(new RTCSessionDescription(RTCSdpType.OFFER, sdp))
                    .thenApply(_ -> new Offer(sdp, kinds));
        });
    }

    private Map<String, TrackKind> kinds(List<String> mids) {
        var order = new ArrayList<>(List.of(TrackKind.MICROPHONE, TrackKind.CAMERA));
        if (sharing)
            order.add(TrackKind.SCREEN);
        var kinds = new LinkedHashMap<String, TrackKind>();
        for (int line = 0; line < order.size(); line++)
            kinds.put(mids.get(line), order.get(line));
        return kinds;
    }

    CompletableFuture<Void> answer(String sdp) {
        return peer.setRemote(RTCSdpType.ANSWER, StartBitrate.of(sdp, START_KBPS)).thenRun(() -> {
            negotiated = true;
            NativeThread.guard(this::limitMicrophone);
            NativeThread.guard(this::limitCamera);
            NativeThread.guard(this::limitScreen);
            if (changed)
                negotiate();
        });
    }

    void layers(List<Layers.Layer> wanted) {
        layers = wanted;
        limitCamera();
    }

    /// After another microphone, none, or music was chosen.
    void microphoneTrackChanged() {
        if (closed)
            return; // its transceivers are gone, and asking them ends the process
        sound.quietly(() -> microphone.getSender().replaceTrack(sound.track()));
    }

    void music(boolean wanted) {
        music = wanted;
        limitMicrophone();
        microphoneTrackChanged();
    }

    /// Shows `track` on the screen line, or with null makes the line inactive.
    void screen(@Nullable VideoTrack track) {
        if (closed)
            return;
        sharing = track != null;
        if (screen != null) {
            screen.getSender().replaceTrack(track);
            screen.setDirection(sharing ? RTCRtpTransceiverDirection.SEND_ONLY : RTCRtpTransceiverDirection.INACTIVE);
        } else if (track != null) {
            screen = line(track);
            screen.setCodecPreferences(vp8());
        } else {
            return;
        }
        changed = true;
        if (negotiated && peer.isStable())
            negotiate();
    }

    private void negotiate() {
        changed = false;
        NativeThread.guard(listener::negotiationNeeded);
    }

    private void limitMicrophone() {
        limit(microphone, List.of(new Layers.Layer(true, 1, music ? MUSIC_BITRATE_BPS : VOICE_BITRATE_BPS)));
    }

    private void limitCamera() {
        limit(camera, layers);
    }

    private void limitScreen() {
        if (screen != null && sharing)
            limit(screen, List.of(new Layers.Layer(true, 1, SCREEN_BITRATE_BPS)));
    }

    private void limit(RTCRtpTransceiver line, List<Layers.Layer> limits) {
        if (!negotiated || closed)
            return;
        boolean picture = line != microphone;
        var parameters = line.getSender().getParameters();
        for (int i = 0; i < Math.min(limits.size(), parameters.encodings.size()); i++) {
            var encoding = parameters.encodings.get(i);
            encoding.active = limits.get(i).active();
            encoding.maxBitrate = limits.get(i).maxBitrateBps();
            if (picture)
                encoding.scaleResolutionDownBy = limits.get(i).scaleDownBy();
        }
        line.getSender().setParameters(parameters);
    }

    Map<String, TrackKind> kinds() {
        return kinds;
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
        sound.quietly(peer::close);
    }

    boolean isClosed() { return closed; }
}
