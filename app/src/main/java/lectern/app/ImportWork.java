package lectern.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import lectern.materials.Converter;
import lectern.materials.Image;
import lectern.materials.Outcome;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.PageId;
import lectern.protocol.material.DocumentReport;
import lectern.protocol.material.Outline;
import lectern.protocol.material.Uploaded;
import lectern.resources.Phrase;
import lectern.resources.Words;
import lectern.signaling.LessonFiles;
import lectern.ui.board.ClipProbe;
import lectern.ui.model.Notices;
import lectern.ui.model.Prepared;
import lectern.ui.model.Toast;
import org.jspecify.annotations.Nullable;

/// One import: file after file to the server and onto the board. On a worker, but for [#cancel]. A file that is cancelled or fails
/// leaves no page behind.
final class ImportWork {
    private static final System.Logger LOG = System.getLogger(ImportWork.class.getName());
    private static final int LONGEST = 1600;
    private static final double SHORTEST = 100;
    private static final int FILM_WIDTH = 1280, FILM_HEIGHT = 720;

    /// What it tells while it works. Any thread.
    interface Listener {
        void tell(Toast toast);

        /// @param fraction -1 while nobody knows
        void step(Phrase step, double fraction);

        void opened(AssetId document, Outline outline);
    }

    private final ClassFiles files;
    private final Supplier<Converter> converter;
    private final BoardPages board;
    private final Supplier<Words> words;
    private final Listener listener;
    private final @Nullable PageId before;
    private @Nullable PageId after;
    private boolean turned;
    private int room;
    private final Waiting waiting = new Waiting();

    /// @param behind the page that they come behind
    /// @param room   how many pages the board still takes
    ImportWork(ClassFiles files, Supplier<Converter> converter, BoardPages board, Supplier<Words> words,
            Listener listener, @Nullable PageId behind, int room) {
        this.files = files;
        this.converter = converter;
        this.board = board;
        this.words = words;
        this.listener = listener;
        this.room = room;
        before = behind;
        after = behind;
    }

    /// @return the pages that came, in their order
    List<PageId> run(List<Prepared> chosen) {
        var all = new ArrayList<PageId>();
        for (Prepared one : chosen) {
            String name = one.file().getFileName().toString();
            var added = new ArrayList<PageId>();
            PageId from = after;
            boolean isWhole = false;
            try {
                read(one, name, added);
                isWhole = true;
                all.addAll(added);
            } catch (CancellationException e) {
                return all;
            } catch (RefusedException e) {
                tell(name, e.why);
            } catch (NoSuchFileException | AccessDeniedException e) {
                tell(name, Notices.FILE_GONE);
            } catch (CompletionException e) {
                LOG.log(Level.INFO, "{0} can''t be brought to the class: {1}", name, e.getCause());
                tell(name, ClassFiles.phrase(e));
            } catch (IOException | RuntimeException e) {
                LOG.log(Level.WARNING, "The import of " + name + " failed.", e);
                tell(name, ClassFiles.phrase(e));
            } finally {
                if (!isWhole && !added.isEmpty()) {
                    board.remove(added, before);
                    after = from;
                }
            }
        }
        return all;
    }

    void cancel() { waiting.cancel(); }

