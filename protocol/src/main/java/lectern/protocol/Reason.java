package lectern.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why something was refused or came to an end. A client has words for each in its own language; the text that
/// comes with it is for logs and for clients that don't know the reason yet.
public enum Reason {
    /// Not a message, or one with a field that can't be.
    @JsonProperty("malformed") MALFORMED,
    /// The client speaks another version of the protocol.
    @JsonProperty("version") VERSION,
    /// The token isn't one of this server's.
    @JsonProperty("token-wrong") TOKEN_WRONG, @JsonProperty("token-expired") TOKEN_EXPIRED,
    @JsonProperty("token-revoked") TOKEN_REVOKED,
    /// The token is for a room that isn't here.
    @JsonProperty("room-unknown") ROOM_UNKNOWN, @JsonProperty("room-full") ROOM_FULL,
    /// The role doesn't allow it.
    @JsonProperty("not-allowed") NOT_ALLOWED,
    /// The first message has to be `join`, and only the first.
    @JsonProperty("out-of-order") OUT_OF_ORDER,
    /// More messages, or more at once, than a person can cause.
    @JsonProperty("too-many") TOO_MANY,
    /// The SDP can't be answered: what is missing is in the text.
    @JsonProperty("media") MEDIA,
    /// The teacher ended the class.
    @JsonProperty("ended") ENDED,
    /// The teacher took this participant out.
    @JsonProperty("removed") REMOVED,
    /// The same participant came in from another place.
    @JsonProperty("replaced") REPLACED,
    /// Too slow to follow, or silent for too long: come back and resume.
    @JsonProperty("slow") SLOW,
    /// The server is going down: come back and resume.
    @JsonProperty("stopping") STOPPING,
    /// They pressed *Leave*.
    @JsonProperty("left") LEFT,
    /// Something broke in the server; it is in its log.
    @JsonProperty("internal") INTERNAL
}
