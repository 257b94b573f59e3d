package lectern.materials;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/// What a page store makes, as files and back. Every method may be called from any thread.
final class StoreDisk {
    private final CacheFolder folder;

    StoreDisk(CacheFolder folder) {
        this.folder = folder;
    }

    /// Null when it isn't there, or isn't what was kept.
    @Nullable
    Object load(Work work) {
        Image file = folder.read(work);
        if (file == null) return null;
        return switch (work) {
            case Work.Picture _,Work.Tile _ -> file;
            case Work.Text _ -> parse(file, PageContents.class);
            case Work.Open _ -> parse(file, Outline.class);
            case Work.Convert convert -> {
                var deck = parse(file, DeckOutline.class);
                yield deck != null && isWhole(convert, deck) ? deck : null;
            }
        };
    }

    /// How many bytes there are now; -1 when it could not be written.
    long keep(Work work, Object value) {
        try {
            folder.write(work, value instanceof Image image
                    ? image
                    : new Image(0, 0, Frames.text(value).getBytes(StandardCharsets.UTF_8)));
            return folder.bytes(work);
        } catch (IOException full) {
            return -1;
        }
    }

    private boolean isWhole(Work.Convert convert, DeckOutline deck) {
        var pdf = folder.pdf(convert.hash());
        try {
            return Files.size(pdf) == deck.pdfBytes() && CacheFolder.checksum(pdf) == deck.pdfChecksum();
        } catch (IOException gone) {
            return false;
        }
    }

    private static <T> @Nullable T parse(Image file, Class<T> type) {
        try {
            return Frames.parse(new String(file.bytes(), StandardCharsets.UTF_8), type);
        } catch (RuntimeException ofAnotherVersion) {
            return null;
        }
    }
}
