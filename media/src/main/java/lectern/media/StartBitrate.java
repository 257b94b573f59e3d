package lectern.media;

import java.util.regex.Pattern;

/// Where the sender's estimate of the line begins. libwebrtc starts at 300 kbps and probes three and six times that; on a
/// line that would carry all camera layers it then often stays below what the largest one needs, because it only grows
/// while it is used up. A codec parameter in the remote description sets the start.
final class StartBitrate {
    private static final Pattern VP8 = Pattern.compile("(?m)^a=rtpmap:(\\d+) VP8/90000\r?\n");

    private StartBitrate() {}

    /// `sdp` with the start of `kbps` on each of its VP8 codecs.
    static String of(String sdp, int kbps) {
        return VP8.matcher(sdp).replaceAll(line -> line.group() + "a=fmtp:" + line.group(1) + " x-google-start-bitrate="
                + kbps + "\r\n");
    }
}
