package lectern.signaling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A line to a server that breaks again and again, after as many bytes as the seed says; each break costs all connections.
final class BreakingLine implements AutoCloseable {
    private final ServerSocket inside;
    private final int serverPort;
    private final Random random;
    private final int meanBytes;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private long left;
    private int breaks;

    /// @param breaks how often; whole after that
    BreakingLine(int serverPort, long seed, int breaks, int meanBytes) throws IOException {
        this.serverPort = serverPort;
        this.breaks = breaks;
        this.meanBytes = meanBytes;
        random = new Random(seed);
        left = next();
        inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!inside.isClosed()) try {
                Socket client = inside.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            } catch (IOException end) {
                return;
            }
        });
    }

    int port() { return inside.getLocalPort(); }

    synchronized int breaksLeft() { return breaks; }

    private long next() { return 5_000 + random.nextInt(2 * meanBytes); }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[4096];
        try (from; to) {
            for (int count; (count = from.getInputStream().read(buffer)) >= 0;) {
                if (isBroken(count)) return;
                to.getOutputStream().write(buffer, 0, count);
            }
        } catch (IOException broken) {
            // as lines do
        }
    }

    private synchronized boolean isBroken(int bytes) throws IOException {
        left -= bytes;
        if (breaks == 0 || left > 0) return false;
        breaks--;
        left = next();
        for (Socket socket : sockets) socket.close();
        sockets.clear();
        return true;
    }

    @Override
    public void close() throws IOException {
        inside.close();
        for (Socket socket : sockets) socket.close();
    }
}
