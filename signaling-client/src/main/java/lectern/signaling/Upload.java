package lectern.signaling;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import lectern.protocol.BoardLimits;
import lectern.protocol.Json;
import lectern.protocol.material.Uploaded;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/// A file on its way to the server, in pieces (in the words of draft-ietf-httpbis-resumable-upload). After a broken line the server is
/// asked how much it has, and that is where it goes on; where it has forgotten the upload it begins anew.
final class Upload {
    /// Large enough to fill a line, small enough to be held in memory.
    private static final int PIECE_BYTES = 2 << 20;
    /// What the file is shows at its beginning: one that isn't taken is refused before the rest is sent.
    private static final int FIRST_BYTES = 64 << 10;
    private static final int BEGUN_AT_MOST = 4;
    private static final int ANSWER_BYTES = 4096;
    private static final MediaType PARTIAL = MediaType.get("application/partial-upload");
    private static final RequestBody NOTHING = RequestBody.create(new byte[0]);
    private static final String OFFSET = "Upload-Offset";

    private final FileLine line;
    private final Errand errand;
    private final FileChannel file;
    private final long length;
    private final LongConsumer sent;
    private @Nullable String place;
    private long offset;
    private int begun;

    private Upload(FileLine line, Errand errand, FileChannel file, LongConsumer sent) throws IOException {
        this.line = line;
        this.errand = errand;
        this.file = file;
        this.sent = sent;
        length = file.size();
    }

    static Uploaded run(FileLine line, Errand errand, Path path, LongConsumer sent) throws IOException {
        try (var file = FileChannel.open(path)) {
            if (file.size() > BoardLimits.CLIP_BYTES) throw new FileRefusedException(413, "");
            return new Upload(line, errand, file, sent).run();
        }
    }

    private Uploaded run() throws IOException {
        try {
            boolean isSure = true;
            while (true) {
                byte[] piece = place == null || !isSure ? null : piece();
                try {
                    if (place == null) begin();
                    else if (piece == null) ask(place);
                    else {
                        Uploaded done = send(place, piece);
                        if (done != null) return done;
                    }
                    isSure = true;
                } catch (FileRefusedException e) {
                    if (place != null && (e.status() == 404 || e.status() == 410) && begun < BEGUN_AT_MOST)
                        place = null;
                    else {
                        errand.pause(e);
                        isSure = false;
                    }
                } catch (IOException e) {
                    errand.pause(e);
                    isSure = false;
                }
            }
        } finally {
            if (errand.isCancelled()) giveUp();
        }
    }

    private void begin() throws IOException {
        var request = line.to("/upload").header("Upload-Length", Long.toString(length)).post(NOTHING);
        try (Response response = FileLine.accepted(errand.send(request))) {
            String location = response.header("Location");
            HttpUrl at = location == null ? null : response.request().url().resolve(location);
            if (at == null) throw new IOException("the server gives no place for the upload");
            place = at.encodedPath();
            offset = 0;
            begun++;
        }
    }

    private void ask(String at) throws IOException {
        try (Response response = FileLine.accepted(errand.send(line.to(at).head()))) {
            moved(response);
        }
    }

    private @Nullable Uploaded send(String at, byte[] piece) throws IOException {
        long from = offset;
        var request = line.to(at).header(OFFSET, Long.toString(from))
                .patch(new Piece(piece, bytes -> sent.accept(from + bytes)));
        try (Response response = errand.send(request)) {
            if (response.code() == 409) { // somebody knows better where we are
                moved(response);
                return null;
            }
            if (FileLine.accepted(response).code() == 201) {
                String answer = new String(FileLine.bytes(response.body(), ANSWER_BYTES), StandardCharsets.UTF_8);
                sent.accept(length);
                return Errand.understood(() -> Json.readUploaded(answer));
            }
            moved(response);
            return null;
        }
    }

    private void moved(Response response) throws IOException {
        String header = response.header(OFFSET);
        long now = header == null ? -1 : Errand.understood(() -> Long.parseLong(header));
        if (now < 0 || now > length) throw new IOException("the server has an odd part of the file: " + header);
        if (now > offset) errand.progressed();
        else
            if (response.code() == 409 && now == offset)
                throw new IOException("the server doesn't take the next piece");
        offset = now;
        sent.accept(now);
    }

    private byte[] piece() throws IOException {
        var piece = ByteBuffer.allocate((int) Math.min(offset == 0 ? FIRST_BYTES : PIECE_BYTES, length - offset));
        while (piece.hasRemaining())
            if (file.read(piece, offset + piece.position()) < 0)
                throw new IOException("the file has become shorter while it was read");
        return piece.array();
    }

    /// So that it doesn't take room there any longer.
    private void giveUp() {
        String at = place;
        if (at != null) line.ask(line.to(at).delete(), _ -> true);
    }

    /// Says how much of it has left, while it does.
    private static final class Piece extends RequestBody {
        private static final int WRITE_BYTES = 64 << 10;
        private final byte[] bytes;
        private final LongConsumer written;

        Piece(byte[] bytes, LongConsumer written) {
            this.bytes = bytes;
            this.written = written;
        }

        @Override
        public MediaType contentType() { return PARTIAL; }

        @Override
        public long contentLength() { return bytes.length; }

        @Override
        public boolean isOneShot() { return true; } // another try begins by asking where

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            for (int at = 0; at < bytes.length; at += WRITE_BYTES) {
                int count = Math.min(WRITE_BYTES, bytes.length - at);
                sink.write(bytes, at, count);
                sink.flush();
                written.accept(at + count);
            }
        }
    }
}
