package lectern.sfu;

import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.sfu.io.PathTable;

/// TCP streams that carry media. Callers have a number at once; the path behind it is made on the loop's thread, which alone
/// may touch the paths.
final class Streams {
    private final MediaLoop loop;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Integer> paths = new HashMap<>(); // the loop's

    Streams(MediaLoop loop) {
        this.loop = loop;
    }

    int open(InetSocketAddress remote, StreamSink sink) {
        int stream = numbers.incrementAndGet();
        loop.submit((_, _) -> {
            int path = loop.openStream(remote, sink);
            if (path != PathTable.NONE)
                paths.put(stream, path);
        });
        return stream;
    }

    void received(int stream, byte[] packet) {
        loop.submit((core, nowNs) -> {
            Integer path = paths.get(stream);
            if (path != null)
                core.streamReceived(path, packet, nowNs);
        });
    }

    void closed(int stream) {
        loop.submit((_, nowNs) -> {
            Integer path = paths.remove(stream);
            if (path != null)
                loop.closeStream(path, nowNs);
        });
    }
}
