package lectern.materials;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

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

    @JsonTypeName("page-text")
    record TextOf(String file, int page) implements Request {}

    @JsonTypeName("page-links")
    record LinksOf(String file, int page) implements Request {}

    @JsonTypeName("picture")
    record Picture(String file) implements Request {}
}
