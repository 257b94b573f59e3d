package lectern.sfu.core;

import java.util.List;
import lectern.sfu.rtp.RtpPacket;
import org.jspecify.annotations.Nullable;

/// Which layer of a publisher a packet belongs to: by its SSRC; for one that no description named, by what the packet says of itself (mid
/// and rid, RFC 8843 §9.2 and RFC 8852), which holds from then on.
final class LayerFinder {
    private final SsrcTable<Layer> ssrcs = new SsrcTable<>();
    private UpAgreement agreement = UpAgreement.NONE;
    private List<UpTrack> tracks = List.of();

    void agree(UpAgreement agreed, List<UpTrack> agreedTracks) {
        agreement = agreed;
        tracks = agreedTracks;
        ssrcs.clear();
        for (UpTrack track : tracks)
            for (Layer layer : track.layers())
                layer.enter(ssrcs);
    }

    @Nullable
    Layer known(int ssrc) {
        return ssrcs.get(ssrc);
    }

    @Nullable
    Layer of(RtpPacket rtp) {
        Layer layer = ssrcs.get(rtp.ssrc());
        return layer != null ? layer : adopt(rtp);
    }

    private @Nullable Layer adopt(RtpPacket rtp) {
        UpTrack track = trackOf(rtp);
        if (track == null)
            return null;
        boolean rtx = track.repairs(rtp.payloadType()) >= 0;
        Layer layer = track.layerFor(rtp, rtx ? agreement.repairedRidId() : agreement.ridId());
        if (layer == null || !ssrcs.put(rtp.ssrc(), layer))
            return null;
        if (rtx) {
            layer.bindRtx(rtp.ssrc());
            return layer;
        }
        if (layer.bound()) { // the publisher has begun anew
            layer = track.renew(layer);
            ssrcs.put(rtp.ssrc(), layer);
        }
        layer.bind(rtp.ssrc());
        return layer;
    }

    private @Nullable UpTrack trackOf(RtpPacket rtp) {
        long at = agreement.midId() == 0 ? -1 : rtp.extension(agreement.midId());
        UpTrack only = null;
        for (UpTrack track : tracks) {
            if (at >= 0) {
                if (track.hasMid(rtp, at, rtp.extensionLength(agreement.midId())))
                    return track;
            } else if (track.carries(rtp.payloadType())) {
                if (only != null)
                    return null;
                only = track;
            }
        }
        return only;
    }
}
