package lectern.sfu.sdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import lectern.sfu.rtp.Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdpTest {
    @ParameterizedTest
    @ValueSource(strings = { "chromium-publish-rids", "chromium-whep-recvonly", "chromium-datachannel",
            "chromium-answer",
            "chromium-stopped-line", "webrtc-java-publish-sim", "webrtc-java-answer", "firefox-publish"})
    void whatOthersWriteSurvivesARoundTrip(String name) {
        Sdp sdp = SdpSamples.read(name);
        assertEquals(sdp, Sdp.parse(sdp.write()));
        for (MediaSection section : sdp.media()) {
            if (section.rejected())
                continue;
            assertEquals(1, section.transport().fingerprints("sha-256").size(), section.mid());
            assertNotNull(section.transport().ufrag());
            assertNotNull(section.transport().setup());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "chromium-publish-rids", "chromium-whep-recvonly", "chromium-datachannel",
            "chromium-answer",
            "webrtc-java-publish-sim", "webrtc-java-answer"})
    void noAttributeIsLost(String name) {
        List<String> before = SdpSamples.attributes(SdpSamples.text(name));
        List<String> after = SdpSamples.attributes(SdpSamples.read(name).write());
        assertEquals(before, after);
    }

    @Test
    void chromiumNamesItsLayersByRid() {
        MediaSection video = SdpSamples.read("chromium-publish-rids").media().get(1);
        assertEquals(Direction.SENDONLY, video.direction());
        assertEquals(List.of("q", "h", "f"), video.rids().stream().map(Rid::id).toList());
        assertEquals(new Simulcast(List.of("q", "h", "f"), List.of()), video.simulcast());
        assertTrue(video.extension(HeaderExtension.RID) > 0);
        assertTrue(video.extension(HeaderExtension.REPAIRED_RID) > 0);
        PayloadType vp8 = video.payload(Codec.VP8);
        assertNotNull(vp8);
        assertTrue(vp8.feedback().containsAll(List.of("nack", "nack pli", "transport-cc")));
        assertTrue(video.payloads().stream().anyMatch(p -> p.codec() == Codec.RTX && p.repairs() == vp8.number()));
    }

    @Test
    void webrtcJavaNamesItsLayersBySsrc() {
        MediaSection video = SdpSamples.read("webrtc-java-publish-sim").media().get(1);
        assertEquals(3, video.layers().size());
        for (int ssrc : video.layers())
            assertTrue(video.repairOf(ssrc) != 0);
        assertEquals("up cam", video.msid());
        MediaSection audio = SdpSamples.read("webrtc-java-publish-sim").media().get(0);
        assertEquals(1, audio.layers().size());
        assertEquals(2, audio.payload(111).channels());
        assertEquals("1", audio.payload(111).parameters().get("useinbandfec"));
    }

    @Test
    void aPlainStreamIsOneLayerAndItsRepairIsNone() {
        MediaSection video = SdpSamples.read("chromium-datachannel").section("1");
        assertNotNull(video);
        assertEquals(1, video.layers().size());
        assertTrue(video.repairOf(video.layers().getFirst()) != 0);
        MediaSection data = SdpSamples.read("chromium-datachannel").section("2");
        assertEquals("application", data.kind());
        assertEquals(List.of("webrtc-datachannel"), data.formats());
        assertTrue(data.others().contains("sctp-port:5000"));
    }

    @Test
    void aStoppedLineIsRejected() {
        Sdp sdp = SdpSamples.read("chromium-stopped-line");
        assertTrue(sdp.media().get(1).rejected());
        assertFalse(sdp.bundle().contains(sdp.media().get(1).mid()));
    }

    @Test
    void whatFirefoxSaysOnceCountsForEachSection() {
        Sdp sdp = SdpSamples.read("firefox-publish");
        MediaSection video = sdp.media().get(1);
        assertEquals(SdpSamples.read("firefox-publish").media().get(0).transport().fingerprints(),
                video.transport().fingerprints());
        assertEquals("trickle", video.transport().iceOptions());
        assertFalse(video.rejected()); // port 0, but only until it is bundled
        assertEquals(List.of("q", "h", "f"), video.simulcast().send());
        assertEquals("max-width=1280;max-height=720", video.rids().get(2).restrictions());
        HeaderExtension playout = video.extensions().get(3);
        assertEquals(new HeaderExtension(6, Direction.RECVONLY, HeaderExtension.PLAYOUT_DELAY, ""), playout);
        Candidate tcp = sdp.media().get(0).transport().candidates().get(1);
        assertEquals("active", tcp.tcpType());
        assertEquals("192.0.2.17", tcp.address());
    }

    @Test
    void ourAnswerBundlesWhatIsNotRefused() {
        var transport = new Transport("abcdefgh", "abcdefghijklmnopqrstuvwx", "", List.of(), "passive",
                List.of(Candidate.host("1", false, 65_535, "192.0.2.1", 8443),
                        Candidate.host("2", true, 65_535, "192.0.2.1", 8443)),
                true);
        var video = MediaSection.rtp("video", "0", Direction.RECVONLY, transport)
                .withPayloads(List.of(new PayloadType(96, "VP8", 90_000, 1, "", List.of("nack", "nack pli"))));
        var data = SdpSamples.read("chromium-datachannel").media().get(2).reject();
        Sdp answer = Sdp.lite(1, 2, List.of(video, data));
        assertEquals(List.of("0"), answer.bundle());
        String text = answer.write();
        assertTrue(text.contains("a=ice-lite\r\n"));
        assertTrue(text.contains("m=application 0 UDP/DTLS/SCTP webrtc-datachannel\r\n"));
        assertTrue(text.contains("a=candidate:1 1 udp 2130706431 192.0.2.1 8443 typ host\r\n"));
        assertTrue(text.contains("192.0.2.1 8443 typ host tcptype passive\r\n"));
        assertEquals(answer, Sdp.parse(text));
        Candidate tcp = transport.candidates().get(1);
        assertTrue(tcp.priority() < transport.candidates().get(0).priority());
    }

    @Test
    void directionsTurnRound() {
        assertEquals(Direction.RECVONLY, Direction.SENDONLY.reverse());
        assertEquals(Direction.SENDRECV, Direction.SENDRECV.reverse());
        assertEquals(Direction.INACTIVE, Direction.INACTIVE.reverse());
    }

    @Test
    void refusalsSayWhatIsWrong() {
        assertWords("v=0", "hello");
        assertWords("a line", "v=0\r\nx");
        assertWords("six fields", "v=0\r\no=- 1\r\n");
        assertWords("m-line", "v=0\r\nm=audio 9\r\n");
        assertWords("payload type", "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 128\r\n");
        assertWords("port", "v=0\r\nm=audio 65536 UDP/TLS/RTP/SAVPF 96\r\n");
        assertWords("mid",
                "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=mid:0\r\n");
        assertWords("fingerprint", "v=0\r\na=fingerprint:sha-256 zz\r\n");
        assertWords("22", "v=0\r\na=ice-pwd:short\r\n");
        assertWords("SSRC", "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\na=ssrc:4294967296 cname:x\r\n");
    }

    @Test
    void limitsHold() {
        assertWords("characters", "v=0\r\n" + "a=x\r\n".repeat(20_000));
        assertWords("512 lines", "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 0\r\n" + "a=x\r\n".repeat(513));
        assertWords("128 m-lines", "v=0\r\n" + "m=audio 9 UDP/TLS/RTP/SAVPF 0\r\n".repeat(129));
    }

    private static void assertWords(String words, String text) {
        var refusal = assertThrows(SdpException.class, () -> Sdp.parse(text));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
    }

    @Test
    void candidatesWeDoNotUnderstandAreLeftOut() {
        assertNull(Candidate.parse("1 1 udp 1 192.0.2.1"));
        assertNull(Candidate.parse("1 1 udp huge 192.0.2.1 9 typ host"));
        Candidate relay = Candidate.parse("1 1 UDP 41885439 203.0.113.9 5000 typ relay raddr 192.0.2.1 rport 4000");
        assertEquals("raddr 192.0.2.1 rport 4000", relay.rest());
        assertEquals("udp", relay.protocol());
    }

    @Test
    void brokenDescriptionsAreRefusedAndNothingElse() {
        long seed = 20_260_101;
        var random = new Random(seed);
        List<String> samples = SdpSamples.all();
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            String text = SdpSamples.mutate(samples.get(random.nextInt(samples.size())), random);
            try {
                Sdp sdp = Sdp.parse(text);
                assertTrue(sdp.equals(Sdp.parse(sdp.write())), "seed " + seed + " round " + round + ":\n" + text);
            } catch (SdpException e) {
                refused++;
            } catch (RuntimeException e) { // anything else is a bug
                throw new AssertionError("seed " + seed + " round " + round + ":\n" + text, e);
            }
        }
        assertTrue(refused > 100 && refused < 19_900, refused + " refused: the mutations are too mild or too wild");
    }
}
