package lectern.server;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lectern.protocol.BoardLimits;
import lectern.protocol.ParticipantId;
import lectern.protocol.ProtocolException;
import lectern.protocol.board.AssetId;
import org.jspecify.annotations.Nullable;

/// `/asset/<sha256>`: the lesson's files, whole or in parts, and small ones into it.
final class AssetDesk implements Desk {
    static final String PATH = "/asset/";
    static final Page NOT_HERE = Page.text(403, "Only those who are in the class.");
    /// Also for what is there and not theirs to see: nobody finds out what there is.
    static final Page NOT_THERE = Page.text(404, "There is no such file.");
    private static final String IMMUTABLE = "private, max-age=31536000, immutable";

    private final Mailbox room;
    private final Assets assets;

    AssetDesk(Mailbox room, Assets assets) {
        this.room = room;
        this.assets = assets;
    }

    private enum MayRead {
        NOT_HERE, NO, YES
    }

    /// @param here     whether they are in the room
    /// @param upload   whether they may put a picture into the lesson
    /// @param moderate whether they may put anything
    record Rights(boolean here, boolean upload, boolean moderate) {}

    @Override
    public boolean serves(String uri) {
        return uri.startsWith(PATH);
    }

    @Override
    public Errand<Reply> handle(Asked asked) {
        AssetId asset = asset(asked.uri().substring(PATH.length()));
        return switch (asked.method()) {
            case "GET", "HEAD" -> asset == null ? Desk.say(NOT_THERE) : read(asked, asset);
            case "PUT" -> asset == null
                    ? Desk.say(Page.text(404, "An asset is named by 64 hex digits."))
                    : put(asked, asset);
            default -> Desk.say(Page.empty(405, Map.of("Allow", "GET, HEAD, PUT")));
        };
    }

    static @Nullable AssetId asset(String name) {
        try {
            return new AssetId(name);
        } catch (ProtocolException malformed) {
            return null;
        }
    }

