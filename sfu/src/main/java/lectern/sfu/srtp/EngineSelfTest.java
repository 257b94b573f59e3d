package lectern.sfu.srtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;

/// Packets whose protected form is known: what an engine must get right before it may touch anybody's media.
final class EngineSelfTest {
    // RFC 7714 §16.1.1; its keys are session keys.
    private static final String GCM_KEY = "000102030405060708090a0b0c0d0e0f";
    private static final String GCM_SALT = "517569642070726f2071756f";
    private static final String GCM_PLAIN = "8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e69732064697669736120"
            + "696e207061727465732074726573";
    private static final String GCM_SEALED = "8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e"
            + "6f42a5f47a51c7d19b36de3adf8833899d7f27beb16a9152cf765ee4390cce";
    // Session keys of RFC 3711 appendix B.3, with the packet that is customary for them.
    private static final String CM_KEY = "c61e7a93744f39ee10734afe3ff7a087";
    private static final String CM_SALT = "30cbbc08863d8c85d49db34a9ae1";
    private static final String CM_AUTH = "cebe321f6ff7716b6fd4ab49af256a156d38baa4";
    private static final String CM_PLAIN = "800f1234decafbadcafebabeabababababababababababababababab";
    private static final String CM_SEALED = "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b"
            + "8dbb";

    private EngineSelfTest() {
    }

    static boolean passes(SrtpEngine engine) {
        return works(engine, SrtpProfile.AEAD_AES_128_GCM, GCM_KEY, GCM_SALT, "", GCM_PLAIN, GCM_SEALED)
                && works(engine, SrtpProfile.AES128_CM_HMAC_SHA1_80, CM_KEY, CM_SALT, CM_AUTH, CM_PLAIN, CM_SEALED);
    }

    private static boolean works(SrtpEngine engine, SrtpProfile profile, String key, String salt, String authKey,
            String plain, String sealed) {
        int header = 12;
        int length = plain.length() / 2;
        try (Arena arena = Arena.ofConfined();
                PacketCipher cipher = engine.cipher(profile, hex(key), hex(salt), hex(authKey))) {
            MemorySegment m = arena.allocate(128);
            MemorySegment.copy(hex(plain), 0, m, JAVA_BYTE, 0, length);
            int ssrc = m.get(Bytes.INT, 8);
            int index = m.get(Bytes.SHORT, 2) & 0xffff;
            int sealedLength = cipher.sealRtp(m, 0, header, length, ssrc, index);
            if (!text(m, sealedLength).equals(sealed))
                return false;
            if (cipher.openRtp(m, 0, header, sealedLength, ssrc, index) != length || !text(m, length).equals(plain))
                return false;
            MemorySegment.copy(hex(sealed), 0, m, JAVA_BYTE, 0, sealedLength);
            m.set(JAVA_BYTE, header, (byte) ~m.get(JAVA_BYTE, header));
            return cipher.openRtp(m, 0, header, sealedLength, ssrc, index) == SrtpSession.AUTH_FAILED;
        }
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static String text(MemorySegment m, int length) {
        return HexFormat.of().formatHex(m.asSlice(0, length).toArray(JAVA_BYTE));
    }
}
