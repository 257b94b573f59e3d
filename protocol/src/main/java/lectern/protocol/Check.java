package lectern.protocol;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The checks that the message records share; each says what is wrong with which field.
public final class Check {
    public static void text(String field, @Nullable String value, int min, int max) {
        if (value == null || value.strip().length() < min || value.length() > max)
            throw new ProtocolException(field + ": a text of " + min + " to " + max + " characters");
    }

    public static void optional(String field, @Nullable String value, int max) {
        if (value != null && value.length() > max)
            throw new ProtocolException(field + ": at most " + max + " characters");
    }

    public static void present(String field, @Nullable Object value) {
        if (value == null) throw new ProtocolException(field + " is missing");
    }

    public static void atMost(String field, @Nullable Collection<?> values, int max) {
        if (values == null || values.size() > max || values.stream().anyMatch(Objects::isNull))
            throw new ProtocolException(field + ": a list of at most " + max);
    }

    public static void range(String field, long value, long min, long max) {
        if (value < min || value > max) throw new ProtocolException(field + ": " + min + " to " + max);
    }

    private Check() {}
}
