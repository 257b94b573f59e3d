package lectern.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import lectern.protocol.BoardLimits;
import lectern.protocol.Json;
import lectern.protocol.ParticipantId;
import lectern.protocol.material.Uploaded;
import org.jspecify.annotations.Nullable;

/// `/upload`: files in pieces, which a broken line doesn't undo. The words are those of draft-ietf-httpbis-resumable-upload.
final class UploadDesk implements Desk {
    static final String PATH = "/upload";
    private static final String PIECE = "application/partial-upload";
    private static final Page GONE = Page.text(404, "There is no such upload. Begin anew.");

    private final Mailbox room;
    private final Assets assets;
    private final Uploads uploads;

    UploadDesk(Mailbox room, Assets assets, Uploads uploads) {
        this.room = room;
        this.assets = assets;
        this.uploads = uploads;
    }

    @Override
    public boolean serves(String uri) {
        return uri.equals(PATH) || uri.startsWith(PATH + '/');
    }

    @Override
    public Errand<Reply> handle(Asked asked) {
        boolean isNew = asked.uri().equals(PATH);
        if (isNew && !asked.method().equals("POST")) return Desk.say(Page.empty(405, Map.of("Allow", "POST")));
        var errand = new Errand<Reply>();
        errand.await(AssetDesk.rights(room, asked.who()), may -> {
            try {
                errand.complete(!may.here()
                        ? new Say(AssetDesk.NOT_HERE)
                        : isNew ? new Say(begin(asked, may)) : handle(asked, may));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return errand;
    }

    private Page begin(Asked asked, AssetDesk.Rights may) throws IOException {
        if (!may.upload()) return Page.text(403, "You may not draw now.");
        Optional<Long> length = AssetDesk.number(asked.headers().get("Upload-Length"));
        if (length.isEmpty()) return Page.text(400, "Upload-Length is the file's size in bytes.");
        if (length.get() == 0) return Page.text(415, "The file is empty.");
        AssetKind.Use largest = may.moderate() ? AssetKind.Use.CLIP : AssetKind.Use.PICTURE;
        if (length.get() > largest.maxBytes) return Page.text(413, largest.tooLarge());
        return switch (uploads.begin(asked.who(), length.get(), !may.moderate())) {
            case Uploads.Yes(Upload upload) -> new Page(201, "", new byte[0],
                    Map.of("Location", PATH + '/' + upload.id, "Cache-Control", "no-store"));
            case Uploads.Full _ -> AssetDesk.full();
            case Uploads.TooMany _ -> Page.busy("Too many files are on their way. Wait for one to be there.");
        };
    }

    private Reply handle(Asked asked, AssetDesk.Rights may) {
        Upload upload = uploads.find(asked.uri().substring(PATH.length() + 1), asked.who()).orElse(null);
        if (upload == null) return new Say(GONE);
        return switch (asked.method()) {
            case "HEAD" -> new Say(empty(204, upload.look(System.nanoTime()), upload));
            case "DELETE" -> {
                uploads.end(upload);
                yield new Say(Page.empty(204, Map.of()));
            }
            case "PATCH" -> may.upload()
                    ? piece(asked, upload)
                    : new Say(Page.text(403, "You may not draw now."));
            default -> new Say(Page.empty(405, Map.of("Allow", "HEAD, PATCH, DELETE")));
        };
    }

    private Reply piece(Asked asked, Upload upload) {
        String type = asked.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        if (!type.strip().equalsIgnoreCase(PIECE)) return new Say(Page.text(415, "Content-Type is " + PIECE + '.'));
        Optional<Long> from = AssetDesk.number(asked.headers().get("Upload-Offset"));
        if (from.isEmpty()) return new Say(Page.text(400, "Upload-Offset is a number of bytes."));
        OptionalLong number = upload.goOn(from.get(), System.nanoTime());
        return number.isEmpty()
                ? new Say(elsewhere(upload))
                : new Receive(new Piece(upload, number.getAsLong()));
    }

    private static Page elsewhere(Upload upload) {
        Page words = Page.text(409, "It goes on elsewhere: Upload-Offset says where.");
        return new Page(409, words.contentType(), words.body(), headers(upload.look(System.nanoTime()), upload));
    }

    private static Page empty(int status, long offset, Upload upload) {
        return Page.empty(status, headers(offset, upload));
    }

    private static Map<String, String> headers(long offset, Upload upload) {
        return new HashMap<>(Map.of("Upload-Offset", Long.toString(offset), "Upload-Length",
                Long.toString(upload.length), "Cache-Control", "no-store"));
    }

    /// What one connection brings. What a broken one brought is kept.
    private final class Piece implements Body {
        private final Upload upload;
        private final long number;

        Piece(Upload upload, long number) {
            this.upload = upload;
            this.number = number;
        }

        @Override
        public @Nullable Page take(ByteBuffer bytes) throws IOException {
            Upload.Written written = upload.write(number, bytes, System.nanoTime());
            if (written.outdated()) return upload.isOver() ? GONE : outdated();
            AssetDraft.Refusal why = written.refused();
            if (why == null) return null;
            Page words = upload.refusal(why);
            uploads.end(upload);
            return words;
        }

        /// Another connection goes on with it: this one doesn't disturb that.
        private Page outdated() {
            return Page.text(409, "Another connection goes on with it.");
        }

        @Override
        public Page end() throws IOException {
            Optional<Page> whole = upload.end(number, kept -> done(upload.owner, kept));
            if (whole.isPresent()) return whole.get();
            return upload.isOver() ? GONE : empty(204, upload.offset(), upload);
        }

        @Override
        public void broken() {
            upload.broken(number);
        }
    }

    private Page done(ParticipantId owner, AssetDraft.Kept kept) {
        assets.brought(owner, kept.asset());
        String json = Json.write(new Uploaded(kept.asset(), kept.kind().word()));
        return new Page(201, "application/json", json.getBytes(StandardCharsets.UTF_8),
                Map.of("Cache-Control", "no-store"));
    }
}
