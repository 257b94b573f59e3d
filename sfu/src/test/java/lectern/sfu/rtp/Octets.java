package lectern.sfu.rtp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.HexFormat;
import java.util.Random;

/// Packets as hexadecimal text, and ways to break them. The bytes begin at an odd offset, as nothing may depend on alignment.
public final class Octets {
    public static final int AT = 3;

    private Octets() {
    }

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }

    /// Native memory that ends with the last byte, so that reading past it fails.
    public static MemorySegment memory(byte[] bytes) {
        MemorySegment m = Arena.ofAuto().allocate(AT + bytes.length);
        MemorySegment.copy(bytes, 0, m, ValueLayout.JAVA_BYTE, AT, bytes.length);
        return m;
    }

    public static MemorySegment memory(String hex) {
        return memory(bytes(hex));
    }

    public static String hex(MemorySegment m, long at, int length) {
        return HexFormat.of().formatHex(m.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE));
    }

    /// A sample with some bytes changed, inserted or cut off; now and then plain noise.
    public static byte[] mutate(byte[] sample, Random random) {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            return noise;
        }
        byte[] bytes = sample.clone();
        for (int n = random.nextInt(5); n > 0 && bytes.length > 0; n--)
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        if (random.nextInt(3) == 0)
            bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
        return bytes;
    }
}
