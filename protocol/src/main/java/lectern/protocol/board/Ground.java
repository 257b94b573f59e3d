package lectern.protocol.board;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import lectern.protocol.Check;
import lectern.protocol.ParticipantId;
import org.jspecify.annotations.Nullable;

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

    /// A picture as large as the page: a page of a document, a worksheet, a still of a screen.
    ///
    /// @param document where the picture was made from a PDF: that file, for an export in its full quality
    /// @param number   of the page in it, from 0
    @JsonTypeName("picture")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Picture(AssetId asset, @Nullable AssetId document, int number) implements Ground {
        public Picture {
            Check.present("asset", asset);
            Check.range("number", number, 0, 100_000);
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
