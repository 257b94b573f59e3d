package lectern.sfu.core;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.security.SecureRandom;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import lectern.sfu.Sfu;
import lectern.sfu.dtls.DtlsHandshake;
import lectern.sfu.dtls.DtlsHandshake.Keys;
import lectern.sfu.dtls.DtlsIdentity;
import lectern.sfu.srtp.SrtpProfile;
import org.jspecify.annotations.Nullable;

/// Puts a synthetic peer on a UDP socket of its own, with a real DTLS handshake.
public final class SocketClient implements AutoCloseable {
    private static final DtlsIdentity IDENTITY = DtlsIdentity.create(new SecureRandom());
    private static final List<SrtpProfile> AS_BROWSERS = List.of(SrtpProfile.AES128_CM_HMAC_SHA1_80,
            SrtpProfile.AEAD_AES_128_GCM);

    private final SyntheticPeer peer;
    private final DatagramChannel channel;
    private final Selector selector;
    private final Queue<Runnable> fromHandshake = new ConcurrentLinkedQueue<>();
    private final ByteBuffer buffer = ByteBuffer.allocate(2_048);
    private final Queue<byte[]> fromStream = new ConcurrentLinkedQueue<>();
    private DtlsHandshake handshake;
    private @Nullable Sfu sfu;
    private int stream;

    private SocketClient(SyntheticPeer peer, int serverPort) throws IOException {
        this.peer = peer;
        channel = DatagramChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
        channel.configureBlocking(false);
        selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
        peer.network = this::send;
    }

    public static Publisher publisher(int id) {
        return new Publisher(id, id, Publisher.Form.RIDS, IDENTITY.fingerprint());
    }

    public static Subscriber subscriber(int id) {
        return new Subscriber(id, IDENTITY.fingerprint());
    }

    /// Starts talking to the server that this description came from.
    public static SocketClient connect(SyntheticPeer peer, String description, int serverPort) throws IOException {
        peer.nowNs = System.nanoTime();
        peer.remote(description);
        var client = new SocketClient(peer, serverPort);
        peer.callForKeys = () -> client.shakeHands(SyntheticPeer.fingerprintOf(description));
        peer.dtls = datagram -> {
            if (client.handshake != null)
                client.handshake.offer(datagram);
        };
        return client;
    }

    /// The same by a stream that the server is handed packet by packet (ICE-TCP).
    public static SocketClient overStream(SyntheticPeer peer, String description, Sfu sfu) throws IOException {
        var client = connect(peer, description, sfu.port());
        client.sfu = sfu;
        client.stream = sfu.openStream(new InetSocketAddress("127.0.0.1", 55_555), client.fromStream::add);
        return client;
    }

    private void shakeHands(String serverFingerprint) {
        if (handshake != null)
            return;
        handshake = DtlsHandshake.startClient(IDENTITY, List.of(serverFingerprint), AS_BROWSERS,
                datagram -> fromHandshake.add(() -> send(datagram)), outcome -> fromHandshake.add(() -> {
                    if (!(outcome instanceof Keys keys))
                        throw new AssertionError("the handshake ended with " + outcome);
                    peer.keys(keys);
                }));
    }

    private void send(byte[] datagram) {
        if (sfu != null) {
            sfu.streamReceived(stream, datagram);
            return;
        }
        try {
            channel.write(ByteBuffer.wrap(datagram));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void turn() throws IOException {
        for (Runnable word; (word = fromHandshake.poll()) != null;)
            word.run();
        peer.tick(System.nanoTime());
        for (byte[] packet; (packet = fromStream.poll()) != null;)
            peer.receive(packet, System.nanoTime());
        while (channel.read(buffer.clear()) > 0) {
            byte[] datagram = new byte[buffer.flip().remaining()];
            buffer.get(datagram);
            peer.receive(datagram, System.nanoTime());
        }
    }

    /// Keeps these clients going until something is true; fails after a while.
    public static void until(String what, BooleanSupplier reached, SocketClient... clients) throws IOException {
        long giveUpNs = System.nanoTime() + 20_000_000_000L;
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() - giveUpNs > 0)
                throw new AssertionError("not within 20 s: " + what);
            for (SocketClient client : clients)
                client.turn();
            clients[0].selector.select(2);
            clients[0].selector.selectedKeys().clear();
        }
    }

    /// Says goodbye by DTLS.
    public void leave() {
        if (handshake != null)
            handshake.close();
    }

    @Override
    public void close() throws IOException {
        leave();
        selector.close();
        channel.close();
    }
}
