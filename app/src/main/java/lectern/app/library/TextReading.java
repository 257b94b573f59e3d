package lectern.app.library;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import lectern.ui.model.Material;
import lectern.ui.model.TextHit;

/// Reads the texts of the library's files on a thread of its own, one by one, while it may, and finds what is in those that
/// were read. Any thread may call.
final class TextReading implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TextReading.class.getName());
    private static final long MAX_CHARS = 48 << 20;
    private static final int FILE_CHARS = 2 << 20;
    private static final int FILES = 2_000;
    private static final long PAUSE_MS = 500;
    private static final String PAGE_END = "\f";

    private final MaterialReader reader;
    private final PreviewCache cache;
    private final BooleanSupplier mayRead;
    private final Runnable onProgress;
    private final Thread thread = Thread.ofPlatform().daemon().name("library-texts").unstarted(this::run);
    private final Object lock = new Object();
    /// Under the lock.
    private final TextIndex index = new TextIndex(MAX_CHARS);
    private List<Material> wanted = List.of();
    private int next;
    private boolean begun;

    /// @param cache      this thread's alone
    /// @param mayRead    asked before each file
    /// @param onProgress told on this thread when another text is known
    TextReading(MaterialReader reader, PreviewCache cache, BooleanSupplier mayRead, Runnable onProgress) {
        this.reader = reader;
        this.cache = cache;
        this.mayRead = mayRead;
        this.onProgress = onProgress;
    }

    /// What there is now. Those that are known already and haven't changed stay known.
    void want(Collection<Material> files) {
        var texts = files.stream().filter(it -> it.kind().hasPages() && it.bytes() <= MaterialReader.most(it.kind()))
                .limit(FILES).toList();
        synchronized (lock) {
            index.keep(texts);
            wanted = texts;
            next = 0;
            if (!begun && !texts.isEmpty()) {
                begun = true;
                thread.start();
            }
            lock.notifyAll();
        }
    }

    List<TextHit> find(String query, int most) {
        synchronized (lock) {
            return index.find(query, most);
        }
    }

    int known() {
        synchronized (lock) {
            return next;
        }
    }

    int all() {
        synchronized (lock) {
            return wanted.size();
        }
    }

    @Override
    public void close() { thread.interrupt(); }

    private void run() {
        try {
            while (true) {
                Material one = nextOne();
                var texts = texts(one);
                synchronized (lock) {
                    if (next < wanted.size() && wanted.get(next).equals(one)) {
                        index.put(one, texts);
                        next++;
                    }
                }
                onProgress.run();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private Material nextOne() throws InterruptedException {
        while (true) {
            synchronized (lock) {
                boolean moved = false;
                while (next < wanted.size() && (index.has(wanted.get(next)) || index.isFull())) {
                    next++;
                    moved = true;
                }
                if (moved) onProgress.run();
                if (next >= wanted.size()) lock.wait();
                else if (!mayRead.getAsBoolean()) lock.wait(PAUSE_MS);
                else return wanted.get(next);
            }
        }
    }

    /// None where they can't be had: it is tried again the next time the program runs.
    private List<String> texts(Material one) throws InterruptedException {
        String name = PreviewCache.key(one) + ".text";
        var kept = cache.get(name);
        if (kept.isPresent()) return List.of(new String(kept.get(), StandardCharsets.UTF_8).split(PAGE_END, -1));
        try {
            var texts = reader.texts(one, FILE_CHARS);
            texts.ifPresent(it -> cache.put(name, String.join(PAGE_END, it).getBytes(StandardCharsets.UTF_8)));
            return texts.orElse(List.of());
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "A text can't be read.", bug);
            return List.of();
        }
    }
}
