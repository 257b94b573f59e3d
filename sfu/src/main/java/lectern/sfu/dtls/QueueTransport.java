package lectern.sfu.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/// What BouncyCastle sees as its socket: a bounded queue of datagrams that came, and whoever sends what goes.
///
/// BouncyCastle sends each record by itself; here the records of one flight are put together and leave when the
/// sender begins to wait. That is fewer packets, and a flight that is lost as a whole: a peer that gets its end without
/// its middle can be left in the wrong epoch for good (BouncyCastle's own receiver is).
final class QueueTransport implements DatagramTransport {
    private static final int MAX_QUEUED = 64;
    private static final int MAX_RECEIVED_BYTES = 2_048;
    // What passes every path of the internet and still leaves room for IPv6, UDP and a tunnel.
    private static final int MAX_SENT_BYTES = 1_200;
    private static final byte[] WAKE_UP = {};

    private final BlockingQueue<byte[]> received = new ArrayBlockingQueue<>(MAX_QUEUED);
    private final Consumer<byte[]> send;
    private final byte[] flight = new byte[MAX_SENT_BYTES];
    private int flightBytes;
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
        flush();
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
        if (flightBytes + length > flight.length)
            flush();
        System.arraycopy(from, at, flight, flightBytes, length);
        flightBytes += length;
    }

    /// Sends what has been put together. Only the handshake's own thread sends and flushes.
    void flush() {
        if (flightBytes == 0)
            return;
        byte[] datagram = Arrays.copyOf(flight, flightBytes);
        flightBytes = 0;
        send.accept(datagram);
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
