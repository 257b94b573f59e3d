package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import lectern.protocol.Check;

/// Names one page within one room, for as long as the room lives: `g1`, `g2`, …. Given by the server.
public record PageId(@JsonValue String value) implements Comparable<PageId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PageId {
        Check.text("page", value, 1, 20);
    }

    @Override
    public int compareTo(PageId other) { return value.compareTo(other.value); }

    @Override
    public String toString() { return value; }
}
