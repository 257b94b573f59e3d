package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import lectern.protocol.Check;
import lectern.protocol.ParticipantId;

/// What a page is written on.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface Ground {
    /// Paper without end.
    @JsonTypeName("paper")
    record Paper(Ruling ruling, boolean dark) implements Ground {
        public enum Ruling {
            @JsonProperty("plain")
            PLAIN, @JsonProperty("grid")
            GRID, @JsonProperty("lined")
            LINED, @JsonProperty("dotted")
            DOTTED
        }

        public Paper {
            Check.present("ruling", ruling);
        }
    }

    /// A picture as large as the page: a photo, a worksheet, a still of a screen.
    @JsonTypeName("picture")
    record Picture(AssetId asset) implements Ground {
        public Picture {
            Check.present("asset", asset);
        }
    }

    /// A page of a document, which the server paints as large as each viewer needs it.
    ///
    /// @param document the file
    /// @param number   of the page in it, from 0
    @JsonTypeName("document")
    record Document(AssetId document, int number) implements Ground {
        public Document {
            Check.present("document", document);
            Check.range("number", number, 0, 100_000);
        }
    }

    /// A clip that plays for all at the same moment, as the page's [Playback] says.
    ///
    /// @param picture false for sound alone
    @JsonTypeName("clip")
    record Clip(AssetId clip, boolean picture) implements Ground {
        public Clip {
            Check.present("clip", clip);
        }
    }

    /// The screen that somebody shares: ink lies over the picture of it, which is as large as the page.
    @JsonTypeName("screen")
    record Screen(ParticipantId of) implements Ground {
        public Screen {
            Check.present("of", of);
        }
    }
}
