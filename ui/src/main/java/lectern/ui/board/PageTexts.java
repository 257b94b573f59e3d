package lectern.ui.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.util.Subscription;
import lectern.protocol.board.Ground;
import lectern.protocol.material.PageText;
import lectern.ui.model.BoardFiles;
import org.jspecify.annotations.Nullable;

/// The words of documents' pages, fetched when they are first needed. JavaFX thread; lives as long as the program.
final class PageTexts {
    private static final int KEPT = 60;
    private static final long AGAIN_MS = 3_000;

    private final BoardFiles files;
    private final Executor fx;
    private final Map<Ground.Document, PageText> texts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Ground.Document, PageText> eldest) { return size() > KEPT; }
    };
    private final Set<Ground.Document> asked = new HashSet<>();
    private final Map<Ground.Document, Long> failedMs = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    PageTexts(BoardFiles files, Executor fx) {
        this.files = files;
        this.fx = fx;
    }

    /// Null while they are on their way; asks for them at the first call, and after a failure some time later.
    @Nullable
    PageText of(Ground.Document ground) {
        var text = texts.get(ground);
        if (text != null || asked.contains(ground)) return text;
        var failed = failedMs.get(ground);
        if (failed != null && nowMs() - failed < AGAIN_MS) return null;
        asked.add(ground);
        files.text(ground.document(), ground.number())
                .whenComplete((came, _) -> fx.execute(() -> ended(ground, came)));
        return texts.get(ground);
    }

    boolean hasFailed(Ground.Document ground) { return failedMs.containsKey(ground); }

    /// Called when words came, or didn't.
    /// @return how to take it off again
    Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void ended(Ground.Document ground, @Nullable PageText came) {
        asked.remove(ground);
        if (came == null) failedMs.put(ground, nowMs());
        else {
            failedMs.remove(ground);
            texts.put(ground, came);
        }
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private static long nowMs() { return System.nanoTime() / 1_000_000; }
}
