package lectern.app;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import lectern.protocol.board.AssetId;
import lectern.signaling.LessonFiles;
import org.jspecify.annotations.Nullable;

/// The files of the documents on the board, fetched to be written on: PDFs as they are, decks as the PDFs that the server made of them.
/// Waits for them: on a worker. Nothing of them is read in this process.
final class Originals {
    private static final System.Logger LOG = System.getLogger(Originals.class.getName());

    private final LessonFiles server;
    private final Path folder;
    private final Waiting waiting;
    private final Map<AssetId, @Nullable Path> known = new HashMap<>();

    /// @param folder for as long as they are needed; whoever gives it empties it
    Originals(LessonFiles server, Path folder, Waiting waiting) {
        this.server = server;
        this.folder = folder;
        this.waiting = waiting;
    }

    /// Null where there is no PDF of it: then its pictures have to do.
    @Nullable
    Path pdf(AssetId document) {
        if (!known.containsKey(document)) known.put(document, fetched(document));
        return known.get(document);
    }

    private @Nullable Path fetched(AssetId document) {
        try {
            return waiting.on(server.pdf(document, folder.resolve(document.value() + ".pdf"), _ -> {}));
        } catch (CompletionException e) {
            LOG.log(Level.INFO, "A document goes into the export as pictures: {0}", e.getMessage());
            return null;
        }
    }
}
