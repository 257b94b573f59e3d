package lectern.sfu.core;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.sfu.rtp.Codec;
import lectern.sfu.sdp.Direction;
import lectern.sfu.sdp.HeaderExtension;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.PayloadType;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.SdpException;
import lectern.sfu.sdp.Source;
import lectern.sfu.sdp.SourceGroup;
import lectern.sfu.sdp.Transport;

/// Descriptions of a receiving connection: our offer of lines and what the client's answer makes of it, or the other way round.
final class DownNegotiation {
    private static final List<HeaderExtension> VIDEO_EXTENSIONS = List.of(
            new HeaderExtension(2, HeaderExtension.ABS_SEND_TIME), new HeaderExtension(4, HeaderExtension.MID));
    private static final List<HeaderExtension> AUDIO_EXTENSIONS = List.of(
            new HeaderExtension(1, HeaderExtension.AUDIO_LEVEL), new HeaderExtension(2, HeaderExtension.ABS_SEND_TIME),
            new HeaderExtension(4, HeaderExtension.MID));
    private static final Set<String> EXTENSIONS = Set.of(HeaderExtension.AUDIO_LEVEL, HeaderExtension.ABS_SEND_TIME,
            HeaderExtension.MID);
    private static final int LAST_ONE_BYTE_ID = 14;

    private DownNegotiation() {}

    static Sdp offer(long sessionId, long version, List<DownTrack> lines, Transport transport) {
        List<MediaSection> sections = new ArrayList<>();
        for (DownTrack line : lines)
            sections.add(sending(line, MediaSection
                    .rtp(line.video ? "video" : "audio", line.mid, Direction.SENDONLY, transport)
                    .withPayloads(line.video ? Formats.VIDEO : Formats.AUDIO)
                    .withExtensions(line.video ? VIDEO_EXTENSIONS : AUDIO_EXTENSIONS)));
        return Sdp.lite(sessionId, version, sections);
    }

    private static MediaSection sending(DownTrack line, MediaSection section) {
        String msid = line.stream + " " + line.mid;
        Map<String, String> attributes = Map.of("cname", line.stream, "msid", msid);
        if (!line.video)
            return section.withSources(msid, List.of(new Source(line.ssrc, attributes)), List.of());
        return section.withSources(msid,
                List.of(new Source(line.ssrc, attributes), new Source(line.rtxSsrc, attributes)),
                List.of(new SourceGroup("FID", List.of(line.ssrc, line.rtxSsrc))));
    }

    /// Who answers; throws [SdpException] when it refuses everything.
    static Remote remote(Sdp answer) {
        for (MediaSection section : answer.media())
            if (!section.rejected())
                return Remote.of(answer, section, "active");
        throw new SdpException("the answer refuses every line");
    }

    /// What a section agrees on, if the receiver wants media there.
    static DownTerms terms(MediaSection section, boolean open) {
        Map<Codec, Integer> payloads = new EnumMap<>(Codec.class);
        Map<Codec, Integer> rtx = new EnumMap<>(Codec.class);
        List<PayloadType> taken = Formats.taken(section);
        Formats.codecs(taken).forEach((number, codec) -> payloads.putIfAbsent(codec, number));
        Formats.repairs(taken).forEach((number, original) -> payloads.forEach((codec, repaired) -> {
            if (repaired.equals(original))
                rtx.put(codec, number);
        }));
        return new DownTerms(open, payloads, rtx, id(section, HeaderExtension.MID),
                id(section, HeaderExtension.ABS_SEND_TIME), id(section, HeaderExtension.AUDIO_LEVEL));
    }

    private static int id(MediaSection section, String uri) {
        int id = section.extension(uri);
        return id <= LAST_ONE_BYTE_ID ? id : 0;
    }

    // --- WHEP: the client offers

    static boolean wants(Sdp offer, MediaSection section) {
        return UpNegotiation.takes(offer, section) && section.direction().receives();
    }

    static Remote remoteOfOffer(Sdp offer) {
        for (MediaSection section : offer.media())
            if (wants(offer, section))
                return Remote.of(offer, section, "actpass", "active");
        throw new SdpException("the offer asks for no audio or video line with a codec that is known here");
    }

    /// Our answer to an offer whose wanted sections these lines serve, by mid.
    static Sdp answer(Sdp offer, Map<String, DownTrack> lines, long sessionId, long version, Transport transport) {
        List<MediaSection> sections = new ArrayList<>();
        for (MediaSection section : offer.media()) {
            DownTrack line = lines.get(section.mid());
            sections.add(line == null
                    ? section.reject()
                    : sending(line, MediaSection
                            .rtp(section.kind(), section.mid(), Direction.SENDONLY, transport)
                            .withPayloads(Formats.taken(section)).withExtensions(Formats.taken(section, EXTENSIONS))));
        }
        return Sdp.lite(sessionId, version, sections);
    }
}
