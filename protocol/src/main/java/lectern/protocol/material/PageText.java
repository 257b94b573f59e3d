package lectern.protocol.material;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import lectern.protocol.Check;
import lectern.protocol.board.Region;
import org.jspecify.annotations.Nullable;

/// The words of a document's page, in reading order, and its links.
public record PageText(List<Word> words, List<Link> links) {
    public PageText {
        Check.atMost("words", words, 50_000);
        Check.atMost("links", links, 5_000);
        words = List.copyOf(words);
        links = List.copyOf(links);
    }

    /// @param place   on the page
    /// @param lineEnd whether a line ends behind it
    public record Word(String text, Region place, boolean lineEnd) {
        public Word {
            Check.present("text", text);
            Check.present("place", place);
        }
    }

    /// Leads to a page of the same document, or to an address; one of the two is null. Nothing it names was looked at.
    ///
    /// @param number  of the page, from 0
    /// @param address http or https
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Link(Region place, @Nullable Integer number, @Nullable String address) {
        public Link {
            Check.present("place", place);
            Check.optional("address", address, 2_000);
        }
    }
}
