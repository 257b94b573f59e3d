package lectern.sfu.core;

import java.util.Set;
import lectern.sfu.sdp.MediaSection;
import lectern.sfu.sdp.Sdp;
import lectern.sfu.sdp.SdpException;
import lectern.sfu.sdp.Transport;

/// The other side of a transport, as its description tells: one, since everything is bundled.
record Remote(long sessionId, String ufrag, Set<String> fingerprints) {
    Remote {
        fingerprints = Set.copyOf(fingerprints);
    }

    /// From an offer or answer with these sections taken; the first speaks for all.
    static Remote of(Sdp description, MediaSection first, String... setups) {
        Transport transport = first.transport();
        if (transport.ufrag() == null || transport.password() == null)
            throw new SdpException("the description has no ICE credentials (a=ice-ufrag, a=ice-pwd)");
        Set<String> fingerprints = Set.copyOf(transport.fingerprints("sha-256"));
        if (fingerprints.isEmpty())
            throw new SdpException("the description has no SHA-256 fingerprint (a=fingerprint)");
        String setup = transport.setup();
        if (setup == null || !Set.of(setups).contains(setup))
            throw new SdpException(
                    "a=setup must be " + String.join(" or ", setups) + ": here the server waits for DTLS");
        return new Remote(description.sessionId(), transport.ufrag(), fingerprints);
    }

    /// Whether the same browser's same connection speaks: then keys and streams go on.
    boolean sameAssociation(Remote other) {
        return sessionId == other.sessionId && fingerprints.equals(other.fingerprints);
    }
}
