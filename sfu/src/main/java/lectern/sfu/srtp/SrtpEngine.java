package lectern.sfu.srtp;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/// Where the cryptography comes from.
public sealed interface SrtpEngine permits EvpEngine, JceEngine {
    /// The fastest that works here, tried with known packets.
    static SrtpEngine probe() {
        Logger log = System.getLogger(SrtpEngine.class.getName());
        try {
            var evp = new EvpEngine();
            if (EngineSelfTest.passes(evp))
                return evp;
            log.log(Level.WARNING, "{0} fails its self-test: SRTP by Java instead", evp.describe());
        } catch (IllegalArgumentException | IllegalStateException | IllegalCallerException | LinkageError e) {
            log.log(Level.INFO, "no libcrypto 3 here ({0}): SRTP by Java, at half the speed", e.getMessage());
        }
        return jce();
    }

    /// Java's own cryptography, which is always there.
    static SrtpEngine jce() {
        return new JceEngine();
    }

    /// For logs and the stats page, such as "libcrypto (OpenSSL 3.0.22 …)".
    String describe();

    /// Packet protection under one set of session keys; the owner closes it.
    PacketCipher cipher(SrtpProfile profile, byte[] key, byte[] salt, byte[] authKey);
}
