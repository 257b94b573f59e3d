package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names one participant within one room, for as long as the room lives: `p1`, `p2`, …. Given by the server.
public record ParticipantId(@JsonValue String value) implements Comparable<ParticipantId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ParticipantId {
        Check.text("participant", value, 1, 20);
    }

    @Override
    public int compareTo(ParticipantId other) { return value.compareTo(other.value); }

    @Override
    public String toString() { return value; }
}
