package lectern.sfu.core;

import java.util.Arrays;
import lectern.sfu.io.PathTable;
import org.jspecify.annotations.Nullable;

/// Which connection a path belongs to since ICE has validated it. An owned path stays pinned, so its number can't come to mean
/// another address.
final class PathOwners {
    private final PathTable paths;
    private final Outbox outbox;
    private @Nullable Connection[] owners = new Connection[64];

    PathOwners(PathTable paths, Outbox outbox) {
        this.paths = paths;
        this.outbox = outbox;
    }

    @Nullable
    Connection owner(int path) {
        return path >= 0 && path < owners.length ? owners[path] : null;
    }

    void claim(int path, Connection connection) {
        if (path >= owners.length)
            owners = Arrays.copyOf(owners, Math.max(path + 1, 2 * owners.length));
        Connection before = owners[path];
        if (before == connection)
            return;
        if (before != null)
            before.lost(path);
        owners[path] = connection;
        paths.pin(path);
    }

    /// What is still to go out by that path goes first: its number may be another's in a moment. A stream's path stays its own until the
    /// stream closes.
    void release(int path, Connection connection) {
        if (owner(path) != connection)
            return;
        owners[path] = null;
        outbox.flush();
        if (!paths.isStream(path))
            paths.release(path);
    }
}
