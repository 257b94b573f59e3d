package lectern.sfu.core;

import java.util.Map;
import lectern.sfu.rtp.Codec;

/// What offer and answer agreed on for one receiving line. Extension ids are 0 where there is none.
///
/// @param open      whether the receiver takes media on this line
/// @param payloads  the payload type of each codec it takes
/// @param rtx       the RTX payload type of each codec that can be repaired
record DownTerms(boolean open, Map<Codec, Integer> payloads, Map<Codec, Integer> rtx, int midId, int sendTimeId,
        int levelId) {
    static final DownTerms NONE = new DownTerms(false, Map.of(), Map.of(), 0, 0, 0);

    DownTerms {
        payloads = Map.copyOf(payloads);
        rtx = Map.copyOf(rtx);
    }
}
