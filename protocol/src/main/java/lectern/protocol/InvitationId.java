package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Names one personal link within one room: `i1`, `i2`, …. Given by the server; no secret.
public record InvitationId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InvitationId {
        Check.text("id", value, 1, 20);
    }

    @Override
    public String toString() { return value; }
}
