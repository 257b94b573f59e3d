package lectern.sfu.srtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Packets published with their keys: every engine must make and read exactly these bytes.
class SrtpVectorTest {
    private static final HexFormat HEX = HexFormat.of();
    // RFC 7714 §16 and §17 give session keys, not master keys.
    private static final byte[] GCM_KEY = HEX.parseHex("000102030405060708090a0b0c0d0e0f");
    private static final byte[] GCM_SALT = HEX.parseHex("517569642070726f2071756f");
    private static final String RTP = "8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e6973206469"
            + "7669736120696e207061727465732074726573";
    private static final String SRTP_GCM = "8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd5"
            + "0d294e6f42a5f47a51c7d19b36de3adf8833899d7f27beb16a9152cf765ee4390cce";
    private static final String RTCP = "81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61"
            + "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";
    private static final String SRTCP_GCM = "81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32d"
            + "c676a5f1730d6fda4ce09b4686303ded0bb9275bc84aa45896cf4d2fc5abf87245d9eade800005d4";
    // The packet that libsrtp checks itself with, under the master key of RFC 3711 appendix B.3.
    private static final byte[] CM_KEY = HEX.parseHex("e1f97a0d3e018be0d64fa32c06de4139");
    private static final byte[] CM_SALT = HEX.parseHex("0ec675ad498afeebb6960b3aabe6");
    private static final String CM_RTP = "800f1234decafbadcafebabeabababababababababababababababab";
    private static final String SRTP_CM = "800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402"
            + "b78d6acc99ea179b8dbb";

    private final MemorySegment memory = Arena.ofAuto().allocate(4096);

    static List<SrtpEngine> engines() {
        return Engines.all();
    }

    @ParameterizedTest
    @MethodSource("engines")
    void gcmRtp(SrtpEngine engine) {
        var session = gcm(engine);
        assertEquals(SRTP_GCM, text(session.protectRtp(memory, 3, put(RTP))));
        assertEquals(RTP, text(session.unprotectRtp(memory, 3, put(SRTP_GCM))));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void gcmRtcp(SrtpEngine engine) {
        PacketCipher cipher = engine.cipher(SrtpProfile.AEAD_AES_128_GCM, GCM_KEY, GCM_SALT, new byte[0]);
        assertEquals(SRTCP_GCM, text(cipher.sealRtcp(memory, 3, put(RTCP), 0x4d617273, 0x5d4)));
        assertEquals(RTCP, text(gcm(engine).unprotectRtcp(memory, 3, put(SRTCP_GCM))));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void counterModeRtp(SrtpEngine engine) {
        var session = SrtpSession.of(engine, SrtpProfile.AES128_CM_HMAC_SHA1_80, CM_KEY, CM_SALT);
        assertEquals(SRTP_CM, text(session.protectRtp(memory, 3, put(CM_RTP))));
        assertEquals(CM_RTP, text(session.unprotectRtp(memory, 3, put(SRTP_CM))));
    }

    private static SrtpSession gcm(SrtpEngine engine) {
        var profile = SrtpProfile.AEAD_AES_128_GCM;
        return new SrtpSession(profile, engine.cipher(profile, GCM_KEY, GCM_SALT, new byte[0]),
                engine.cipher(profile, GCM_KEY, GCM_SALT, new byte[0]));
    }

    private int put(String hex) {
        byte[] bytes = HEX.parseHex(hex);
        MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, 3, bytes.length);
        return bytes.length;
    }

    private String text(int length) {
        return length < 0 ? "error " + length : HEX.formatHex(memory.asSlice(3, length).toArray(JAVA_BYTE));
    }
}
