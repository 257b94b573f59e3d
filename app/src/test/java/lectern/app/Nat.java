package lectern.app;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// An address translator between clients and one server, all on loopback: each client goes out by a port of its own.
/// [#rebind] gives everybody another one, as a router does after a restart or a phone that changes its network.
final class Nat implements AutoCloseable {
    private static final int LARGEST_DATAGRAM = 2048;

    private final InetSocketAddress server;
    private final DatagramSocket inside;
    private final Map<SocketAddress, DatagramSocket> outside = new ConcurrentHashMap<>();

    Nat(int serverPort) throws IOException {
        server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
        inside = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        Thread.ofVirtual().start(() -> pass(inside, packet -> {
            var client = packet.getSocketAddress();
            packet.setSocketAddress(server);
            outside.computeIfAbsent(client, this::bind).send(packet);
        }));
    }

    int port() { return inside.getLocalPort(); }

    void rebind() {
        outside.values().forEach(DatagramSocket::close);
        outside.clear();
    }

    private DatagramSocket bind(SocketAddress client) {
        try {
            var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread.ofVirtual().start(() -> pass(socket, packet -> {
                packet.setSocketAddress(client);
                inside.send(packet);
            }));
            return socket;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Hop {
        void send(DatagramPacket packet) throws IOException;
    }

    private static void pass(DatagramSocket from, Hop hop) {
        var packet = new DatagramPacket(new byte[LARGEST_DATAGRAM], LARGEST_DATAGRAM);
        while (!from.isClosed()) {
            try {
                packet.setLength(LARGEST_DATAGRAM);
                from.receive(packet);
                hop.send(packet);
            } catch (IOException lost) {
                // a datagram that is lost, or the end
            }
        }
    }

    @Override
    public void close() {
        inside.close();
        rebind();
    }
}
