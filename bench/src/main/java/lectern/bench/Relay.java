package lectern.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A bad connection for real clients, on loopback: they send to [#port], the server sees each of them come from an address of its own,
/// and both directions are [Line]s. For machines where nobody may, or can, ask the kernel for loss.
///
/// One thread of its own does everything; counters and [#close] are for any thread.
public final class Relay implements AutoCloseable {
    private static final int MAX_CLIENTS = 1_024;
    private static final int MAX_UNDER_WAY = 20_000; // packets; beyond it they are dropped as by a full queue
    private static final int SOCKET_BUFFER_BYTES = 4 * 1_024 * 1_024;

    /// One client: its address, our socket towards the server, and both lines.
    private record Client(InetSocketAddress address, DatagramChannel back, Line up, Line down) {}

    private record Departure(long atNs, long order, ByteBuffer bytes, DatagramChannel by,
            @Nullable InetSocketAddress to) implements Comparable<Departure> {
        @Override
        public int compareTo(Departure other) {
            int byTime = Long.signum(atNs - other.atNs);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    private final InetSocketAddress server;
    private final Line.Settings up;
    private final Line.Settings down;
    private final long seed;
    private final Selector selector;
    private final DatagramChannel front;
    private final int port;
    private final Map<InetSocketAddress, Client> clients = new HashMap<>();
    private final PriorityQueue<Departure> underWay = new PriorityQueue<>();
    private final ByteBuffer received = ByteBuffer.allocateDirect(65_536);
    private final AtomicLong forwarded = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private long order;
    private volatile boolean closed;

    /// `up` is the way from the clients to the server.
    public Relay(int serverPort, Line.Settings up, Line.Settings down, long seed) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        this.up = up;
        this.down = down;
        this.seed = seed;
        this.selector = Selector.open();
        this.front = open();
        this.port = ((InetSocketAddress) front.getLocalAddress()).getPort();
        front.register(selector, SelectionKey.OP_READ);
        this.thread = Thread.ofPlatform().name("relay-" + port).daemon().start(this::run);
    }

    private static DatagramChannel open() throws IOException {
        var channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_BYTES);
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.configureBlocking(false);
        return channel;
    }

    /// Where clients send to, on 127.0.0.1.
    public int port() {
        return port;
    }

    /// The server's description with the relay as its only candidate in each section.
    public String through(String sdp) {
        var text = new StringBuilder();
        boolean replaced = false;
        for (String line : sdp.split("\r?\n")) {
            if (line.startsWith("m="))
                replaced = false;
            if (!line.startsWith("a=candidate:")) {
                text.append(line).append("\r\n");
            } else if (!replaced) {
                text.append("a=candidate:1 1 udp 2130706431 127.0.0.1 ").append(port).append(" typ host\r\n");
                replaced = true;
            }
        }
        return text.toString();
    }

    public long forwarded() {
        return forwarded.get();
    }

    /// By the lines' chance.
    public long lost() {
        return lost.get();
    }

    /// By full queues.
    public long dropped() {
        return dropped.get();
    }

    private void run() {
        try {
            while (!closed) {
                waitForWork();
                for (SelectionKey key : selector.selectedKeys())
                    if (key.channel() == front)
                        receiveFromClients();
                    else
                        if (key.attachment() instanceof Client client)
                            receiveFromServer(client);
                selector.selectedKeys().clear();
                depart(System.nanoTime());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            closeSockets();
        }
    }

    private void waitForWork() throws IOException {
        Departure next = underWay.peek();
        long waitNs = next == null ? Long.MAX_VALUE : next.atNs() - System.nanoTime();
        if (next == null)
            selector.select();
        else
            if (waitNs > 2_000_000)
                selector.select(waitNs / 1_000_000 - 1); // the selector counts milliseconds; the rest is slept exactly
            else {
                if (waitNs > 50_000)
                    LockSupport.parkNanos(Math.min(waitNs, 250_000));
                selector.selectNow();
            }
    }

    private void receiveFromClients() throws IOException {
        InetSocketAddress from;
        while ((from = receive(front)) != null) {
            Client client = clients.get(from);
            if (client == null && clients.size() < MAX_CLIENTS)
                client = admit(from);
            if (client != null)
                travel(client.up(), client.back(), null);
            else
                dropped.incrementAndGet();
        }
    }

    private Client admit(InetSocketAddress from) throws IOException {
        DatagramChannel back = open();
        back.connect(server);
        long number = clients.size();
        var client = new Client(from, back, new Line(up, seed + 2 * number), new Line(down, seed + 2 * number + 1));
        back.register(selector, SelectionKey.OP_READ, client);
        clients.put(from, client);
        return client;
    }

    private void receiveFromServer(Client client) throws IOException {
        while (receive(client.back()) != null)
            travel(client.down(), front, client.address());
    }

    private @Nullable InetSocketAddress receive(DatagramChannel channel) throws IOException {
        received.clear();
        try {
            var from = (InetSocketAddress) channel.receive(received);
            received.flip();
            return from;
        } catch (java.net.PortUnreachableException e) {
            return null; // nobody listens there (any more): what was sent is lost, as on any network
        }
    }

    private void travel(Line line, DatagramChannel by, @Nullable InetSocketAddress to) {
        long nowNs = System.nanoTime();
        long travelNs = line.travelNs(received.remaining(), nowNs);
        if (travelNs == Line.LOST) {
            lost.incrementAndGet();
        } else if (travelNs == Line.DROPPED || underWay.size() == MAX_UNDER_WAY) {
            dropped.incrementAndGet();
        } else {
            var copy = ByteBuffer.allocate(received.remaining()).put(received).flip();
            underWay.add(new Departure(nowNs + travelNs, order++, copy, by, to));
        }
    }

    private void depart(long nowNs) throws IOException {
        for (Departure next; (next = underWay.peek()) != null && next.atNs() - nowNs <= 0;) {
            underWay.remove();
            try {
                int sent = next.to() == null ? next.by().write(next.bytes()) : next.by().send(next.bytes(), next.to());
                (sent > 0 || next.bytes().capacity() == 0 ? forwarded : dropped).incrementAndGet();
            } catch (java.net.PortUnreachableException e) {
                dropped.incrementAndGet();
            }
        }
    }

    private void closeSockets() {
        try {
            front.close();
            for (Client client : clients.values())
                client.back().close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
