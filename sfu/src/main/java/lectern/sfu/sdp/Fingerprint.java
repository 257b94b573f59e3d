package lectern.sfu.sdp;

import java.util.Locale;

/// An `a=fingerprint` line: a hash function's name in lower case, and the certificate's hash as "AA:BB:…" in upper case.
public record Fingerprint(String hash, String value) {
    public Fingerprint {
        hash = hash.toLowerCase(Locale.ROOT);
        value = value.toUpperCase(Locale.ROOT);
        if (!value.matches("[0-9A-F]{2}(:[0-9A-F]{2}){15,63}"))
            throw new SdpException("a fingerprint is pairs of hexadecimal digits with colons between");
    }
}
