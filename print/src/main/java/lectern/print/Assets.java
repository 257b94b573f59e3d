package lectern.print;

import lectern.protocol.board.AssetId;
import org.jspecify.annotations.Nullable;

/// Where the files of a lesson are found.
@FunctionalInterface
public interface Assets {
    /// Null when there is none.
    byte @Nullable [] find(AssetId asset);
}
