package lectern.sfu.dtls;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.srtp.SrtpProfile;
import org.bouncycastle.tls.AlertDescription;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.TlsContext;
import org.bouncycastle.tls.TlsFatalAlert;
import org.jspecify.annotations.Nullable;

/// What client and server do alike: check the other's certificate against the description, settle the profile, export keys.
final class SrtpKeying {
    // The time to wait before saying it again; BouncyCastle's own second would show in every join that loses a packet.
    static final int RESEND_MS = 50;
    private static final int TIMEOUT_MS = 10_000;

    private final Collection<String> expectedFingerprints;
    private final int timeoutMs;
    private @Nullable SrtpProfile profile;
    private @Nullable Keys keys;

    SrtpKeying(Collection<String> expectedFingerprints) {
        this(expectedFingerprints, TIMEOUT_MS);
    }

    SrtpKeying(Collection<String> expectedFingerprints, int timeoutMs) {
        this.expectedFingerprints = List.copyOf(expectedFingerprints);
        this.timeoutMs = timeoutMs;
    }

    int timeoutMs() {
        return timeoutMs;
    }

    void checkCertificate(@Nullable Certificate chain) throws IOException {
        if (chain == null || chain.isEmpty())
            throw new TlsFatalAlert(AlertDescription.bad_certificate, "the other side showed no certificate");
        String fingerprint = DtlsIdentity.fingerprint(chain.getCertificateAt(0).getEncoded());
        if (!expectedFingerprints.contains(fingerprint))
            throw new TlsFatalAlert(AlertDescription.bad_certificate,
                    "the certificate's fingerprint is not the one in the description");
    }

    /// Takes the first of ours that is among theirs.
    void choose(SrtpProfile[] ours, int[] theirs) {
        for (SrtpProfile candidate : ours)
            if (profile == null && Arrays.stream(theirs).anyMatch(id -> id == candidate.id()))
                profile = candidate;
    }

    SrtpProfile profile() throws IOException {
        if (profile == null)
            throw new TlsFatalAlert(AlertDescription.insufficient_security, "no SRTP profile in common");
        return profile;
    }

    /// RFC 5764 §4.2: both keys, then both salts, each time the client's first.
    void export(TlsContext context) throws IOException {
        SrtpProfile chosen = profile();
        int key = chosen.keyBytes();
        int salt = chosen.saltBytes();
        byte[] m = context.exportKeyingMaterial("EXTRACTOR-dtls_srtp", null, 2 * (key + salt));
        keys = new Keys(chosen, Arrays.copyOfRange(m, 0, key), Arrays.copyOfRange(m, 2 * key, 2 * key + salt),
                Arrays.copyOfRange(m, key, 2 * key), Arrays.copyOfRange(m, 2 * key + salt, 2 * (key + salt)));
    }

    Keys keys() throws IOException {
        if (keys == null)
            throw new IOException("the handshake ended without keys");
        return keys;
    }
}
