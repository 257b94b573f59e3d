package lectern.materials;

import java.util.List;

/// A page that has what was searched for.
///
/// @param page   from 0
/// @param boxes  where it stands; a place that goes over a line's end has one for each line
/// @param around the words around the first place
public record Found(int page, List<Box> boxes, String around) {
    public Found {
        boxes = List.copyOf(boxes);
    }
}
