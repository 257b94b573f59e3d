package lectern.server;

import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import lectern.classroom.PageSnapshot;
import lectern.classroom.Weight;
import lectern.protocol.BoardNews;
import lectern.protocol.Json;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;

/// A page as the messages that show it. Each is written as JSON when the first reader gets to it, on that reader's own thread, and
/// shared by all readers for as long as there is memory for it.
///
/// The first part goes out at once, before any edit that is newer, and tells a client that parts will come instead of edits. It is
/// small, since a client may open hundreds of pages; the others follow at the reader's pace.
final class PageParts {
    static final int FIRST_BYTES = 2 * 1024;
    static final int PART_BYTES = 64 * 1024;
    /// What a part has besides its shapes.
    private static final int ENVELOPE_BYTES = 256;

    private final PageSnapshot snapshot;
    /// Where each part begins, and the end of the last.
    private final int[] bounds;
    private final AtomicReferenceArray<SoftReference<byte[]>> written;

    PageParts(PageSnapshot snapshot) {
        this.snapshot = snapshot;
        this.bounds = split(snapshot.shapes());
        this.written = new AtomicReferenceArray<>(count());
    }

    private static int[] split(List<Shape> shapes) {
        var bounds = new int[shapes.size() + 2];
        int parts = 0;
        int bytes = ENVELOPE_BYTES;
        int most = FIRST_BYTES;
        for (int i = 0; i < shapes.size(); i++) {
            int weight = Weight.of(shapes.get(i));
            if (bytes + weight > most && (parts == 0 || i > bounds[parts])) {
                bounds[++parts] = i;
                bytes = ENVELOPE_BYTES;
                most = PART_BYTES;
            }
            bytes += weight;
        }
        bounds[++parts] = shapes.size();
        return java.util.Arrays.copyOf(bounds, parts + 1);
    }

    PageId page() {
        return snapshot.page();
    }

    int count() {
        return bounds.length - 1;
    }

    /// Not to be written to.
    byte[] json(int part) {
        SoftReference<byte[]> known = written.get(part);
        byte[] json = known == null ? null : known.get();
        if (json == null) {
            json = Json.write(message(part)).getBytes(StandardCharsets.UTF_8);
            written.set(part, new SoftReference<>(json));
        }
        return json;
    }

    BoardNews.PagePart message(int part) {
        return new BoardNews.PagePart(snapshot.page(), snapshot.revision(), part, count(),
                snapshot.shapes().subList(bounds[part], bounds[part + 1]));
    }
}
