package lectern.protocol.material;

import java.util.List;
import lectern.protocol.Check;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Region;

/// A page of the board that has what was searched for.
///
/// @param places where it stands there
/// @param around the words around the first place, for a list
public record Hit(PageId page, List<Region> places, String around) {
    public Hit {
        Check.present("page", page);
        Check.atMost("places", places, 1_000);
        places = List.copyOf(places);
        Check.present("around", around);
    }
}
