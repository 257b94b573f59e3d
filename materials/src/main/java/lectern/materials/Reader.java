package lectern.materials;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import lectern.materials.Frames.Frame;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/// Reads the files of one child. The last document stays open, since its pages are asked for one after the other.
final class Reader {
    private static final byte[] NOTHING = {};

    private final Limits limits;
    private final Path folder;
    private final long diskBytes;
    private final Consumer<Progress> onProgress;
    private @Nullable PageFile last;
    private Stamp lastStamp = new Stamp("", 0, 0);

    /// A file that was written anew is another file.
    private record Stamp(String file, long bytes, long modifiedMs) {}

    /// @param onProgress is told how far a long request has come
    Reader(Limits limits, Path folder, long diskBytes, Consumer<Progress> onProgress) {
        this.limits = limits;
        this.folder = folder;
        this.diskBytes = diskBytes;
        this.onProgress = onProgress;
    }

    Frame<Answer> read(Request request) throws IOException, RefusedException {
        File file = new File(request.file());
        if (!(request instanceof Request.Stamp)) check(file);
        return switch (request) {
            case Request.Open _ -> new Frame<>(pages(file).document(), NOTHING);
            case Request.PagePicture(_, var page, var scale) -> frame(pages(file).picture(page, scale));
            case Request.PageTile tile -> frame(pages(file).tile(tile));
            case Request.TextOf(_, var page) -> new Frame<>(pages(file).text(page), NOTHING);
            case Request.LinksOf(_, var page) -> new Frame<>(pages(file).links(page), NOTHING);
            case Request.KindOf _ -> new Frame<>(new Answer.Kind(kind(file)), NOTHING);
            case Request.MakeDeck(_, var pdf) -> new Frame<>(decks().make(file, new File(pdf)), NOTHING);
            case Request.MergeDeck merge -> new Frame<>(decks().merge(merge), NOTHING);
            case Request.Picture _ -> frame(PictureFile.read(file, limits));
            case Request.Stamp stamp -> {
                Stamper.stamp(stamp, limits, folder, diskBytes, onProgress);
                yield new Frame<>(new Answer.Written(), NOTHING);
            }
        };
    }

    static void check(File file) throws RefusedException {
        if (!file.isFile() || !file.canRead()) throw new RefusedException(Refusal.NOT_THERE, "no such file");
        if (file.length() == 0) throw new RefusedException(Refusal.EMPTY, "no bytes");
    }

    /// Loads what the first page of the first lesson would wait for: the renderer's classes and the list of the machine's fonts.
    ///
    /// @param pages that it is practised on, each with so many lines
    void warmUp(int pages) throws IOException {
        Path file = folder.resolve("warm.pdf");
        try (var document = new PDDocument()) {
            for (int number = 0; number < pages; number++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 740);
                    content.setLeading(14);
                    for (int line = 0; line < pages; line++) {
                        content.showText("The quick brown fox jumps over the lazy dog.");
                        content.newLine();
                    }
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        try {
            var pdf = PdfFile.open(file.toFile(), limits, folder, diskBytes);
            pdf.document();
            pdf.picture(0, 1);
            pdf.text(0);
            pdf.links(0);
            pdf.close();
            Pictures.encode(new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB), true, limits);
        } catch (RefusedException e) {
            throw new IOException(e);
        } finally {
            Files.delete(file);
        }
    }

    private PageFile pages(File file) throws IOException, RefusedException {
        var stamp = new Stamp(file.getPath(), file.length(), file.lastModified());
        if (last != null && stamp.equals(lastStamp)) return last;
        if (last != null) last.close();
        last = null;
        var opened = PageFile.open(file, limits, folder, diskBytes);
        last = opened;
        lastStamp = stamp;
        return opened;
    }

    private Decks decks() { return new Decks(limits, folder, diskBytes, onProgress); }

    private static FileKind kind(File file) throws IOException, RefusedException {
        FileKind kind = FileKind.of(file);
        if (kind.isZip()) ZipLimits.check(file);
        return kind;
    }

    private static Frame<Answer> frame(Image image) {
        return new Frame<>(new Answer.Pixels(image.width(), image.height()), image.bytes());
    }
}
