package lectern.materials;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/// What the child says: that it is warm, how far it has come, or what came of the request it was given.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
sealed interface Answer
        permits Document, PageText, PageLinks, Deck, Progress, Answer.Warm, Answer.Kind, Answer.Pixels, Answer.Written,
        Answer.Refused {
    @JsonTypeName("warm")
    record Warm() implements Answer {}

    @JsonTypeName("kind")
    record Kind(FileKind kind) implements Answer {}

    /// The picture's bytes are the frame's body.
    @JsonTypeName("pixels")
    record Pixels(int width, int height) implements Answer {}

    @JsonTypeName("done")
    record Written() implements Answer {}

    /// @param detail for the log
    @JsonTypeName("refused")
    record Refused(Refusal why, String detail) implements Answer {}
}
