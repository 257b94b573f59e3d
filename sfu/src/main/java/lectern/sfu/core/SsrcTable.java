package lectern.sfu.core;

import org.jspecify.annotations.Nullable;

/// SSRC to what it stands for in one connection. Open addressing, because the lookup is on every packet's path and a map of
/// boxed keys isn't free; at most [#MAX] entries, so that a peer can't grow it.
final class SsrcTable<T> {
    static final int MAX = 64;
    private static final int SIZE = 256;

    private final int[] keys = new int[SIZE];
    private final @Nullable Object[] values = new Object[SIZE];
    private int count;

    @SuppressWarnings("unchecked")
    @Nullable
    T get(int ssrc) {
        for (int i = slot(ssrc); values[i] != null; i = i + 1 & SIZE - 1)
            if (keys[i] == ssrc)
                return (T) values[i];
        return null;
    }

    /// False when it is full.
    boolean put(int ssrc, T value) {
        int i = slot(ssrc);
        while (values[i] != null && keys[i] != ssrc)
            i = i + 1 & SIZE - 1;
        if (values[i] == null && count == MAX)
            return false;
        if (values[i] == null)
            count++;
        keys[i] = ssrc;
        values[i] = value;
        return true;
    }

    void clear() {
        java.util.Arrays.fill(values, null);
        count = 0;
    }

    int size() {
        return count;
    }

    private static int slot(int ssrc) {
        return ssrc * 0x9E3779B9 >>> 24;
    }
}
