package lectern.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import lectern.materials.Converter;
import lectern.materials.Deck;
import lectern.materials.Outcome;
import lectern.protocol.board.AssetId;
import lectern.signaling.LessonFiles;
import org.jspecify.annotations.Nullable;

/// The files of the documents on the board, fetched to be written on: PDFs as they are, decks as the PDFs that are made of them. Waits
/// for them: on a worker. Nothing of them is read in this process.
final class Originals {
    private static final System.Logger LOG = System.getLogger(Originals.class.getName());

    private final LessonFiles server;
    private final Supplier<Converter> converter;
    private final Path folder;
    private final Waiting waiting;
    private final Map<AssetId, @Nullable Path> known = new HashMap<>();

    /// @param folder for as long as they are needed; whoever gives it empties it
    Originals(LessonFiles server, Supplier<Converter> converter, Path folder, Waiting waiting) {
        this.server = server;
        this.converter = converter;
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
            Path file = waiting.on(server.download(document, folder.resolve(document.value()), _ -> {}));
            return isPdf(file) ? file : prepared(file);
        } catch (IOException | CompletionException e) {
            LOG.log(Level.WARNING, "A document can't be had for the export.", e);
            return null;
        }
    }

    /// As readers know it: the mark may stand a little behind the beginning.
    private static boolean isPdf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    private @Nullable Path prepared(Path file) {
        Path pdf = folder.resolve(file.getFileName() + ".pdf");
        return switch (waiting.on(converter.get().prepare(file, pdf, _ -> {}))) {
            case Outcome.Done<Deck> _ -> pdf;
            case Outcome.Refused<Deck>(var why) -> {
                LOG.log(Level.INFO, "A document goes into the export as pictures: {0}", why);
                yield null;
            }
        };
    }
}
