package lectern.sfu;

/// The sending side of a TCP stream that carries ICE, DTLS and media (RFC 4571). The owner of the stream adds the two length
/// bytes. Called on the loop's thread: it may queue, it may not wait, and it drops when its queue is full.
@FunctionalInterface
public interface StreamSink {
    void send(byte[] packet);
}
