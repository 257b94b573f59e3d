package lectern.sfu.sdp;

import java.util.ArrayList;
import java.util.List;
import lectern.sfu.rtp.Codec;
import org.jspecify.annotations.Nullable;

/// One m-line and its attributes. `kind` is "audio", "video" or "application"; `formats` is what follows the protocol where
/// that isn't RTP ("webrtc-datachannel"); `msid` is "stream track", null without one; `others` are attributes that have no
/// place of their own here, as written.
public record MediaSection(String kind, int port, String protocol, List<String> formats, String mid,
        Direction direction, List<PayloadType> payloads, List<HeaderExtension> extensions, List<Source> sources,
        List<SourceGroup> groups, List<Rid> rids, @Nullable Simulcast simulcast, @Nullable String msid,
        Transport transport, boolean rtcpMux, boolean rtcpReducedSize, boolean bundleOnly, List<String> others) {
    public static final String RTP = "UDP/TLS/RTP/SAVPF";

    public MediaSection {
        formats = List.copyOf(formats);
        payloads = List.copyOf(payloads);
        extensions = List.copyOf(extensions);
        sources = List.copyOf(sources);
        groups = List.copyOf(groups);
        rids = List.copyOf(rids);
        others = List.copyOf(others);
    }

    /// A section of audio or video with what every one of ours has: multiplexed, reduced-size RTCP.
    public static MediaSection rtp(String kind, String mid, Direction direction, Transport transport) {
        return new MediaSection(kind, 9, RTP, List.of(), mid, direction, List.of(), List.of(), List.of(), List.of(),
                List.of(), null, null, transport, true, true, false, List.of());
    }

    public boolean audio() {
        return kind.equals("audio");
    }

    public boolean video() {
        return kind.equals("video");
    }

    /// Whether the line carries RTP, and its formats are payload types.
    public boolean overRtp() {
        return protocol.contains("RTP/");
    }

    /// Port 0 refuses a line, or says that it was recycled, unless it only waits for the bundle.
    public boolean rejected() {
        return port == 0 && !bundleOnly;
    }

    /// The refusal of this line, as an answer has to carry it.
    public MediaSection reject() {
        return new MediaSection(kind, 0, protocol, formats, mid, Direction.INACTIVE,
                payloads.subList(0, Math.min(1, payloads.size())), List.of(), List.of(), List.of(), List.of(), null,
                null, Transport.NONE, false, false, false, List.of());
    }

    public @Nullable PayloadType payload(int number) {
        for (PayloadType payload : payloads)
            if (payload.number() == number)
                return payload;
        return null;
    }

    /// The first payload type of this codec, null without one.
    public @Nullable PayloadType payload(Codec codec) {
        for (PayloadType payload : payloads)
            if (payload.codec() == codec)
                return payload;
        return null;
    }

    /// The id of the header extension with this URI, 0 when the section has none.
    public int extension(String uri) {
        for (HeaderExtension extension : extensions)
            if (extension.uri().equals(uri))
                return extension.id();
        return 0;
    }

    /// The SSRC that repairs `ssrc` by RTX (its FID partner), 0 when there is none.
    public int repairOf(int ssrc) {
        for (SourceGroup group : groups)
            if (group.semantics().equals("FID") && group.ssrcs().size() == 2 && group.ssrcs().getFirst() == ssrc)
                return group.ssrcs().getLast();
        return 0;
    }

    /// The SSRCs of the pictures or voices themselves, without those that only repair: the layers of a SIM group in its
    /// order, or the one.
    public List<Integer> layers() {
        for (SourceGroup group : groups)
            if (group.semantics().equals("SIM"))
                return group.ssrcs();
        var ssrcs = new ArrayList<Integer>();
        for (Source source : sources)
            ssrcs.add(source.ssrc());
        for (SourceGroup group : groups)
            if (!group.semantics().equals("SIM") && group.ssrcs().size() > 1)
                ssrcs.removeAll(group.ssrcs().subList(1, group.ssrcs().size()));
        return ssrcs;
    }

    public MediaSection withDirection(Direction d) {
        return new MediaSection(kind, port, protocol, formats, mid, d, payloads, extensions, sources, groups, rids,
                simulcast, msid, transport, rtcpMux, rtcpReducedSize, bundleOnly, others);
    }

    public MediaSection withPayloads(List<PayloadType> p) {
        return new MediaSection(kind, port, protocol, formats, mid, direction, p, extensions, sources, groups, rids,
                simulcast, msid, transport, rtcpMux, rtcpReducedSize, bundleOnly, others);
    }

    public MediaSection withExtensions(List<HeaderExtension> e) {
        return new MediaSection(kind, port, protocol, formats, mid, direction, payloads, e, sources, groups, rids,
                simulcast, msid, transport, rtcpMux, rtcpReducedSize, bundleOnly, others);
    }

    /// What this side sends: its `a=msid` ("stream track"), SSRCs and their groups.
    public MediaSection withSources(@Nullable String m, List<Source> s, List<SourceGroup> g) {
        return new MediaSection(kind, port, protocol, formats, mid, direction, payloads, extensions, s, g, rids,
                simulcast, m, transport, rtcpMux, rtcpReducedSize, bundleOnly, others);
    }

    public MediaSection withRids(List<Rid> r, @Nullable Simulcast s) {
        return new MediaSection(kind, port, protocol, formats, mid, direction, payloads, extensions, sources, groups, r,
                s, msid, transport, rtcpMux, rtcpReducedSize, bundleOnly, others);
    }

    public MediaSection withTransport(Transport t) {
        return new MediaSection(kind, port, protocol, formats, mid, direction, payloads, extensions, sources, groups,
                rids, simulcast, msid, t, rtcpMux, rtcpReducedSize, bundleOnly, others);
    }

    public MediaSection withOthers(List<String> o) {
        return new MediaSection(kind, port, protocol, formats, mid, direction, payloads, extensions, sources, groups,
                rids, simulcast, msid, transport, rtcpMux, rtcpReducedSize, bundleOnly, o);
    }
}
