package lectern.sfu.sdp;

import java.util.List;

/// SSRCs that belong together: `FID` is a stream and its retransmissions, `SIM` the layers of one picture, lowest first.
public record SourceGroup(String semantics, List<Integer> ssrcs) {
    public SourceGroup {
        ssrcs = List.copyOf(ssrcs);
    }
}
