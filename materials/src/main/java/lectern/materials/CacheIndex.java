package lectern.materials;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// What is kept, least recently used first, and what has to go.
final class CacheIndex {
    private final long maxBytes;
    private final LinkedHashMap<Work, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    CacheIndex(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /// What has to be thrown away for it; that may be what was put in.
    List<Work> put(Work work, long size) {
        remove(work);
        sizes.put(work, size);
        bytes += size;
        var gone = new ArrayList<Work>();
        var oldest = sizes.entrySet().iterator();
        while (bytes > maxBytes) {
            var entry = oldest.next();
            oldest.remove();
            bytes -= entry.getValue();
            gone.add(entry.getKey());
        }
        return gone;
    }

    boolean has(Work work) { return sizes.containsKey(work); }

    /// False when there is none.
    boolean use(Work work) { return sizes.get(work) != null; }

    void remove(Work work) {
        Long size = sizes.remove(work);
        if (size != null) bytes -= size;
    }

    long bytes() { return bytes; }
}
