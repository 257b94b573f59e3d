package lectern.materials;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the parent asks of the child. Files are absolute paths; pages are counted from 0.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
sealed interface Request {
    String file();

    @JsonTypeName("open")
    record Open(String file) implements Request {}

    /// @param scale pixels per page unit
    @JsonTypeName("page-picture")
    record PagePicture(String file, int page, double scale) implements Request {
        public PagePicture {
            if (page < 0 || !(scale > 0 && scale <= 16)) throw new IllegalArgumentException("page or scale");
        }
    }

    /// A part of a page's picture, which is never made as a whole.
    ///
    /// @param scale pixels per page unit
    /// @param x     of the part's upper left corner in the whole picture, in pixels
    @JsonTypeName("page-tile")
    record PageTile(String file, int page, double scale, int x, int y, int width, int height) implements Request {
        public PageTile {
            if (page < 0 || !(scale > 0 && scale <= 16) || x < 0 || y < 0 || width < 1 || height < 1)
                throw new IllegalArgumentException("page, scale or part");
        }
    }

    @JsonTypeName("page-text")
    record TextOf(String file, int page) implements Request {}

    @JsonTypeName("page-links")
    record LinksOf(String file, int page) implements Request {}

    /// @param file   where to write, which is there and empty
    @JsonTypeName("stamp")
    record Stamp(String file, List<Sheet> sheets) implements Request {
        public Stamp {
            sheets = List.copyOf(sheets);
        }
    }

    /// As [StampPage], with names of files.
    record Sheet(@Nullable String document, int page, double x, double y, double width, double height,
            @Nullable String overlay, int overlayPage) {}

    /// What a file is, once it is known that nothing in it unpacks too far.
    @JsonTypeName("kind-of")
    record KindOf(String file) implements Request {}

    /// @param pdf where the deck's pages go
    @JsonTypeName("make-deck")
    record MakeDeck(String file, String pdf) implements Request {}

    /// Takes an office program's pages into a deck that was made here.
    ///
    /// @param file   the deck's PDF
    /// @param office the office program's PDF of the same slides
    /// @param all    whether its page is taken for each slide without steps, rather than for incomplete ones alone
    /// @param pdf    where the pages go
    @JsonTypeName("merge-deck")
    record MergeDeck(String file, String office, Deck deck, boolean all, String pdf) implements Request {}

    @JsonTypeName("picture")
    record Picture(String file) implements Request {}
}
