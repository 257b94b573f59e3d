package lectern.sfu;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import lectern.sfu.io.UdpPort;

/// Where the media plane listens and what it tells its peers about that.
///
/// @param bind               UDP address; port 0 takes any free one
/// @param candidates         addresses told to peers; empty means every address of this machine's interfaces
/// @param loopbackCandidates whether 127.0.0.1 is told too (tests, and both sides on one machine)
/// @param tcpPort            port on which the caller takes ICE-TCP streams (RFC 6544); 0 when it takes none
/// @param maxPeers           connections held at once; one more is refused in words
/// @param io                 how datagrams are received and sent
public record SfuSettings(InetSocketAddress bind, List<InetAddress> candidates, boolean loopbackCandidates,
        int tcpPort, int maxPeers, UdpPort.Kind io) {
    public SfuSettings {
        candidates = List.copyOf(candidates);
        if (tcpPort < 0 || tcpPort > 65_535)
            throw new IllegalArgumentException("tcp-port: 0 to 65535, not " + tcpPort);
        if (maxPeers < 1 || maxPeers > 8_192)
            throw new IllegalArgumentException("max-peers: 1 to 8192, not " + maxPeers);
    }

    /// Every default but the address.
    public static SfuSettings at(InetSocketAddress bind) {
        return new SfuSettings(bind, List.of(), false, 0, 4_096, UdpPort.Kind.AUTO);
    }

    public SfuSettings withLoopbackCandidates(boolean offered) {
        return new SfuSettings(bind, candidates, offered, tcpPort, maxPeers, io);
    }

    public SfuSettings withCandidates(List<InetAddress> told) {
        return new SfuSettings(bind, told, loopbackCandidates, tcpPort, maxPeers, io);
    }

    public SfuSettings withTcpPort(int port) {
        return new SfuSettings(bind, candidates, loopbackCandidates, port, maxPeers, io);
    }

    public SfuSettings withIo(UdpPort.Kind kind) {
        return new SfuSettings(bind, candidates, loopbackCandidates, tcpPort, maxPeers, kind);
    }
}
