package lectern.materials;

import java.nio.file.Path;

/// @param folder    where pictures and texts are kept; no other store may use it at the same time
/// @param maxBytes  of all that is kept there
/// @param mostPages of a document that is opened
/// @param fileBytes of a document that is opened
public record PageStoreSettings(Path folder, long maxBytes, int mostPages, long fileBytes) {
    public PageStoreSettings {
        if (folder == null || maxBytes < 0 || mostPages < 1 || fileBytes < 1)
            throw new IllegalArgumentException("a folder, and limits above 0");
    }

    /// 1 GB kept; documents of at most 1,000 pages and 128 MB, as on the board.
    public static PageStoreSettings in(Path folder) {
        return new PageStoreSettings(folder, 1L << 30, 1_000, 128L << 20);
    }

    public PageStoreSettings withMaxBytes(long value) {
        return new PageStoreSettings(folder, value, mostPages, fileBytes);
    }

    public PageStoreSettings withLimits(int pages, long bytes) {
        return new PageStoreSettings(folder, maxBytes, pages, bytes);
    }
}
