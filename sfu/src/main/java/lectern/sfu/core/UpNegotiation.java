package lectern.sfu.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.sfu.sdp.Direction;
import lectern.sfu.sdp.HeaderExtension;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.PayloadType;
import lectern.sfu.sdp.Rid;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.SdpException;
import lectern.sfu.sdp.Simulcast;
import lectern.sfu.sdp.Transport;

/// A publisher's offer: which lines we take, and on what terms. Then, once there is a transport to tell, our answer.
public final class UpNegotiation {
    static final int MAX_LINES = 16;
    private static final Set<String> EXTENSIONS = Set.of(HeaderExtension.MID, HeaderExtension.RID,
            HeaderExtension.REPAIRED_RID, HeaderExtension.AUDIO_LEVEL, HeaderExtension.ABS_SEND_TIME,
            HeaderExtension.TRANSPORT_CC);

    private final Sdp offer;
    private final List<MediaSection> taken;
    private final Remote remote;

    /// Throws [SdpException] with words for an offer that can't be taken.
    public UpNegotiation(String offerSdp) {
        offer = Sdp.parse(offerSdp);
        taken = offer.media().stream().filter(s -> takes(offer, s)).limit(MAX_LINES).toList();
        if (taken.isEmpty())
            throw new SdpException("the offer has no audio or video line with a codec that is known here");
        remote = Remote.of(offer, taken.getFirst(), "actpass", "active");
    }

    /// A line is of use if it shares the one transport and has a codec that we forward.
    static boolean takes(Sdp offer, MediaSection section) {
        boolean bundled = offer.bundle().contains(section.mid()) || offer.media().size() == 1;
        return (section.audio() || section.video()) && !section.rejected() && bundled && section.rtcpMux()
                && !Formats.codecs(Formats.taken(section)).isEmpty();
    }

    Remote remote() {
        return remote;
    }

    UpAgreement agreement() {
        return new UpAgreement(taken.stream().map(UpNegotiation::terms).toList(), id(HeaderExtension.MID),
                id(HeaderExtension.RID), id(HeaderExtension.REPAIRED_RID), id(HeaderExtension.AUDIO_LEVEL),
                id(HeaderExtension.TRANSPORT_CC));
    }

    private int id(String uri) {
        for (MediaSection section : taken)
            if (section.extension(uri) != 0)
                return section.extension(uri);
        return 0;
    }

    private static UpTerms terms(MediaSection section) {
        List<PayloadType> payloads = Formats.taken(section);
        List<String> rids = rids(section);
        List<Integer> layers = rids.isEmpty() ? section.layers() : List.of();
        layers = layers.subList(0, Math.min(simulcast(section) ? UpTerms.MAX_LAYERS : 1, layers.size()));
        return new UpTerms(section.mid(), section.video(), Formats.codecs(payloads),
                Formats.repairs(payloads), rids, layers, layers.stream().map(section::repairOf).toList());
    }

    private static boolean simulcast(MediaSection section) {
        return section.groups().stream().anyMatch(g -> g.semantics().equals("SIM"));
    }

    private static List<String> rids(MediaSection section) {
        Simulcast simulcast = section.simulcast();
        return simulcast == null || !section.video()
                ? List.of()
                : simulcast.send().subList(0, Math.min(UpTerms.MAX_LAYERS, simulcast.send().size()));
    }

    Sdp answer(long sessionId, long version, Transport transport) {
        List<MediaSection> sections = new ArrayList<>();
        for (MediaSection section : offer.media())
            sections.add(taken.contains(section) ? answer(section, transport) : section.reject());
        return Sdp.lite(sessionId, version, sections);
    }

    private static MediaSection answer(MediaSection offered, Transport transport) {
        List<String> rids = rids(offered);
        Simulcast simulcast = rids.isEmpty() ? null : new Simulcast(List.of(), rids);
        return MediaSection
                .rtp(offered.kind(), offered.mid(), Direction.of(false, offered.direction().sends()), transport)
                .withPayloads(Formats.asked(offered)).withExtensions(Formats.taken(offered, EXTENSIONS))
                .withRids(rids.stream().map(rid -> new Rid(rid, false, "")).toList(), simulcast);
    }
}
