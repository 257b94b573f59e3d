package lectern.signaling;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import lectern.protocol.BoardLimits;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.board.AssetId;
import lectern.protocol.material.DocumentReport;
import lectern.protocol.material.Hit;
import lectern.protocol.material.PageText;
import lectern.protocol.material.Uploaded;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/// The files of a lesson at its server, over the key that the link pins. Any thread; what comes of a call comes on a thread
/// of its own, and cancelling it ends it. Everything fails with [FileRefusedException] or an [IOException].
public final class LessonFiles implements AutoCloseable {
    private static final MediaType BYTES = MediaType.get("application/octet-stream");
    /// Of a page: what the server makes is smaller.
    private static final int PICTURE_BYTES = 32 << 20;

    private final FileLine line;
    private final @Nullable FileCache cache;
    private final String server;

    public LessonFiles(Link link) { this(link, null); }

    /// @param cache for what never changes; not closed here
    public LessonFiles(Link link, @Nullable FileCache cache) {
        this.cache = cache;
        line = new FileLine(link);
        server = link.fingerprint();
    }

    /// Who we are to the server: the resume key of the newest `welcome`.
    public void key(String resume) { line.key(resume); }

    /// A picture that is on the board.
    public CompletableFuture<byte[]> get(AssetId asset) {
        return kept("asset/" + asset.value(), line.to("/asset/" + asset.value()), BoardLimits.ASSET_BYTES, bytes -> {
            if (!Hashes.of(bytes).equals(asset)) throw new IOException("another file came than was asked for");
        });
    }

    /// Puts a picture there, unless it is there already.
    public CompletableFuture<AssetId> put(byte[] file) {
        if (file.length > BoardLimits.ASSET_BYTES)
            return CompletableFuture.failedFuture(new FileRefusedException(413, ""));
        AssetId asset = Hashes.of(file);
        return line.insist(line.to("/asset/" + asset.value()).put(RequestBody.create(file, BYTES)), _ -> asset);
    }

    /// Puts a file of any kind there, piece by piece; goes on after a broken line, until ten minutes pass without progress.
    ///
    /// @param sent how many bytes have left; on another thread, may go back
    public CompletableFuture<Uploaded> upload(Path file, LongConsumer sent) {
        return Errand.start(line, "upload", errand -> Upload.run(line, errand, file, sent));
    }

    /// Fetches a file of any size; goes on after a broken line, and where an earlier call to the same place was cut off.
    ///
    /// @param into     a file, which appears when it is whole
    /// @param received how many bytes are here
    public CompletableFuture<Path> download(AssetId asset, Path into, LongConsumer received) {
        return Errand.start(line, "download", errand -> Download.run(line, errand, asset, into, received));
    }

    /// Fetches a PDF with a document's pages: its own file, or what the server made of the deck. Goes on after a broken line. For those
    /// who moderate; refused with 422 where there is none.
    ///
    /// @param into     a file, which appears when it is whole
    /// @param received how many bytes are here; goes back where it begins anew
    public CompletableFuture<Path> pdf(AssetId document, Path into, LongConsumer received) {
        return Errand.start(line, "pdf", errand -> Download.pdf(line, errand, document, into, received));
    }

    /// Has the server open a document. For those who moderate.
    ///
    /// @return [DocumentReport.Ready] or [DocumentReport.Refused]
    public CompletableFuture<DocumentReport> outline(AssetId document, Consumer<DocumentReport.Reading> progress) {
        return Errand.start(line, "outline", errand -> Opening.run(line, errand, document, progress));
    }

    /// The whole picture of a document's page, a PNG or JPEG.
    ///
    /// @param number from 0
    /// @param level  2^level pixels a page unit
    public CompletableFuture<byte[]> picture(AssetId document, int number, int level) {
        return picture(page(document, number) + "/" + level);
    }

    /// One tile of it.
    public CompletableFuture<byte[]> picture(AssetId document, int number, int level, int column, int row) {
        return picture(page(document, number) + "/" + level + "/" + column + "-" + row);
    }

    public CompletableFuture<PageText> text(AssetId document, int number) {
        return line.insist(line.to(page(document, number) + "/text"), response -> {
            byte[] json = FileLine.bytes(response.body(), Limits.SERVER_MESSAGE_BYTES);
            return Errand.understood(() -> Json.readPageText(new String(json, StandardCharsets.UTF_8)));
        });
    }

    /// The pages of the board that have it and that we may see.
    public CompletableFuture<List<Hit>> search(String query) {
        var url = line.url("/search").addQueryParameter("q", query).build();
        return line.ask(new Request.Builder().url(url), response -> {
            byte[] json = FileLine.bytes(response.body(), Limits.SERVER_MESSAGE_BYTES);
            return Errand.understood(() -> Json.readHits(new String(json, StandardCharsets.UTF_8)));
        });
    }

    /// Nothing tells whether a page's picture is right, so one server's isn't shown for another's.
    private CompletableFuture<byte[]> picture(String path) {
        return kept(server + path, line.to(path), PICTURE_BYTES, _ -> {});
    }

    private static String page(AssetId document, int number) { return "/document/" + document.value() + "/" + number; }

    private interface Check {
        void pass(byte[] bytes) throws IOException;
    }

    private CompletableFuture<byte[]> kept(String name, Request.Builder request, int atMost, Check check) {
        FileCache kept = cache;
        FileLine.Reader<byte[]> reader = response -> {
            byte[] bytes = FileLine.bytes(response.body(), atMost);
            check.pass(bytes);
            if (kept != null) kept.put(name, bytes);
            return bytes;
        };
        if (kept == null) return line.insist(request, reader);
        var result = new CompletableFuture<byte[]>();
        kept.get(name).thenAccept(bytes -> {
            if (bytes != null) result.complete(bytes);
            if (result.isDone()) return;
            var asked = line.insist(request, reader);
            result.whenComplete((_, _) -> {
                if (result.isCancelled()) asked.cancel(false);
            });
            asked.whenComplete((fetched, failure) -> {
                if (failure == null) result.complete(fetched);
                else result.completeExceptionally(failure);
            });
        });
        return result;
    }

    @Override
    public void close() { line.close(); }
}
