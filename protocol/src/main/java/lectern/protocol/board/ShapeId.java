package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import lectern.protocol.Check;
import lectern.protocol.ParticipantId;
import lectern.protocol.ProtocolException;

/// Names one shape within one page: its author, a dash, and what the author's client made up (`p3-x8f2k1a`). A copied page
/// keeps the ids of its shapes, and so who drew them.
public record ShapeId(@JsonValue String value) implements Comparable<ShapeId> {
    private static final int SUFFIX_CHARS = 16;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ShapeId {
        Check.present("shape", value);
        int dash = value.indexOf('-');
        int suffix = value.length() - dash - 1;
        if (dash < 1 || dash > 20 || suffix < 1 || suffix > SUFFIX_CHARS) throw wrong();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (i != dash && !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) throw wrong();
        }
    }

    /// Who drew it.
    public ParticipantId author() { return new ParticipantId(value.substring(0, value.indexOf('-'))); }

    public boolean isBy(ParticipantId participant) {
        String author = participant.value();
        return value.length() > author.length() && value.charAt(author.length()) == '-' && value.startsWith(author);
    }

    @Override
    public int compareTo(ShapeId other) { return value.compareTo(other.value); }

    @Override
    public String toString() { return value; }

    private static ProtocolException wrong() {
        return new ProtocolException("shape: an author, a dash and 1 to " + SUFFIX_CHARS
                + " small letters and digits");
    }
}
