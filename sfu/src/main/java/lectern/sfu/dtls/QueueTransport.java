package lectern.sfu.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/// What BouncyCastle sees as its socket: a bounded queue of datagrams that came, and whoever sends what goes.
final class QueueTransport implements DatagramTransport {
    private static final int MAX_QUEUED = 64;
    private static final int MAX_RECEIVED_BYTES = 2_048;
    // What passes every path of the internet and still leaves room for IPv6, UDP and a tunnel.
    private static final int MAX_SENT_BYTES = 1_200;
    private static final byte[] WAKE_UP = {};

    private final BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(MAX_QUEUED);
    private final Consumer<byte[]> send;
    private volatile boolean closed;

    QueueTransport(Consumer<byte[]> send) {
        this.send = send;
    }

    /// Any thread. What doesn't fit is lost, as datagrams are.
    void offer(byte[] datagram) {
        received.offer(datagram);
    }

    @Override
    public int getReceiveLimit() { return MAX_RECEIVED_BYTES; }

    @Override
    public int getSendLimit() { return MAX_SENT_BYTES; }

    /// Once closed it ends the reader's wait as an interruption, which BouncyCastle answers with no alert of its own.
    @Override
    public int receive(byte[] into, int at, int room, int waitMillis) throws IOException {
        if (closed)
            throw new InterruptedIOException("closed");
        try {
            byte[] datagram = waitMillis > 0 ? received.poll(waitMillis, TimeUnit.MILLISECONDS) : received.take();
            if (closed)
                throw new InterruptedIOException("closed");
            if (datagram == null || datagram.length > room)
                return -1;
            System.arraycopy(datagram, 0, into, at, datagram.length);
            return datagram.length;
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    @Override
    public void send(byte[] from, int at, int length) {
        send.accept(java.util.Arrays.copyOfRange(from, at, at + length));
    }

    @Override
    public void close() {
        closed = true;
        if (!received.offer(WAKE_UP)) {
            received.clear();
            received.offer(WAKE_UP);
        }
    }
}
