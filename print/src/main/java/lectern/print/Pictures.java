package lectern.print;

import org.jspecify.annotations.Nullable;

/// Where the pictures on pages are found.
@FunctionalInterface
public interface Pictures {
    /// A PNG or JPEG file; null when there is none.
    byte @Nullable [] find(Picture picture);
}
