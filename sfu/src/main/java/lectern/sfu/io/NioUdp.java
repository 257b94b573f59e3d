package lectern.sfu.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// Java's own channels: one system call a datagram, some garbage per received one, and it works everywhere.
final class NioUdp implements UdpPort {
    private final DatagramChannel channel;
    private final Selector selector;
    private final PacketRing ring;
    private final ByteBuffer slots;
    private final PathTable paths;
    private final int batch;
    private final int port;
    private final UdpCounters counters = new UdpCounters();

    NioUdp(InetSocketAddress bind, PacketRing ring, PathTable paths, int batch) throws IOException {
        this.ring = ring;
        this.slots = ring.memory().asByteBuffer();
        this.paths = paths;
        this.batch = batch;
        boolean ipv4Only = bind.getAddress() instanceof Inet4Address four && !four.isAnyLocalAddress();
        channel = ipv4Only ? DatagramChannel.open(StandardProtocolFamily.INET) : DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER_BYTES);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER_BYTES);
            channel.bind(bind);
            port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            selector = Selector.open();
            channel.register(selector, SelectionKey.OP_READ);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public int receive(ReceiveBatch into, long timeoutNs) {
        into.clear();
        try {
            if (timeoutNs > 0) {
                selector.select(Math.max(1, (timeoutNs + 999_999) / 1_000_000));
                selector.selectedKeys().clear();
            }
            int most = Math.min(batch, into.capacity());
            while (into.count() < most) {
                int slot = ring.upcoming(0);
                int at = (int) ring.offset(slot);
                slots.limit(at + ring.slotBytes()).position(at);
                InetSocketAddress from = (InetSocketAddress) channel.receive(slots);
                if (from == null)
                    break;
                counters.receiveCalls++;
                accept(into, ring.claim(), slots.position() - at, paths.find(from));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return into.count();
    }

    private void accept(ReceiveBatch into, int slot, int length, int path) {
        if (length >= ring.slotBytes()) { // a channel cuts what is too long; nothing of ours fills a slot
            counters.oversized++;
        } else if (path == PathTable.NONE) {
            counters.unknown++;
        } else {
            counters.received++;
            into.add(slot, ring.offset(slot), length, path);
        }
    }

    @Override
    public int send(SendBatch batch) {
        ByteBuffer memory = batch.memory().asByteBuffer();
        int sent = 0;
        for (int i = 0; i < batch.count(); i++) {
            int path = batch.path(i);
            if (paths.isStream(path)) {
                counters.sendFailed++;
                continue;
            }
            int at = (int) batch.offset(i);
            memory.limit(at + batch.length(i)).position(at);
            try {
                counters.sendCalls++;
                if (channel.send(memory, paths.address(path)) == 0) {
                    counters.sendFull++;
                } else {
                    sent++;
                }
            } catch (IOException _) { // no route, forbidden, too long: that packet's matter alone
                counters.sendFailed++;
            }
        }
        counters.sent += sent;
        batch.clear();
        return sent;
    }

    @Override
    public void wakeUp() {
        selector.wakeup();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String describe() {
        return "nio";
    }

    @Override
    public UdpStats stats() {
        return counters.snapshot();
    }

    @Override
    public void close() {
        try (selector; channel) {} catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
