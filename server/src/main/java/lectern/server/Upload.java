package lectern.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import lectern.protocol.ParticipantId;
import org.jspecify.annotations.Nullable;

/// A file that comes in pieces, over as many connections as it takes. One connection brings at a time: another that comes to go on,
/// or to ask how far it is, ends the one before, which may have broken without anybody noticing. Any thread.
final class Upload {
    final String id;
    final ParticipantId owner;
    final long length;
    private final AssetDraft draft;
    private long turn;
    private boolean bringing;
    private long touchedNs;
    private @Nullable Page outcome;
    private boolean over;

    Upload(String id, ParticipantId owner, long length, AssetDraft draft, long nowNs) {
        this.id = id;
        this.owner = owner;
        this.length = length;
        this.draft = draft;
        this.touchedNs = nowNs;
    }

    /// What came of the bytes that were written.
    ///
    /// @param refused why no more is wanted
    record Written(boolean outdated, AssetDraft.@Nullable Refusal refused) {}

    /// How much is there. Whoever brings is ended.
    synchronized long look(long nowNs) {
        touchedNs = nowNs;
        turn++;
        bringing = false;
        return offset();
    }

    synchronized long offset() {
        return outcome != null ? length : draft.offset();
    }

    /// The number under which to bring what comes from here on; empty when it doesn't go on there.
    synchronized OptionalLong goOn(long from, long nowNs) {
        touchedNs = nowNs;
        turn++;
        bringing = from == offset() && !over;
        return bringing ? OptionalLong.of(turn) : OptionalLong.empty();
    }

    synchronized Written write(long number, ByteBuffer bytes, long nowNs) throws IOException {
        if (number != turn || over) return new Written(true, null);
        touchedNs = nowNs;
        // What was there already: a whole file takes nothing more.
        if (outcome != null) return new Written(bytes.hasRemaining(), null);
        AssetDraft.Refusal why = draft.write(bytes);
        if (why != null) abort();
        return new Written(false, why);
    }

    /// What a connection brought is all there; the answer where the file is whole.
    ///
    /// @param answer of the file that is the lesson's now
    synchronized Optional<Page> end(long number, Function<AssetDraft.Kept, Page> answer) throws IOException {
        if (number == turn) bringing = false;
        if (outcome == null && !over && draft.isWhole()) {
            AssetDraft.Kept kept = draft.finish(null);
            if (kept == null) throw new IllegalStateException("no bytes were expected");
            outcome = answer.apply(kept);
        }
        return Optional.ofNullable(outcome);
    }

    synchronized void broken(long number) {
        if (number == turn) bringing = false;
    }

    synchronized Page refusal(AssetDraft.Refusal why) {
        return AssetDesk.words(draft, why);
    }

    synchronized boolean isBringing() { return bringing; }

    /// Whether it takes up a place: it isn't whole, and wasn't ended.
    synchronized boolean isOpen() { return outcome == null && !over; }

    synchronized boolean isOver() { return over; }

    synchronized long touchedNs() {
        return touchedNs;
    }

    /// What came of a whole file stays.
    synchronized void abort() {
        over = true;
        bringing = false;
        if (outcome == null) AssetDesk.abort(draft);
    }
}
