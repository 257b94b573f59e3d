package lectern.materials;

import java.nio.file.Path;
import java.time.Duration;

/// @param heapMegabytes of the child; what doesn't fit is refused
/// @param perRequest    the longest a request may take once it is begun
/// @param start         the longest a child may take to be warm
/// @param folder        where a child's folder for what doesn't fit its memory is made
/// @param diskBytes     the most a child puts there
public record ConverterSettings(int heapMegabytes, Duration perRequest, Duration start, Path folder, long diskBytes) {
    private static final int DECK_MEGABYTES = 384;

    public ConverterSettings {
        if (heapMegabytes < 64 || perRequest.isNegative() || perRequest.isZero() || start.isNegative()
                || diskBytes < 0)
            throw new IllegalArgumentException("a heap of at least 64 MB, and times and space above 0");
    }

    public static ConverterSettings in(Path folder) {
        return new ConverterSettings(256, Duration.ofSeconds(20), Duration.ofSeconds(60), folder, 1L << 30);
    }

    /// For a process that reads one deck: all its slides are in the memory at once.
    ConverterSettings forDecks() {
        return new ConverterSettings(Math.max(DECK_MEGABYTES, heapMegabytes), perRequest, start, folder, diskBytes);
    }

    public ConverterSettings withPerRequest(Duration value) {
        return new ConverterSettings(heapMegabytes, value, start, folder, diskBytes);
    }
}
