package lectern.app;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.material.DocumentReport;
import lectern.signaling.LessonFiles;
import lectern.ui.model.ClassModel;
import org.jspecify.annotations.Nullable;

/// Fetches what the class's documents have in them, speaker's notes with it, when one of their pages is first looked at by
/// somebody who moderates. JavaFX thread.
final class OutlineDesk {
    private static final System.Logger LOG = System.getLogger(OutlineDesk.class.getName());

    private final ClassModel model;
    private final ClassFiles files;
    private final Executor fx;
    private final Set<AssetId> asked = new HashSet<>();
    private @Nullable LessonFiles of;

    OutlineDesk(ClassModel model, ClassFiles files, Executor fx) {
        this.model = model;
        this.files = files;
        this.fx = fx;
        model.board.viewed.subscribe(this::look);
    }

    private void look(@Nullable Page page) {
        var server = files.now();
        if (page == null || server == null || !model.board.moderates()
                || !(page.ground() instanceof Ground.Document(var document, int _)))
            return;
        if (server != of) asked.clear();
        of = server;
        if (model.materials.outlines.containsKey(document) || !asked.add(document)) return;
        server.outline(document, _ -> {}).whenCompleteAsync((report, failure) -> {
            if (server != files.now()) return;
            if (report instanceof DocumentReport.Ready(var outline)) model.materials.outlines.put(document, outline);
            else {
                LOG.log(Level.INFO, "No outline of {0}: {1}", document, failure == null ? report : failure.toString());
                if (failure != null) asked.remove(document); // the next look asks again
            }
        }, fx);
    }
}
