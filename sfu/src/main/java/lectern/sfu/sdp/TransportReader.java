package lectern.sfu.sdp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The attributes of ICE and DTLS, which stand in a section or before all of them.
final class TransportReader {
    private @Nullable String ufrag;
    private @Nullable String password;
    private @Nullable String iceOptions;
    private @Nullable String setup;
    private final List<Fingerprint> fingerprints = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();
    private boolean endOfCandidates;

    /// False when the attribute is none of ours.
    boolean attribute(String text) {
        int colon = text.indexOf(':');
        String value = colon < 0 ? "" : text.substring(colon + 1);
        switch (colon < 0 ? text : text.substring(0, colon)) {
            case "ice-ufrag" -> ufrag = credential(value, 4);
            case "ice-pwd" -> password = credential(value, 22);
            case "ice-options" -> iceOptions = value.strip();
            case "setup" -> setup = value.strip();
            case "fingerprint" -> {
                String[] part = value.strip().split(" +");
                if (part.length != 2)
                    throw new SdpException("a fingerprint is a hash function and a hash: " + SdpReader.cut(value));
                fingerprints.add(new Fingerprint(part[0], part[1]));
            }
            case "candidate" -> {
                Candidate candidate = Candidate.parse(value);
                if (candidate != null)
                    candidates.add(candidate);
            }
            case "end-of-candidates" -> endOfCandidates = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String credential(String value, int min) {
        String text = value.strip();
        if (text.length() < min || text.length() > 256 || !text.matches("[A-Za-z0-9+/=_-]*"))
            throw new SdpException("ICE credentials are letters, digits, + and /, " + min + " to 256 of them");
        return text;
    }

    Transport transport(Transport session) {
        return new Transport(ufrag != null ? ufrag : session.ufrag(),
                password != null ? password : session.password(),
                iceOptions != null ? iceOptions : session.iceOptions(),
                fingerprints.isEmpty() ? session.fingerprints() : fingerprints,
                setup != null ? setup : session.setup(), candidates.isEmpty() ? session.candidates() : candidates,
                endOfCandidates || session.endOfCandidates());
    }
}
