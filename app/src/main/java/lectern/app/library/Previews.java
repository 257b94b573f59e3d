package lectern.app.library;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lectern.resources.Phrase;
import lectern.ui.model.Material;
import lectern.ui.model.MaterialKind;
import lectern.ui.model.Preview;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Looks into files once and remembers what was there, on disk, too. One thread answers what is known, another one looks;
/// wishes that were taken back meanwhile are passed over. Any thread may ask and is answered on another one.
final class Previews implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Previews.class.getName());
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int REMEMBERED = 400;

    private final MaterialReader reader;
    private final PreviewCache cache;
    private final ExecutorService known = thread("library-known");
    private final ExecutorService looking = thread("library-looking");
    /// The first thread's.
    private final Map<String, Preview> remembered = new LinkedHashMap<>(16, 0.75f, true);

    private record Kept(int pages, @Nullable Phrase problem, @Nullable Phrase note) {}

    Previews(MaterialReader reader, PreviewCache cache) {
        this.reader = reader;
        this.cache = cache;
    }

    CompletableFuture<Preview> of(Path file) {
        var reply = new CompletableFuture<Preview>();
        known.execute(() -> {
            if (reply.isDone()) return;
            var material = material(file);
            if (material.isEmpty()) {
                reply.complete(Preview.MISSING);
                return;
            }
            var there = recall(material.get());
            if (there != null) reply.complete(there);
            else looking.execute(() -> look(material.get(), reply));
        });
        return reply;
    }

    CompletableFuture<byte[]> page(Path file, int page) {
        var reply = new CompletableFuture<byte[]>();
        looking.execute(() -> {
            if (reply.isDone()) return;
            try {
                var material = material(file);
                reply.complete(material.isEmpty() ? new byte[0] : reader.page(material.get(), page));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                reply.complete(new byte[0]);
            } catch (RuntimeException bug) {
                LOG.log(Level.ERROR, "A page can't be shown.", bug);
                reply.complete(new byte[0]);
            }
        });
        return reply;
    }

    /// As the file is now; nothing where it isn't there or is none that a class can be shown.
    static Optional<Material> material(Path file) {
        try {
            var is = Files.readAttributes(file, BasicFileAttributes.class);
            if (!is.isRegularFile()) return Optional.empty();
            return MaterialKind.of(file)
                    .map(kind -> new Material(file, kind, is.size(), is.lastModifiedTime().toInstant()));
        } catch (IOException | SecurityException gone) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        known.shutdownNow();
        looking.shutdownNow();
    }

    private void look(Material material, CompletableFuture<Preview> reply) {
        if (reply.isDone()) return;
        try {
            var found = reader.look(material);
            if (found.forGood()) known.execute(() -> remember(material, found.preview()));
            reply.complete(found.preview());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reply.complete(Preview.MISSING);
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "A file can't be looked into.", bug);
            reply.complete(new Preview(false, material.bytes(), material.changed(), 0, new byte[0],
                    Reasons.of(lectern.materials.Refusal.STOPPED), null));
        }
    }

    private @Nullable Preview recall(Material material) {
        String key = PreviewCache.key(material);
        var there = remembered.get(key);
        if (there != null) return there;
        var kept = cache.get(key + ".json").flatMap(Previews::kept);
        if (kept.isEmpty()) return null;
        byte[] picture = cache.get(key + ".image").orElse(new byte[0]);
        boolean lost = picture.length == 0 && kept.get().problem() == null && material.kind() != MaterialKind.CLIP;
        if (lost) return null; // it was swept away alone
        var preview = new Preview(false, material.bytes(), material.changed(), kept.get().pages(), picture,
                kept.get().problem(), kept.get().note());
        keep(key, preview);
        return preview;
    }

    private void remember(Material material, Preview preview) {
        String key = PreviewCache.key(material);
        keep(key, preview);
        if (preview.picture().length > 0) cache.put(key + ".image", preview.picture());
        cache.put(key + ".json",
                MAPPER.writeValueAsBytes(new Kept(preview.pages(), preview.problem(), preview.note())));
    }

    private void keep(String key, Preview preview) {
        remembered.put(key, preview);
        if (remembered.size() > REMEMBERED) remembered.remove(remembered.keySet().iterator().next());
    }

    private static Optional<Kept> kept(byte[] json) {
        try {
            return Optional.of(MAPPER.readValue(json, Kept.class));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
    }
}
