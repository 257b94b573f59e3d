package lectern.sfu.rtp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a payload type can be. Everything a browser may offer that isn't here stays unknown, and is neither accepted nor forwarded.
public enum Codec {
    VP8("VP8", 90_000, true), VP9("VP9", 90_000, true), H264("H264", 90_000, true), AV1("AV1", 90_000, true), OPUS(
            "opus", 48_000, false), RED("red", 48_000,
                    false), RTX("rtx", 90_000,
                            true), ULPFEC("ulpfec", 90_000, true), FLEXFEC("flexfec-03", 90_000, true);

    private final String sdpName;
    private final int clockHz;
    private final boolean video;

    Codec(String sdpName, int clockHz, boolean video) {
        this.sdpName = sdpName;
        this.clockHz = clockHz;
        this.video = video;
    }

    /// As in `a=rtpmap`, where the case doesn't matter.
    public static @Nullable Codec of(String sdpName) {
        String name = sdpName.toLowerCase(Locale.ROOT);
        for (Codec codec : values())
            if (codec.sdpName.toLowerCase(Locale.ROOT).equals(name))
                return codec;
        return null;
    }

    public String sdpName() {
        return sdpName;
    }

    public int clockHz() {
        return clockHz;
    }

    /// Whether it is a picture (or repairs one). RED counts as audio: for video it is neither offered nor accepted.
    public boolean video() {
        return video;
    }
}
