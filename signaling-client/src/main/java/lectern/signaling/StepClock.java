package lectern.signaling;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Notes when each step of the newest connection was done. OkHttp tells its event listeners nothing of WebSockets, so
/// this stands where TCP hands over to TLS.
final class StepClock extends SSLSocketFactory {
    private final SSLSocketFactory real;
    private volatile long startNs, tcpNs, tlsNs, webSocketNs;

    StepClock(SSLSocketFactory real) { this.real = real; }

    void start() { startNs = tcpNs = tlsNs = webSocketNs = System.nanoTime(); }

    void webSocketOpened() { webSocketNs = System.nanoTime(); }

    JoinSteps welcomed(long nowNs) {
        return new JoinSteps(tcpNs - startNs, tlsNs - startNs, webSocketNs - startNs, nowNs - startNs);
    }

    @Override
    public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
        tcpNs = System.nanoTime();
        // Our messages are small and each is waited for. Held back until the one before is acknowledged (Nagle), the
        // first would wait 40 ms for the server's delayed ACK.
        connected.setTcpNoDelay(true);
        var socket = real.createSocket(connected, host, port, autoClose);
        if (socket instanceof SSLSocket tls) tls.addHandshakeCompletedListener(_ -> tlsNs = System.nanoTime());
        return socket;
    }

    @Override
    public String[] getDefaultCipherSuites() { return real.getDefaultCipherSuites(); }

    @Override
    public String[] getSupportedCipherSuites() { return real.getSupportedCipherSuites(); }

    @Override
    public Socket createSocket(String host, int port) throws IOException { return real.createSocket(host, port); }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return real.createSocket(host, port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException { return real.createSocket(host, port); }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        return real.createSocket(host, port, from, fromPort);
    }
}
