package lectern.app;

import lectern.server.LecternServer;
import lectern.server.LessonShelf;
import lectern.server.Links;
import lectern.server.ServerSettings;
import lectern.server.ServerStats;
import org.jspecify.annotations.Nullable;

/// The server inside the app: at most one, kept as long as its class may be gone back to. Any thread, but [#start] takes
/// a while.
final class Hosting implements AutoCloseable {
    private final ServerSettings settings;
    private @Nullable LecternServer server;

    Hosting(ServerSettings settings) { this.settings = settings; }

    /// A class on the server here, as its teacher enters it.
    record Hosted(String room, String link, String title) {}

    /// Goes on with the class that runs, as long as somebody is in it or it is called the same; else begins one.
    ///
    /// @throws lectern.server.ServerException in words
    synchronized Hosted start(String title) {
        var wanted = title.isBlank() ? settings : settings.withTitle(title);
        if (server != null && isOver(server.stats(), wanted.title())) close();
        return hosted(wanted);
    }

    /// Another lesson with the board of this room; or, where its class was never ended, that one.
    ///
    /// @throws lectern.server.ServerException in words
    synchronized Hosted goOn(String room) {
        if (server != null) {
            var stats = server.stats();
            boolean isEmpty = stats.ended() || stats.people() == stats.away();
            boolean isThis = stats.room().equals(room);
            if (!isThis && !isEmpty)
                throw new CommandException("“" + stats.title() + "” is still going on here. End it first.");
            if (!isThis || stats.ended()) close();
        }
        return hosted(settings.withRoom(room));
    }

    private Hosted hosted(ServerSettings wanted) {
        var running = server;
        if (running == null) {
            running = LecternServer.start(wanted);
            server = running;
            System.out.println(ServerCommand.ready(running));
            System.out.flush();
        }
        return new Hosted(running.stats().room(), running.links().teacher(), running.stats().title());
    }

    /// The lessons that are kept here. A class that was ended is among them and no longer held.
    synchronized LessonShelf shelf() {
        if (server != null && server.stats().ended()) close();
        return server == null ? LessonShelf.in(settings) : server.shelf();
    }

    /// The links of the class that runs.
    synchronized Links links() {
        if (server == null) throw new IllegalStateException("no class runs here");
        return server.links();
    }

    private static boolean isOver(ServerStats stats, String wanted) {
        return stats.ended() || stats.people() == stats.away() && !stats.title().equals(wanted);
    }

    @Override
    public synchronized void close() {
        if (server != null) server.close();
        server = null;
    }
}
