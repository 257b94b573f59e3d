package lectern.sfu.srtp;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// OpenSSL's libcrypto: no garbage, and the speed of C. Each key has a native context, made with its key schedule once;
/// a packet costs a new IV only. A context must never be used after its close, nor by two threads.
final class EvpEngine implements SrtpEngine {
    private final String version;
    private final long gcm;
    private final long counter;
    private final long hmac;

    /// Loads libcrypto.
    ///
    /// @throws LinkageError or an IllegalArgumentException, if there is none of the right version
    EvpEngine() {
        version = LibCrypto.version();
        gcm = fetched("AES-128-GCM", LibCrypto.fetchCipher("AES-128-GCM"));
        counter = fetched("AES-128-CTR", LibCrypto.fetchCipher("AES-128-CTR"));
        hmac = fetched("HMAC", LibCrypto.fetchMac("HMAC"));
    }

    @Override
    public String describe() {
        return "libcrypto (" + version + ")";
    }

    @Override
    public PacketCipher cipher(SrtpProfile profile, byte[] key, byte[] salt, byte[] authKey) {
        return switch (profile) {
            case AEAD_AES_128_GCM -> new GcmCipher(new Gcm(gcm, key), salt);
            case AES128_CM_HMAC_SHA1_80 -> new CmCipher(new Counter(counter, key), new Sha1(hmac, authKey), salt);
        };
    }

    private static long fetched(String name, long algorithm) {
        if (algorithm == 0)
            throw new UnsatisfiedLinkError("libcrypto knows no " + name);
        return algorithm;
    }

    private static void check(int result) {
        if (result <= 0)
            throw new IllegalStateException("libcrypto refused what it never refuses");
    }

    /// A cipher context with its key, and what its calls point at.
    private abstract static class Context {
        final Arena arena = Arena.ofAuto();
        final MemorySegment iv = arena.allocate(16, 16);
        final long ivAddress = iv.address();
        final long lengthAddress = arena.allocate(8, 8).address();
        long context = LibCrypto.newContext();

        Context(long cipher, byte[] key) {
            MemorySegment keyBytes = arena.allocate(16, 16);
            MemorySegment.copy(key, 0, keyBytes, JAVA_BYTE, 0, 16);
            check(LibCrypto.init(context, cipher, keyBytes.address(), ivAddress, 1));
            keyBytes.fill((byte) 0);
        }

        final long context() {
            if (context == 0)
                throw new IllegalStateException("closed");
            return context;
        }

        public final void close() {
            if (context != 0)
                LibCrypto.freeContext(context);
            context = 0;
        }
    }

    private static final class Gcm extends Context implements Aead {
        /// What asks for the tag. EVP_CIPHER_CTX_ctrl would make the same anew for each packet.
        private final MemorySegment tag = LibCrypto.parameter(arena, "tag", LibCrypto.OCTETS, MemorySegment.NULL,
                TAG_BYTES);
        private final long tagAddress = tag.address();

        Gcm(long cipher, byte[] key) {
            super(cipher, key);
        }

        @Override
        public void seal(int ivHigh, long ivLow, MemorySegment m, long aad, int aadLength, long tail, int tailLength,
                long at, int length) {
            long context = start(1, ivHigh, ivLow, m, aad, aadLength, tail, tailLength);
            long data = m.address() + at;
            check(LibCrypto.update(context, data, lengthAddress, data, length));
            check(LibCrypto.finish(context, data + length, lengthAddress));
            tag.set(JAVA_LONG, LibCrypto.PARAMETER_DATA, data + length);
            check(LibCrypto.get(context, tagAddress));
        }

        @Override
        public boolean open(int ivHigh, long ivLow, MemorySegment m, long aad, int aadLength, long tail, int tailLength,
                long at, int length) {
            long context = start(0, ivHigh, ivLow, m, aad, aadLength, tail, tailLength);
            long data = m.address() + at;
            check(LibCrypto.update(context, data, lengthAddress, data, length));
            check(LibCrypto.control(context, LibCrypto.CTRL_SET_TAG, TAG_BYTES, data + length));
            return LibCrypto.finish(context, data + length, lengthAddress) > 0;
        }

        private long start(int encrypt, int ivHigh, long ivLow, MemorySegment m, long aad, int aadLength, long tail,
                int tailLength) {
            long context = context();
            iv.set(Bytes.INT, 0, ivHigh);
            iv.set(Bytes.LONG, 4, ivLow);
            check(LibCrypto.init(context, 0, 0, ivAddress, encrypt));
            check(LibCrypto.update(context, 0, lengthAddress, m.address() + aad, aadLength));
            if (tailLength > 0)
                check(LibCrypto.update(context, 0, lengthAddress, m.address() + tail, tailLength));
            return context;
        }
    }

    private static final class Counter extends Context implements Keystream {
        Counter(long cipher, byte[] key) {
            super(cipher, key);
        }

        @Override
        public void xor(long ivHigh, long ivLow, MemorySegment m, long at, int length) {
            iv.set(Bytes.LONG, 0, ivHigh);
            iv.set(Bytes.LONG, 8, ivLow);
            long data = m.address() + at;
            check(LibCrypto.init(context(), 0, 0, ivAddress, -1));
            check(LibCrypto.update(context, data, lengthAddress, data, length));
        }
    }

    private static final class Sha1 implements Hmac {
        private long context;

        Sha1(long mac, byte[] key) {
            context = LibCrypto.newMacContext(mac);
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment keyBytes = arena.allocate(key.length);
                MemorySegment.copy(key, 0, keyBytes, JAVA_BYTE, 0, key.length);
                MemorySegment digest = LibCrypto.parameter(arena, "digest", LibCrypto.TEXT, arena.allocateFrom("SHA1"),
                        4);
                check(LibCrypto.initMac(context, keyBytes.address(), key.length, digest.address()));
                keyBytes.fill((byte) 0);
            }
        }

        @Override
        public void compute(MemorySegment m, long at, int length, MemorySegment out) {
            if (context == 0)
                throw new IllegalStateException("closed");
            check(LibCrypto.initMac(context, 0, 0, 0));
            check(LibCrypto.updateMac(context, m.address() + at, length));
            check(LibCrypto.finishMac(context, out.address(), 0, BYTES));
        }

        @Override
        public void close() {
            if (context != 0)
                LibCrypto.freeMacContext(context);
            context = 0;
        }
    }
}
