package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import lectern.protocol.Check;
import lectern.protocol.ProtocolException;

/// Names a file of the lesson by what is in it: its SHA-256 in 64 lower-case hex digits.
public record AssetId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AssetId {
        Check.present("asset", value);
        if (value.length() != 64 || !value.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f'))
            throw new ProtocolException("asset: 64 hex digits");
    }

    @Override
    public String toString() { return value; }
}
