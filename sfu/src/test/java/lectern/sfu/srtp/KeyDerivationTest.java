package lectern.sfu.srtp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/// RFC 3711 appendix B.3.
class KeyDerivationTest {
    private final KeyDerivation keys = new KeyDerivation(hex("e1f97a0d3e018be0d64fa32c06de4139"),
            hex("0ec675ad498afeebb6960b3aabe6"));

    @Test
    void derivesTheKeysOfTheStandard() {
        assertEquals("c61e7a93744f39ee10734afe3ff7a087", derive(KeyDerivation.RTP_KEY, 16));
        assertEquals("30cbbc08863d8c85d49db34a9ae1", derive(KeyDerivation.RTP_SALT, 14));
        assertEquals("cebe321f6ff7716b6fd4ab49af256a156d38baa4", derive(KeyDerivation.RTP_AUTH, 20));
    }

    private String derive(int label, int bytes) {
        return HexFormat.of().formatHex(keys.derive(label, bytes));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
