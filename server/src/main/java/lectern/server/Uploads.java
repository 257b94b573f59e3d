package lectern.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import lectern.protocol.ParticipantId;

/// The files that are on their way in pieces. What nobody goes on with is thrown away; what came of a whole one is known for as long,
/// for a sender whose line broke before the answer. Any thread.
final class Uploads {
    static final long UNTOUCHED_NS = 600_000_000_000L;
    /// Who came in a moment ago may be missing in a list of those who are here.
    static final long GONE_NS = 10_000_000_000L;
    static final int EACH = 4;
    static final int ALL = 32;
    /// With those whose outcome is still known.
    private static final int MOST_KNOWN = 512;

    private final Assets assets;
    private final LongSupplier nanoTime;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Upload> uploads = new LinkedHashMap<>();

    Uploads(Assets assets, LongSupplier nanoTime) {
        this.assets = assets;
        this.nanoTime = nanoTime;
    }

    sealed interface Begun {}

    record Yes(Upload upload) implements Begun {}

    record Full() implements Begun {}

    record TooMany() implements Begun {}

    /// Who has four already loses the one they left alone the longest, if any stands still: they may have lost sight of it.
    synchronized Begun begin(ParticipantId owner, long length, boolean picturesAlone) throws IOException {
        var open = uploads.values().stream().filter(Upload::isOpen).toList();
        var own = open.stream().filter(upload -> upload.owner.equals(owner)).toList();
        if (own.size() >= EACH || open.size() >= ALL) {
            Upload left = own.stream().filter(upload -> !upload.isBringing())
                    .min(Comparator.comparingLong(upload -> upload.touchedNs() - nanoTime.getAsLong())).orElse(null);
            if (left == null) return new TooMany();
            end(left);
        }
        AssetDraft draft = assets.begin(length, picturesAlone).orElse(null);
        if (draft == null) return new Full();
        byte[] id = new byte[16];
        random.nextBytes(id);
        var upload = new Upload(HexFormat.of().formatHex(id), owner, length, draft, nanoTime.getAsLong());
        uploads.put(upload.id, upload);
        if (uploads.size() > MOST_KNOWN) // at most ALL are open
            uploads.values().stream().filter(known -> !known.isOpen()).findFirst().ifPresent(this::end);
        return new Yes(upload);
    }

    /// Somebody else's is nobody's.
    synchronized Optional<Upload> find(String id, ParticipantId who) {
        Upload upload = uploads.get(id);
        return upload == null || !upload.owner.equals(who) || upload.isOver() ? Optional.empty() : Optional.of(upload);
    }

    synchronized void end(Upload upload) {
        uploads.remove(upload.id);
        upload.abort();
    }

    /// Throws away what is left alone, or whose owner has gone.
    synchronized void sweep(Predicate<ParticipantId> isHere) {
        long nowNs = nanoTime.getAsLong();
        for (Upload upload : List.copyOf(uploads.values())) {
            long aloneNs = upload.isBringing() ? 0 : nowNs - upload.touchedNs();
            if (upload.isOver() || aloneNs > UNTOUCHED_NS || aloneNs > GONE_NS && !isHere.test(upload.owner))
                end(upload);
        }
    }
}
