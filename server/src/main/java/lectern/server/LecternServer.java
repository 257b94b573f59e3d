package lectern.server;

/// A running server: one room, one port, until it is closed.
public final class LecternServer implements AutoCloseable {
    private LecternServer() {}

    /// Starts, or goes on with the class that was running in this lessons folder: same certificate, room, links and people.
    ///
    /// @throws ServerException when it can't, in words
    public static LecternServer start(ServerSettings settings) {
        throw new ServerException("the server isn't running");
    }

    public Links links() {
        throw new ServerException("the server isn't running");
    }

    /// The port of both TCP and UDP.
    public int port() {
        return 0;
    }

    /// SHA-256 of the certificate, in 64 lower-case hex digits: what stands behind `#fp=` in the links.
    public String fingerprint() {
        return "";
    }

    /// The room's id.
    public String room() {
        return "";
    }

    public ServerStats stats() {
        throw new ServerException("the server isn't running");
    }

    /// Says goodbye to everybody (they come back by themselves if it is started again), and closes journal and port.
    @Override
    public void close() {}
}
