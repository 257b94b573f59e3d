package lectern.media;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StartBitrateTest {
    @Test
    void eachVp8LineGetsTheParameter() {
        var sdp = "m=video 9 UDP/TLS/RTP/SAVPF 96 97\r\na=rtpmap:96 VP8/90000\r\na=rtpmap:97 rtx/90000\r\na=fmtp:97 apt=96\r\n";
        assertEquals(
                "m=video 9 UDP/TLS/RTP/SAVPF 96 97\r\na=rtpmap:96 VP8/90000\r\na=fmtp:96 x-google-start-bitrate=900\r\n"
                        + "a=rtpmap:97 rtx/90000\r\na=fmtp:97 apt=96\r\n",
                StartBitrate.of(sdp, 900));
    }

    @Test
    void otherLinesStay() {
        var sdp = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=rtpmap:111 opus/48000/2\r\n";
        assertEquals(sdp, StartBitrate.of(sdp, 900));
    }
}
