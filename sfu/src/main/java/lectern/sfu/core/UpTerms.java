package lectern.sfu.core;

import java.util.List;
import java.util.Map;
import lectern.sfu.rtp.Codec;

/// What offer and answer agreed on for one published line.
///
/// @param codecs   payload types that carry media
/// @param repairs  RTX payload types, each with the one it repairs
/// @param rids     names of the layers, lowest first as offered; empty when SSRCs name them
/// @param ssrcs    SSRCs of the layers, empty when packets will tell by their extensions
/// @param rtxSsrcs the RTX partner of each of `ssrcs`, 0 for none
record UpTerms(String mid, boolean video, Map<Integer, Codec> codecs, Map<Integer, Integer> repairs,
        List<String> rids, List<Integer> ssrcs, List<Integer> rtxSsrcs) {
    static final int MAX_LAYERS = 4;

    UpTerms {
        codecs = Map.copyOf(codecs);
        repairs = Map.copyOf(repairs);
        rids = List.copyOf(rids);
        ssrcs = List.copyOf(ssrcs);
        rtxSsrcs = List.copyOf(rtxSsrcs);
    }

    int layers() {
        return Math.clamp(rids.isEmpty() ? ssrcs.size() : rids.size(), 1, MAX_LAYERS);
    }
}
