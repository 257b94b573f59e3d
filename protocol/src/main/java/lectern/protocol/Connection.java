package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The two peer connections of a client. Each has a fixed offerer, so offers never collide.
public enum Connection {
    /// Sends; the client offers.
    @JsonProperty("up") UP,
    /// Receives; the server offers.
    @JsonProperty("down") DOWN
}
