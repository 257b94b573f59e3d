package lectern.sfu.ice;

import static lectern.sfu.rtp.BigEndian.u8;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;

/// Signs and checks MESSAGE-INTEGRITY with one short-term password. The MAC is reused: one thread at a time.
public final class StunKey {
    static final int MAC_BYTES = 20;

    private final Mac mac;
    private final byte[] scratch = new byte[Stun.MAX_BYTES];
    private final byte[] result = new byte[MAC_BYTES];

    public StunKey(String password) {
        try {
            mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA1", e);
        }
    }

    /// The MAC over the `length` bytes before the attribute, with the header's length as if the message ended with it.
    private void compute(MemorySegment m, long at, int length) {
        MemorySegment.copy(m, ValueLayout.JAVA_BYTE, at, scratch, 0, length);
        int body = length + 4 + MAC_BYTES - Stun.HEADER_BYTES;
        scratch[2] = (byte) (body >> 8);
        scratch[3] = (byte) body;
        mac.update(scratch, 0, length);
        try {
            mac.doFinal(result, 0);
        } catch (ShortBufferException e) {
            throw new IllegalStateException("SHA-1 has 20 bytes", e);
        }
    }

    boolean matches(MemorySegment m, long at, int length, long macAt) {
        compute(m, at, length);
        int difference = 0;
        for (int i = 0; i < MAC_BYTES; i++)
            difference |= result[i] & 0xff ^ u8(m, macAt + i);
        return difference == 0;
    }

    void write(MemorySegment m, long at, int length, long macAt) {
        compute(m, at, length);
        MemorySegment.copy(result, 0, m, ValueLayout.JAVA_BYTE, macAt, MAC_BYTES);
    }
}
