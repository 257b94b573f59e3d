package lectern.app;

import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import org.jspecify.annotations.Nullable;

/// The server inside the app: at most one, kept as long as its class may be gone back to. Any thread, but [#start] takes
/// a while.
final class Hosting implements AutoCloseable {
    private final ServerSettings settings;
    private @Nullable LecternServer server;

    Hosting(ServerSettings settings) { this.settings = settings; }

    /// The running server, or a new one.
    ///
    /// @throws lectern.server.ServerException in words
    synchronized LecternServer start(String title) {
        if (server != null && server.stats().ended()) close();
        if (server == null) {
            server = LecternServer.start(title.isBlank() ? settings : settings.withTitle(title));
            System.out.println(ServerCommand.ready(server));
            System.out.flush();
        }
        return server;
    }

    @Override
    public synchronized void close() {
        if (server != null) server.close();
        server = null;
    }
}
