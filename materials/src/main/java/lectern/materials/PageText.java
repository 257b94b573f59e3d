package lectern.materials;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;

/// The words of a page, in reading order.
@JsonTypeName("text")
public record PageText(List<Word> words) implements Answer {
    public PageText {
        words = List.copyOf(words);
    }

    /// @param lineEnd whether a line ends behind it
    public record Word(String text, Box box, boolean lineEnd) {}
}
