package lectern.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongConsumer;
import lectern.protocol.board.AssetId;
import lectern.signaling.LessonFiles;

/// The clips of classes, whole and on the disk, since a player wants a file; the least lately used go when they are too many.
/// One that is on its way goes on coming when its page is turned: one mostly turns back. Any thread.
final class ClipStore {
    private static final System.Logger LOG = System.getLogger(ClipStore.class.getName());
    private static final long MOST_BYTES = 2L << 30;

    private record Flight(CompletableFuture<Path> landing, List<LongConsumer> told) {}

    private final Path folder;
    private final Map<AssetId, Flight> flights = new ConcurrentHashMap<>();

    ClipStore(Path folder) { this.folder = folder; }

    /// @param received how many bytes are here
    CompletableFuture<Path> fetch(LessonFiles from, AssetId id, LongConsumer received) {
        var flight = flights.compute(id, (_, going) -> {
            if (going == null || going.landing.isDone()) return start(from, id, received);
            going.told.add(received);
            return going;
        });
        flight.landing.whenComplete((_, _) -> flights.remove(id, flight));
        return flight.landing.copy();
    }

    private Flight start(LessonFiles from, AssetId id, LongConsumer received) {
        var told = new CopyOnWriteArrayList<>(List.of(received));
        var landing = CompletableFuture.supplyAsync(() -> place(id), Thread::startVirtualThread)
                .thenCompose(place -> from.download(id, place, bytes -> told.forEach(one -> one.accept(bytes))))
                .thenApply(ClipStore::used);
        return new Flight(landing, told);
    }

    private Path place(AssetId id) {
        try {
            Files.createDirectories(folder);
            makeRoom();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder.resolve(id.value());
    }

    /// Where a system doesn't let go of a file that is played, it stays until the next time.
    private void makeRoom() throws IOException {
        long bytes = 0;
        record Kept(Path file, long bytes, FileTime used) {}
        var kept = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files)
                kept.add(new Kept(file, Files.size(file), Files.getLastModifiedTime(file)));
        }
        kept.sort(Comparator.comparing(Kept::used).reversed());
        for (var one : kept) {
            bytes += one.bytes;
            boolean coming = flights.keySet().stream()
                    .anyMatch(id -> one.file.getFileName().toString().startsWith(id.value()));
            if (bytes <= MOST_BYTES || coming) continue;
            try {
                Files.delete(one.file);
            } catch (IOException e) {
                LOG.log(Level.INFO, "An old clip stays: {0}", e.toString());
            }
        }
    }

    private static Path used(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0}: {1}", file, e.toString());
        }
        return file;
    }
}
