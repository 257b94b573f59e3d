package lectern.signaling;

import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;

/// Notes when each step of the newest connection was done.
final class StepClock extends EventListener {
    private volatile long startNs, tcpNs, tlsNs, webSocketNs;

    @Override
    public void callStart(Call call) { startNs = System.nanoTime(); }

    @Override
    public void secureConnectStart(Call call) { tcpNs = System.nanoTime(); }

    @Override
    public void secureConnectEnd(Call call, Handshake handshake) { tlsNs = System.nanoTime(); }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
        if (tcpNs < startNs) tcpNs = System.nanoTime();
    }

    void webSocketOpened() { webSocketNs = System.nanoTime(); }

    JoinSteps welcomed(long nowNs) {
        return new JoinSteps(tcpNs - startNs, tlsNs - startNs, webSocketNs - startNs, nowNs - startNs);
    }
}
