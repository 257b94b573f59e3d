package lectern.signaling;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import lectern.protocol.BoardLimits;
import lectern.protocol.board.AssetId;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// A file on its way from the server: what has come stays in a draft beside the target, and is where it goes on after a broken line
/// or another start. The target appears when the file is whole and its own.
final class Download {
    private static final int BUFFER_BYTES = 64 << 10;
    private static final int WRONG_AT_MOST = 2;

    private final FileLine line;
    private final Errand errand;
    private final String path;
    /// Whose bytes have to come; null where the server alone knows them.
    private final @Nullable AssetId asset;
    private final Path target;
    private final Path draft;
    private final LongConsumer received;

    /// Of what the draft is a part.
    private @Nullable String version;

    private Download(FileLine line, Errand errand, String path, @Nullable AssetId asset, Path target,
            LongConsumer received) {
        this.line = line;
        this.errand = errand;
        this.path = path;
        this.asset = asset;
        this.target = target;
        this.received = received;
        draft = target.resolveSibling(target.getFileName() + ".part");
    }

    static Path run(FileLine line, Errand errand, AssetId asset, Path target, LongConsumer received)
            throws IOException {
        if (Files.isRegularFile(target) && Hashes.of(target).equals(asset)) return target;
        return new Download(line, errand, "/asset/" + asset.value(), asset, target, received).run();
    }

    static Path pdf(FileLine line, Errand errand, AssetId document, Path target, LongConsumer received)
            throws IOException {
        var download = new Download(line, errand, "/document/" + document.value() + "/pdf", null, target, received);
        Files.deleteIfExists(download.draft);
        return download.run();
    }

    private Path run() throws IOException {
        int wrong = 0;
        while (true) {
            boolean isWhole;
            try {
                isWhole = take();
            } catch (FullException e) {
                throw e.why;
            } catch (IOException e) {
                errand.pause(e);
                continue;
            }
            if (!isWhole) continue;
            if (asset == null || Hashes.of(draft).equals(asset)) {
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
                return target;
            }
            Files.delete(draft);
            if (++wrong >= WRONG_AT_MOST) throw new IOException("another file came than was asked for");
        }
    }

    /// @return whether the draft is as long as the file now
    private boolean take() throws IOException {
        long have = Files.exists(draft) ? Files.size(draft) : 0;
        Request.Builder request = line.to(path);
        if (have > 0 && (asset != null || version != null)) request.header("Range", "bytes=" + have + "-");
        if (asset == null && version != null) request.header("If-Range", version);
        try (Response response = errand.send(request)) {
            if (response.code() == 416) {
                boolean isAll = ("bytes */" + have).equals(response.header("Content-Range"));
                if (!isAll) Files.delete(draft);
                return isAll;
            }
            FileLine.accepted(response);
            boolean goesOn = response.code() == 206
                    && String.valueOf(response.header("Content-Range")).startsWith("bytes " + have + "-");
            if (have > 0 && !goesOn) {
                if (response.code() == 206) throw new IOException("another part came than was asked for");
                have = 0;
            }
            version = response.header("ETag");
            copy(response, have);
            return true;
        }
    }

    private void copy(Response response, long from) throws IOException {
        long at = from;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (OutputStream out = from > 0
                ? Files.newOutputStream(draft, StandardOpenOption.APPEND)
                : Files.newOutputStream(draft)) {
            var in = response.body().byteStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                errand.check();
                write(out, buffer, count);
                at += count;
                if (at > BoardLimits.CLIP_BYTES)
                    throw new FullException(new IOException("more came than a file may have"));
                errand.progressed();
                received.accept(at);
            }
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count) throws FullException {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw new FullException(e);
        }
    }

    /// The trouble is here, and no other try of the line helps.
    private static final class FullException extends IOException {
        private static final long serialVersionUID = 1;
        final IOException why;

        FullException(IOException why) {
            super(why);
            this.why = why;
        }
    }
}
