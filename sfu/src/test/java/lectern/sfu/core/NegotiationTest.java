package lectern.sfu.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import lectern.sfu.rtp.Codec;
import lectern.sfu.sdp.Candidate;
import lectern.sfu.sdp.Direction;
import lectern.sfu.sdp.Fingerprint;
import lectern.sfu.sdp.HeaderExtension;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.PayloadType;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.SdpException;
import lectern.sfu.sdp.Simulcast;
import lectern.sfu.sdp.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against what browsers and libwebrtc really wrote.
class NegotiationTest {
    private static final Transport OURS = new Transport("ours", "our-password-of-22-chars", "",
            List.of(new Fingerprint("sha-256", World.fingerprint("server"))), "passive",
            List.of(Candidate.host("1", false, 65_535, "10.0.0.1", 443), Candidate.host("2", true, 1, "10.0.0.1", 443)),
            true);

    private static String sample(String name) throws IOException {
        try (var in = NegotiationTest.class.getResourceAsStream("/lectern/sfu/sdp/" + name + ".sdp")) {
            assertNotNull(in, name);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Sdp answer(String offer) {
        return Sdp.parse(new UpNegotiation(offer).answer(1, 1, OURS).write());
    }

    @ParameterizedTest
    @ValueSource(strings = { "chromium-publish-rids", "webrtc-java-publish-sim", "firefox-publish",
            "chromium-datachannel"})
    void anAnswerFitsItsOffer(String name) throws IOException {
        Sdp offer = Sdp.parse(sample(name));
        Sdp answer = answer(sample(name));
        assertTrue(answer.iceLite());
        assertEquals(offer.media().stream().map(MediaSection::mid).toList(),
                answer.media().stream().map(MediaSection::mid).toList());
        assertEquals(List.of("0", "1"), answer.bundle());
        for (int i = 0; i < 2; i++) {
            MediaSection asked = offer.media().get(i);
            MediaSection said = answer.media().get(i);
            assertEquals(Direction.RECVONLY, said.direction());
            assertTrue(said.rtcpMux() && said.rtcpReducedSize());
            assertEquals("passive", said.transport().setup());
            assertEquals("ours", said.transport().ufrag());
            assertEquals(List.of("passive"),
                    said.transport().candidates().stream().filter(c -> c.protocol().equals("tcp"))
                            .map(Candidate::tcpType).toList());
            assertTrue(said.transport().endOfCandidates());
            for (PayloadType payload : said.payloads()) {
                PayloadType offered = asked.payload(payload.number());
                assertNotNull(offered);
                assertEquals(offered.encoding(), payload.encoding());
                assertTrue(payload.format().startsWith(offered.format()), payload.format());
                assertTrue(offered.feedback().containsAll(payload.feedback()));
            }
            for (HeaderExtension extension : said.extensions())
                assertEquals(asked.extension(extension.uri()), extension.id());
        }
        MediaSection video = answer.media().get(1);
        assertTrue(video.payload(Codec.VP8).feedback().containsAll(List.of("nack", "nack pli", "ccm fir")));
        assertTrue(video.extension(HeaderExtension.MID) != 0);
        assertEquals(offer.section("1").extension(HeaderExtension.TRANSPORT_CC),
                video.extension(HeaderExtension.TRANSPORT_CC));
        assertEquals(0, video.extension(HeaderExtension.VIDEO_ORIENTATION), "else pictures would come to us lying");
        assertEquals(0, video.extension(HeaderExtension.DEPENDENCY_DESCRIPTOR));
    }

    @Test
    void layersAreTakenInBothForms() throws IOException {
        UpTerms chromium = new UpNegotiation(sample("chromium-publish-rids")).agreement().lines().get(1);
        assertEquals(List.of("q", "h", "f"), chromium.rids());
        assertEquals(List.of(), chromium.ssrcs());
        assertEquals(3, chromium.layers());
        assertEquals(new Simulcast(List.of(), List.of("q", "h", "f")),
                answer(sample("chromium-publish-rids")).section("1").simulcast());
        assertEquals(List.of("q", "h", "f"),
                answer(sample("chromium-publish-rids")).section("1").rids().stream().map(r -> r.id()).toList());

        UpTerms webrtcJava = new UpNegotiation(sample("webrtc-java-publish-sim")).agreement().lines().get(1);
        assertEquals(List.of(1286654901, 1286654902, 1286654903), webrtcJava.ssrcs());
        assertEquals(List.of((int) 2829207381L, (int) 2829207382L, (int) 2829207383L), webrtcJava.rtxSsrcs());
        assertEquals(List.of(), webrtcJava.rids());

        UpTerms firefox = new UpNegotiation(sample("firefox-publish")).agreement().lines().get(1);
        assertEquals(List.of("q", "h", "f"), firefox.rids());
        assertEquals(List.of(), firefox.ssrcs(), "its SSRC lines say nothing of layers");
        assertTrue(firefox.codecs().containsValue(Codec.VP8));
    }

    @Test
    void onlyFormsThatEveryReceiverDecodesAreTaken() throws IOException {
        UpTerms video = new UpNegotiation(sample("chromium-publish-rids")).agreement().lines().get(1);
        Sdp offer = Sdp.parse(sample("chromium-publish-rids"));
        video.codecs().forEach((number, codec) -> {
            String format = offer.section("1").payload(number).format();
            switch (codec) {
                case VP9 -> assertTrue(format.contains("profile-id=0"), format);
                case H264 -> assertTrue(format.contains("packetization-mode=1") && format.contains("=42"), format);
                case VP8, AV1 -> assertTrue(format.isEmpty() || format.contains("profile=0"), format);
                case OPUS, RED, RTX, ULPFEC, FLEXFEC -> throw new AssertionError(codec + " in a picture");
            }
        });
        assertEquals(Map.of(97, 96), video.repairs().entrySet().stream().filter(e -> e.getValue() == 96)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        UpTerms audio = new UpNegotiation(sample("chromium-publish-rids")).agreement().lines().get(0);
        assertEquals(Map.of(111, Codec.OPUS, 63, Codec.RED), audio.codecs());
    }

    @Test
    void aStoppedLineAndADataChannelAreRefusedInPlace() throws IOException {
        Sdp answer = answer(sample("chromium-stopped-line"));
        assertEquals(List.of("0"), answer.bundle());
        assertTrue(!answer.media().get(0).rejected() && answer.media().get(1).rejected()
                && answer.media().get(2).rejected());
        assertTrue(answer(sample("chromium-datachannel")).media().get(2).rejected());
    }

    @Test
    void whatCannotBeTakenIsRefusedInWords() throws IOException {
        String good = sample("chromium-publish-rids");
        refused("setup", good.replace("a=setup:actpass", "a=setup:passive"));
        refused("fingerprint", good.replaceAll("a=fingerprint:.*\r\n", ""));
        refused("ICE", good.replaceAll("a=ice-ufrag:.*\r\n", ""));
        refused("codec", good.replace("a=rtcp-mux", "a=rtcp-mix"));
        refused("codec", good.replace("rtpmap:111 opus", "rtpmap:111 other").replaceAll("(?s)m=video.*", ""));
    }

    private static void refused(String word, String offer) {
        var refusal = assertThrows(SdpException.class, () -> new UpNegotiation(offer));
        assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }

    @Test
    void aBrokenOfferIsRefusedAndNothingElse() throws IOException {
        var random = new Random(77);
        List<String> samples = List.of(sample("chromium-publish-rids"), sample("webrtc-java-publish-sim"),
                sample("firefox-publish"));
        var world = new World(77);
        int taken = 0;
        for (int i = 0; i < 3_000; i++) {
            String text = samples.get(i % samples.size());
            var lines = new ArrayList<>(List.of(text.split("\r\n")));
            for (int n = random.nextInt(4); n >= 0; n--)
                lines.remove(random.nextInt(lines.size()));
            int at = random.nextInt(lines.size());
            lines.set(at, lines.get(at).replaceFirst("[0-9]+", "" + random.nextInt()));
            String offer = String.join("\r\n", lines) + "\r\n";
            try {
                String answer = world.core.offerUp("x", new UpNegotiation(offer), world.nowNs).write();
                assertTrue(Sdp.parse(answer).iceLite());
                taken++;
                world.core.close("x", world.nowNs);
            } catch (SdpException inWords) {
                assertTrue(inWords.getMessage().length() > 10, offer);
            }
        }
        assertTrue(taken > 500, taken + " of 3,000 taken");
    }

    @Test
    void anOfferOfSlotsNamesItsStreams() {
        var world = new World(1);
        Sdp offer = Sdp.parse(world.core.offerDown("student", 2, 1, false, world.nowNs).write());
        assertEquals(List.of("a0", "v0", "a1", "v1", "x0"), offer.media().stream().map(MediaSection::mid).toList());
        assertEquals(List.of("slot0 a0", "slot0 v0", "slot1 a1", "slot1 v1", "voice0 x0"),
                offer.media().stream().map(MediaSection::msid).toList());
        for (MediaSection section : offer.media()) {
            assertEquals(Direction.SENDONLY, section.direction());
            assertEquals("actpass", section.transport().setup());
            assertEquals(1, section.layers().size());
            assertEquals(section.video(), section.repairOf(section.layers().getFirst()) != 0);
        }
        assertEquals(List.of(Codec.VP8, Codec.VP9, Codec.H264, Codec.AV1), offer.section("v0").payloads().stream()
                .map(PayloadType::codec).filter(c -> c != Codec.RTX).toList());

        Sdp more = Sdp.parse(world.core.offerDown("student", 3, 1, true, world.nowNs).write());
        assertEquals(List.of("a0", "v0", "a1", "v1", "x0", "a2", "v2"),
                more.media().stream().map(MediaSection::mid).toList());
        assertEquals(offer.sessionId(), more.sessionId());
        assertEquals(offer.version() + 1, more.version());
        assertEquals(offer.section("v1").sources(), more.section("v1").sources());
        assertTrue(!offer.section("a0").transport().ufrag().equals(more.section("a0").transport().ufrag()));
    }

    @Test
    void whepServesTheClientsOwnLines() throws IOException {
        var world = new World(2);
        Sdp offer = Sdp.parse(sample("chromium-whep-recvonly"));
        Sdp answer = Sdp.parse(world.core.offerWhep("viewer", offer, world.nowNs).write());
        for (MediaSection section : answer.media()) {
            assertEquals(Direction.SENDONLY, section.direction());
            assertEquals("passive", section.transport().setup());
            assertEquals(1, section.layers().size());
            assertTrue(section.payloads().stream()
                    .allMatch(p -> offer.section(section.mid()).payload(p.number()) != null));
        }
        assertThrows(SdpException.class,
                () -> world.core.offerWhep("viewer", Sdp.parse(sample("chromium-publish-rids")), world.nowNs));
    }
}