    private void read(Prepared one, String name, List<PageId> added) throws IOException, RefusedException {
        waiting.check();
        Path file = one.file();
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) throw new RefusedException(Notices.FILE_GONE);
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(ImportKind.HEAD_BYTES);
        }
        ImportKind kind = ImportKind.of(name, head);
        long bytes = Files.size(file);
        if (bytes == 0) throw new RefusedException(Notices.FILE_EMPTY);
        if (bytes > kind.maxBytes) throw new RefusedException(Notices.FILE_TOO_LARGE);
        switch (kind) {
            case PICTURE -> picture(one, name, added);
            case DOCUMENT -> document(one, name, added);
            case FILM, SOUND -> clip(one, kind, bytes, added);
        }
    }

    private void picture(Prepared one, String name, List<PageId> added) throws RefusedException {
        Image picture = switch (waiting.on(converter.get().picture(one.file()))) {
            case Outcome.Done<Image>(var image) -> image;
            case Outcome.Refused<Image>(var why) -> throw new RefusedException(MaterialWords.of(why));
        };
        AssetId asset = waiting.on(server().put(picture.bytes()));
        double scale = (double) LONGEST / Math.max(picture.width(), picture.height());
        add(List.of(new NewPage(DocumentPages.cut(DocumentPages.base(name), 0), new Ground.Picture(asset),
                Math.max(10, picture.width() * scale), Math.max(10, picture.height() * scale),
                one.use(0) == Prepared.Use.HIDDEN)), added);
    }

    private void clip(Prepared one, ImportKind kind, long bytes, List<PageId> added)
            throws IOException, RefusedException {
        var found = ClipProbe.of(one.file());
        boolean hasPicture = found.map(ClipProbe.Found::picture).orElse(kind == ImportKind.FILM);
        double width = found.map(ClipProbe.Found::width).filter(it -> it > 0).orElse(FILM_WIDTH);
        double height = found.map(ClipProbe.Found::height).filter(it -> it > 0).orElse(FILM_HEIGHT);
        double scale = Math.max(1, SHORTEST / Math.min(width, height));
        AssetId asset = upload(one.file(), bytes).asset();
        add(List.of(new NewPage(DocumentPages.cut(DocumentPages.base(one.file().getFileName().toString()), 0),
                new Ground.Clip(asset, hasPicture), Math.min(width * scale, DocumentPages.LONGEST),
                Math.min(height * scale, DocumentPages.LONGEST), one.use(0) == Prepared.Use.HIDDEN)), added);
    }

    private void document(Prepared one, String name, List<PageId> added) throws IOException, RefusedException {
        long startNs = System.nanoTime();
        Path file = one.file();
        AssetId asset = upload(file, Files.size(file)).asset();
        listener.step(Notices.OPENING, -1);
        DocumentReport report = waiting.on(server().outline(asset, reading -> {
            if (reading.all() > 0)
                listener.step(Notices.pagesDone(reading.done(), reading.all()),
                        (double) reading.done() / reading.all());
        }));
        Outline outline = switch (report) {
            case DocumentReport.Ready(var opened) -> opened;
            case DocumentReport.Refused(var why, var said) -> {
                LOG.log(Level.INFO, "{0} is refused: {1}", name, said);
                throw new RefusedException(MaterialWords.of(why));
            }
            case DocumentReport.Reading _ -> throw new IOException("the server stopped in the middle of its report");
        };
        if (outline.pages().isEmpty()) throw new RefusedException(Notices.FILE_EMPTY);
        if (outline.pages().size() > BoardLimits.DOCUMENT_PAGES) throw new RefusedException(Notices.FILE_TOO_LONG);
        listener.opened(asset, outline);
        add(DocumentPages.of(one, asset, outline, words.get()), added);
        LOG.log(Level.INFO, "{0}: {1} pages on the board after {2} ms.", name, added.size(),
                (System.nanoTime() - startNs) / 1_000_000);
        notice(name, outline);
    }

    private void notice(String name, Outline outline) {
        Words now = words.get();
        if (!outline.missingFonts().isEmpty())
            listener.tell(Notices.fontsMissing(name, DocumentPages.some(outline.missingFonts(), now)));
        String incomplete = DocumentPages.incomplete(outline, now);
        if (!incomplete.isEmpty()) listener.tell(Notices.pagesIncomplete(name, incomplete));
    }

    private Uploaded upload(Path file, long bytes) {
        double all = bytes / 1e6;
        return waiting.on(
                server().upload(file, sent -> listener.step(Notices.sent(sent / 1e6, all), (double) sent / bytes)));
    }

    /// Turns the class to the first that it may see, as soon as it is there.
    private void add(List<NewPage> pages, List<PageId> added) throws RefusedException {
        if (pages.isEmpty()) throw new RefusedException(Notices.FILE_EMPTY);
        if (pages.size() > room) throw new RefusedException(Notices.BOARD_FULL);
        for (List<NewPage> batch : DocumentPages.batches(pages)) {
            int there = added.size();
            List<PageId> now = waiting.on(board.add(after, batch, come -> listener
                    .step(Notices.pagesDone(there + come, pages.size()), (double) (there + come) / pages.size())));
            added.addAll(now);
            room -= now.size();
            after = now.getLast();
            for (int i = 0; i < batch.size() && !turned; i++) if (!batch.get(i).hidden()) {
                board.turnTo(now.get(i));
                turned = true;
            }
        }
    }

    private LessonFiles server() {
        LessonFiles now = files.now();
        if (now == null) throw new CancellationException(); // the class was left
        return now;
    }

    private void tell(String name, Phrase why) { listener.tell(Notices.importFailed(name, words.get().text(why))); }

    /// Ends the import of one file.
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        final transient Phrase why;

        RefusedException(Phrase why) { this.why = why; }
    }
}
