package lectern.media;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SimulcastOfferTest {
    private static final String HEAD = "v=0\r\ns=-\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=ssrc:7 cname:x\r\n";
    private static final String VIDEO = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:1\r\n";

    @Test
    void onePairBecomesThree() {
        var sdp = HEAD + VIDEO + "a=ssrc-group:FID 100 200\r\na=ssrc:100 cname:c\r\na=ssrc:100 msid:s t\r\n"
                + "a=ssrc:200 cname:c\r\na=ssrc:200 msid:s t\r\n";
        var lines = SimulcastOffer.withLayers(sdp, "1", 3).lines().toList();
        assertEquals((HEAD + VIDEO).lines().toList(), lines.subList(0, 7));
        assertEquals(List.of("a=ssrc-group:SIM 100 101 102", "a=ssrc-group:FID 100 200", "a=ssrc-group:FID 101 201",
                "a=ssrc-group:FID 102 202"), lines.subList(7, 11));
        assertEquals(List.of("a=ssrc:100 cname:c", "a=ssrc:100 msid:s t", "a=ssrc:200 cname:c", "a=ssrc:200 msid:s t"),
                lines.subList(11, 15));
        assertEquals(11 + 12, lines.size());
    }

    @Test
    void anOfferThatHasLayersStays() {
        var sdp = HEAD + VIDEO + "a=ssrc-group:SIM 1 2 3\r\na=ssrc-group:FID 1 4\r\na=ssrc:1 cname:c\r\n";
        assertEquals(sdp, SimulcastOffer.withLayers(sdp, "1", 3));
    }

    @Test
    void aLineThatSendsNothingStays() {
        assertEquals(HEAD + VIDEO, SimulcastOffer.withLayers(HEAD + VIDEO, "1", 3));
    }
}
