package lectern.sfu.srtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Java's own cryptography: works everywhere; GCM costs about 1.5 times libcrypto's and 1 KB of garbage a packet, because
/// a JCE cipher must be initialised anew for each IV.
final class JceEngine implements SrtpEngine {
    /// The longest packet, its tag, and a block to round up to.
    private static final int SCRATCH_BYTES = SrtpSession.MAX_PACKET_BYTES + 64;

    @Override
    public String describe() {
        return "jce";
    }

    @Override
    public PacketCipher cipher(SrtpProfile profile, byte[] key, byte[] salt, byte[] authKey) {
        try {
            return switch (profile) {
                case AEAD_AES_128_GCM -> new GcmCipher(new Gcm(key), salt);
                case AES128_CM_HMAC_SHA1_80 -> new CmCipher(new Counter(key), new Sha1(authKey), salt);
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks a cipher that every JDK must have", e);
        }
    }

    private static final class Gcm implements Aead {
        private final Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        private final SecretKeySpec key;
        private final byte[] iv = new byte[12];
        private final MemorySegment ivBytes = MemorySegment.ofArray(iv);
        private final byte[] scratch = new byte[SCRATCH_BYTES];

        Gcm(byte[] key) throws GeneralSecurityException {
            this.key = new SecretKeySpec(key, "AES");
        }

        @Override
        public void seal(int ivHigh, long ivLow, MemorySegment m, long aad, int aadLength, long tail, int tailLength,
                long at, int length) {
            try {
                start(Cipher.ENCRYPT_MODE, ivHigh, ivLow, m, aad, aadLength, tail, tailLength);
                MemorySegment.copy(m, JAVA_BYTE, at, scratch, 0, length);
                int sealed = cipher.doFinal(scratch, 0, length, scratch, 0);
                MemorySegment.copy(scratch, 0, m, JAVA_BYTE, at, sealed);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public boolean open(int ivHigh, long ivLow, MemorySegment m, long aad, int aadLength, long tail, int tailLength,
                long at, int length) {
            try {
                start(Cipher.DECRYPT_MODE, ivHigh, ivLow, m, aad, aadLength, tail, tailLength);
                MemorySegment.copy(m, JAVA_BYTE, at, scratch, 0, length + TAG_BYTES);
                cipher.doFinal(scratch, 0, length + TAG_BYTES, scratch, 0);
                MemorySegment.copy(scratch, 0, m, JAVA_BYTE, at, length);
                return true;
            } catch (AEADBadTagException _) {
                return false;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private void start(int mode, int ivHigh, long ivLow, MemorySegment m, long aad, int aadLength, long tail,
                int tailLength) throws GeneralSecurityException {
            ivBytes.set(Bytes.INT, 0, ivHigh);
            ivBytes.set(Bytes.LONG, 4, ivLow);
            AlgorithmParameterSpec parameters = new GCMParameterSpec(TAG_BYTES * 8, iv);
            // SunJCE remembers the last IV it encrypted with and wants another; decryption between two is no obstacle.
            cipher.init(mode, key, parameters);
            MemorySegment.copy(m, JAVA_BYTE, aad, scratch, 0, aadLength);
            MemorySegment.copy(m, JAVA_BYTE, tail, scratch, aadLength, tailLength);
            cipher.updateAAD(scratch, 0, aadLength + tailLength);
        }

        @Override
        public void close() {
        }
    }

    /// Counter mode by hand over ECB, which never needs a new IV: no garbage, and no slower.
    private static final class Counter implements Keystream {
        private final Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        private final byte[] counters = new byte[SCRATCH_BYTES];
        private final byte[] stream = new byte[SCRATCH_BYTES];
        private final MemorySegment counterBytes = MemorySegment.ofArray(counters);
        private final MemorySegment streamBytes = MemorySegment.ofArray(stream);

        Counter(byte[] key) throws GeneralSecurityException {
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        }

        @Override
        public void xor(long ivHigh, long ivLow, MemorySegment m, long at, int length) {
            int blocks = (length + 15) >> 4;
            for (int b = 0; b < blocks; b++) { // the low 16 bits of the IV are zero and count blocks: no carry
                counterBytes.set(Bytes.LONG, b * 16L, ivHigh);
                counterBytes.set(Bytes.LONG, b * 16L + 8, ivLow + b);
            }
            try {
                cipher.update(counters, 0, blocks << 4, stream, 0);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            int i = 0;
            for (; i + 8 <= length; i += 8)
                m.set(JAVA_LONG_UNALIGNED, at + i,
                        m.get(JAVA_LONG_UNALIGNED, at + i) ^ streamBytes.get(JAVA_LONG_UNALIGNED, i));
            for (; i < length; i++)
                m.set(JAVA_BYTE, at + i, (byte) (m.get(JAVA_BYTE, at + i) ^ stream[i]));
        }

        @Override
        public void close() {
        }
    }

    private static final class Sha1 implements Hmac {
        private final Mac mac = Mac.getInstance("HmacSHA1");
        private final byte[] scratch = new byte[SCRATCH_BYTES];

        Sha1(byte[] key) throws GeneralSecurityException {
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
        }

        @Override
        public void compute(MemorySegment m, long at, int length, MemorySegment out) {
            try {
                MemorySegment.copy(m, JAVA_BYTE, at, scratch, 0, length);
                mac.update(scratch, 0, length);
                mac.doFinal(scratch, 0);
                MemorySegment.copy(scratch, 0, out, JAVA_BYTE, 0, BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
        }
    }
}
