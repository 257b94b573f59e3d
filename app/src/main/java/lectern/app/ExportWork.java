package lectern.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lectern.materials.Converter;
import lectern.materials.Outcome;
import lectern.materials.Refusal;
import lectern.materials.StampPage;
import lectern.print.Pdf;
import lectern.print.Pictures;
import lectern.print.Png;
import lectern.print.PrintedPage;
import lectern.print.Svg;
import lectern.protocol.board.Ground;
import lectern.resources.Phrase;
import lectern.signaling.LessonFiles;
import lectern.ui.model.ExportFormat;
import lectern.ui.model.Notices;
import org.jspecify.annotations.Nullable;

/// One export. On a worker, but for [#cancel].
final class ExportWork {
    /// Any thread.
    interface Listener {
        /// @param fraction -1 while nobody knows
        void step(Phrase step, double fraction);
    }

    private final ClassFiles files;
    private final Supplier<Converter> converter;
    private final boolean mayHaveOriginals;
    private final Listener listener;
    private final Waiting waiting = new Waiting();

    /// @param converter starts one that is closed here: nobody who wants a page waits for the export, which may take long
    ExportWork(ClassFiles files, Supplier<Converter> converter, boolean mayHaveOriginals, Listener listener) {
        this.files = files;
        this.converter = converter;
        this.mayHaveOriginals = mayHaveOriginals;
        this.listener = listener;
    }

    void cancel() { waiting.cancel(); }

    void write(ExportFormat format, List<PrintedPage> pages, Path target) throws IOException {
        var pictures = new PagePictures(files, pages);
        if (format == ExportFormat.PDF && mayHaveOriginals && pages.stream().anyMatch(ExportWork::isOfDocument)) {
            stamped(pages, pictures, target);
            return;
        }
        if (format.holdsManyPages() || pages.size() == 1) {
            whole(target, out -> write(format, pages, pictures, out));
            return;
        }
        Files.createDirectories(target);
        for (int i = 0; i < pages.size(); i++) {
            progress(i, pages.size());
            var page = List.of(pages.get(i));
            whole(target.resolve(name(i, pages.get(i), format)), out -> write(format, page, pictures, out));
        }
    }

    private void write(ExportFormat format, List<PrintedPage> pages, Pictures pictures, OutputStream out)
            throws IOException {
        switch (format) {
            case PDF -> Pdf.write(pages, pictures, out, page -> {
                progress(page, pages.size());
                return true;
            });
            case PNG -> Png.write(pages.getFirst(), pictures, out);
            case SVG -> out.write(Svg.of(pages.getFirst(), pictures).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean isOfDocument(PrintedPage page) { return page.page().ground() instanceof Ground.Document; }

    /// Ink and whatever else is ours goes into a PDF of its own, which the reading process lays over the documents' pages.
    private void stamped(List<PrintedPage> pages, Pictures pictures, Path target) throws IOException {
        LessonFiles server = files.now();
        if (server == null) throw new IOException("the class was left");
        Path folder = Files.createTempDirectory("lectern-export");
        try (Converter stamper = converter.get()) {
            listener.step(Notices.OPENING, -1);
            var originals = new Originals(server, folder, waiting);
            Path ours = folder.resolve("ours.pdf");
            var written = new ArrayList<PrintedPage>();
            var stamps = new ArrayList<StampPage>();
            for (PrintedPage page : pages) {
                waiting.check();
                Path original = page.page().ground() instanceof Ground.Document(var document, int _)
                        ? originals.pdf(document)
                        : null;
                stamps.add(stamp(page, original, ours, written.size()));
                written.add(original == null ? page : page.over());
            }
            whole(ours, out -> write(ExportFormat.PDF, written, pictures, out));
            var stamping = stamper.stamp(stamps, target,
                    done -> listener.step(Notices.pagesDone(done.done(), done.all()),
                            (double) done.done() / Math.max(1, done.all())));
            if (waiting.on(stamping) instanceof Outcome.Refused<Path>(var why)) throw new RefusedException(why);
        } finally {
            delete(folder);
        }
    }

    private static StampPage stamp(PrintedPage page, @Nullable Path original, Path ours, int number) {
        if (original == null || !(page.page().ground() instanceof Ground.Document ground))
            return StampPage.alone(ours, number);
        return StampPage.over(original, ground.number(), page.shapes().isEmpty() ? null : ours, number);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }

    /// The reading process didn't write it.
    static final class RefusedException extends IOException {
        private static final long serialVersionUID = 1;

        final Refusal why;

        RefusedException(Refusal why) {
            super(why.words());
            this.why = why;
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private void whole(Path target, Writing writing) throws IOException {
        Path draft = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try (var out = new BufferedOutputStream(Files.newOutputStream(draft))) {
                writing.to(out);
            }
            waiting.check();
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private void progress(int done, int all) {
        waiting.check();
        listener.step(Notices.pagesDone(done, all), (double) done / all);
    }

    private static String name(int number, PrintedPage page, ExportFormat format) {
        String title = page.page().title().replaceAll("[^\\p{L}\\p{N} _-]", "").strip();
        return String.format("%03d%s.%s", number + 1, title.isEmpty() ? "" : " " + title, format.ending());
    }
}
