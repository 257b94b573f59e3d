package lectern.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which part of a file is asked for (RFC 9110 §14). One part at a time: of a request for several the whole is given, which the RFC
/// leaves to the server, as is what isn't understood.
sealed interface ByteRange {
    record Whole() implements ByteRange {}

    /// @param last with it
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("bytes=[ \t]*(\\d{0,18})-(\\d{0,18})[ \t]*", Pattern.CASE_INSENSITIVE);

    /// @param range   the header, null where there is none
    /// @param ifRange the header: the part is wanted of this version alone, otherwise the whole
    /// @param etag    of the file, in quotes
    static ByteRange of(@Nullable String range, @Nullable String ifRange, String etag, long length) {
        if (range == null || ifRange != null && !ifRange.strip().equals(etag)) return new Whole();
        Matcher one = ONE.matcher(range);
        if (!one.matches() || one.group(1).isEmpty() && one.group(2).isEmpty()) return new Whole();
        if (one.group(1).isEmpty()) {
            long suffix = Long.parseLong(one.group(2));
            return suffix == 0 || length == 0
                    ? new Unsatisfiable()
                    : new Part(Math.max(0, length - suffix), length - 1);
        }
        long first = Long.parseLong(one.group(1));
        long last = one.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(one.group(2));
        if (last < first) return new Whole(); // malformed
        return first >= length ? new Unsatisfiable() : new Part(first, Math.min(last, length - 1));
    }
}
