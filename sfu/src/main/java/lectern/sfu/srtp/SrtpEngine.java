package lectern.sfu.srtp;

/// Where the cryptography comes from.
public sealed interface SrtpEngine permits JceEngine {
    /// The fastest that works here, tried with known packets.
    static SrtpEngine probe() {
        return new JceEngine();
    }

    /// For logs and the stats page, such as "jce (SunJCE)".
    String describe();

    /// Packet protection under one set of session keys; the owner closes it.
    PacketCipher cipher(SrtpProfile profile, byte[] key, byte[] salt, byte[] authKey);
}
