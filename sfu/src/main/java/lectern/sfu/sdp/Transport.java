package lectern.sfu.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a section's packets travel: ICE credentials, certificate, candidates. What a description says once for all its
/// sections (as Firefox does with the fingerprint) stands in each of them here. `setup` is "actpass", "active" or "passive".
public record Transport(@Nullable String ufrag, @Nullable String password, String iceOptions,
        List<Fingerprint> fingerprints, @Nullable String setup, List<Candidate> candidates, boolean endOfCandidates) {
    public static final Transport NONE = new Transport(null, null, "", List.of(), null, List.of(), false);

    public Transport {
        fingerprints = List.copyOf(fingerprints);
        candidates = List.copyOf(candidates);
    }

    /// The values of the fingerprints with this hash ("sha-256"), each "AA:BB:…".
    public List<String> fingerprints(String hash) {
        return fingerprints.stream().filter(f -> f.hash().equals(hash)).map(Fingerprint::value).toList();
    }
}
