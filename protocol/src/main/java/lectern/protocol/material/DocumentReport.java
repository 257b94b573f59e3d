package lectern.protocol.material;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import lectern.protocol.Check;

/// What is said while a document is opened: how far it is, some times; at last the outline, or why not.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface DocumentReport {
    /// @param done pages of `all`; 0 of 0 where nobody knows yet
    @JsonTypeName("reading")
    record Reading(int done, int all) implements DocumentReport {
        public Reading {
            Check.range("all", all, 0, 1_000_000);
            Check.range("done", done, 0, all);
        }
    }

    @JsonTypeName("ready")
    record Ready(Outline outline) implements DocumentReport {
        public Ready {
            Check.present("outline", outline);
        }
    }

    /// @param words for logs
    @JsonTypeName("refused")
    record Refused(MaterialRefusal why, String words) implements DocumentReport {
        public Refused {
            Check.present("why", why);
            Check.present("words", words);
        }
    }
}