    private Errand<Reply> read(Asked asked, AssetId asset) {
        var errand = new Errand<Reply>();
        errand.await(mayRead(asked.who(), asset), may -> {
            try {
                Path file = assets.find(asset).orElse(null);
                errand.complete(may == MayRead.NOT_HERE
                        ? new Say(NOT_HERE)
                        : may == MayRead.NO || file == null
                                ? new Say(NOT_THERE)
                                : send(asked.headers(), '"' + asset.value() + '"', IMMUTABLE, file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return errand;
    }

    private CompletableFuture<MayRead> mayRead(ParticipantId who, AssetId asset) {
        return room.ask(room -> !room.isHere(who)
                ? MayRead.NOT_HERE
                : room.mayRead(who, asset) || assets.isBroughtBy(who, asset) ? MayRead.YES : MayRead.NO);
    }

    /// As much of a file as is asked for.
    static Reply send(HttpHeaders asked, String etag, String cached, Path file) throws IOException {
        long length = Files.size(file);
        var headers = new HashMap<>(Map.of("ETag", etag, "Cache-Control", cached, "Accept-Ranges", "bytes"));
        if (isKnown(asked, etag)) return new Say(Page.empty(304, headers));
        String type = Assets.kindOf(file).map(kind -> kind.contentType).orElse("application/octet-stream");
        String range = asked.get(HttpHeaderNames.RANGE);
        return switch (ByteRange.of(range, asked.get(HttpHeaderNames.IF_RANGE), etag, length)) {
            case ByteRange.Whole _ -> new Send(new Page(200, type, new byte[0], headers), file, 0, length);
            case ByteRange.Part part -> {
                headers.put("Content-Range", "bytes " + part.first() + '-' + part.last() + '/' + length);
                yield new Send(new Page(206, type, new byte[0], headers), file, part.first(), part.length());
            }
            case ByteRange.Unsatisfiable _ -> {
                headers.put("Content-Range", "bytes */" + length);
                headers.put("Cache-Control", "no-store");
                yield new Say(Page.empty(416, headers));
            }
        };
    }

    /// Whether the asker says that it has this version.
    static boolean isKnown(HttpHeaders asked, String etag) {
        String known = asked.get(HttpHeaderNames.IF_NONE_MATCH);
        return known != null && List.of(known.strip().split("\\s*,\\s*")).contains(etag);
    }

    private Errand<Reply> put(Asked asked, AssetId asset) {
        String announced = asked.headers().get(HttpHeaderNames.CONTENT_LENGTH);
        if (announced == null) return Desk.say(Page.text(411, "Content-Length is missing."));
        Optional<Long> length = number(announced);
        if (length.isEmpty()) return Desk.say(Page.text(400, "Content-Length is a number."));
        if (length.get() > BoardLimits.ASSET_BYTES)
            return Desk.say(Page.text(413,
                    "What is sent at once is at most " + BoardLimits.ASSET_BYTES / (1024 * 1024)
                            + " MB; larger files by /upload."));
        if (length.get() == 0) return Desk.say(Page.text(415, "The file is empty."));
        var errand = new Errand<Reply>();
        errand.await(rights(room, asked.who()), may -> {
            if (!may.upload()) {
                errand.complete(new Say(Page.text(403, "You may not draw now.")));
            } else if (may.moderate() && assets.find(asset).isPresent()) {
                errand.complete(new Say(Page.text(200, "It is here already.")));
            } else {
                try {
                    errand.complete(assets.begin(length.get(), !may.moderate())
                            .<Reply>map(draft -> new Receive(new Put(draft, asset, asked.who())))
                            .orElseGet(() -> new Say(full())));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        return errand;
    }

    static CompletableFuture<Rights> rights(Mailbox room, ParticipantId who) {
        return room.ask(it -> new Rights(it.isHere(who), it.mayUpload(who), it.mayModerate(who)));
    }

    static Page full() {
        return Page.text(413, "The lesson's files are full: they may take "
                + BoardLimits.LESSON_BYTES / (1024 * 1024 * 1024) + " GB.");
    }

    static Optional<Long> number(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    static Page words(AssetDraft draft, AssetDraft.Refusal why) {
        return switch (why) {
            case OTHER_KIND -> Page.text(415, AssetKind.refusal(draft.head()));
            case TOO_LARGE -> Page.text(413, draft.kind().use.tooLarge());
            case MORE_THAN_ANNOUNCED -> Page.text(413, "More has come than was announced.");
            case NOT_A_PICTURE -> Page.text(403, "Documents and clips are brought by those who lead the class.");
        };
    }

    /// A small file, sent at once: whole or not at all.
    private final class Put implements Body {
        private final AssetDraft draft;
        private final AssetId asset;
        private final ParticipantId who;

        Put(AssetDraft draft, AssetId asset, ParticipantId who) {
            this.draft = draft;
            this.asset = asset;
            this.who = who;
        }

        @Override
        public @Nullable Page take(ByteBuffer bytes) throws IOException {
            AssetDraft.Refusal why = draft.write(bytes);
            if (why == null) return null;
            draft.abort();
            return words(draft, why);
        }

        @Override
        public Page end() throws IOException {
            if (!draft.isWhole()) {
                draft.abort();
                return Page.text(400, "Less has come than was announced.");
            }
            AssetDraft.Kept kept = draft.finish(asset);
            if (kept == null) return Page.text(400, "These bytes have another SHA-256.");
            assets.brought(who, asset);
            return Page.text(201, "It is kept.");
        }

        @Override
        public void broken() {
            AssetDesk.abort(draft);
        }
    }

    static void abort(AssetDraft draft) {
        try {
            draft.abort();
        } catch (IOException e) {
            System.getLogger(AssetDesk.class.getName()).log(System.Logger.Level.WARNING,
                    "An unfinished file can't be removed.", e);
        }
    }
}
