package lectern.sfu;

import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import lectern.sfu.sdp.Candidate;

/// Where we can be reached, as ICE candidates. Asked anew for each description, since laptops change networks in mid-lesson.
final class LocalCandidates {
    private static final int BEST = 65_535;
    // A machine with Docker and VPNs has a dozen; each costs every client a few checks.
    private static final int MAX_ADDRESSES = 16;

    private final SfuSettings settings;
    private final int udpPort;

    LocalCandidates(SfuSettings settings, int udpPort) {
        this.settings = settings;
        this.udpPort = udpPort;
    }

    List<Candidate> current() {
        List<Candidate> candidates = new ArrayList<>();
        List<InetAddress> addresses = addresses();
        for (InetAddress address : addresses)
            candidates.add(candidate(candidates.size(), false, address, udpPort));
        if (settings.tcpPort() != 0)
            for (InetAddress address : addresses)
                candidates.add(candidate(candidates.size(), true, address, settings.tcpPort()));
        return candidates;
    }

    private static Candidate candidate(int place, boolean tcp, InetAddress address, int port) {
        return Candidate.host(String.valueOf(place + 1), tcp, BEST - place, address.getHostAddress(), port);
    }

    private List<InetAddress> addresses() {
        List<InetAddress> told = new ArrayList<>(settings.candidates());
        InetAddress bound = settings.bind().getAddress();
        if (told.isEmpty() && bound != null && !bound.isAnyLocalAddress())
            told.add(bound);
        else
            if (told.isEmpty())
                told.addAll(ofInterfaces());
        if (settings.loopbackCandidates() && (bound == null || bound.isAnyLocalAddress())
                && told.stream().noneMatch(InetAddress::isLoopbackAddress))
            told.add(InetAddress.ofLiteral("127.0.0.1"));
        return told;
    }

    /// IPv4 first: in a school it is what works. Link-local addresses are left out, being of no use without their interface's name.
    private static List<InetAddress> ofInterfaces() {
        List<InetAddress> ipv4 = new ArrayList<>();
        List<InetAddress> ipv6 = new ArrayList<>();
        try {
            for (NetworkInterface network : NetworkInterface.networkInterfaces().toList())
                if (network.isUp() && !network.isLoopback())
                    network.inetAddresses().filter(a -> !a.isLinkLocalAddress())
                            .forEach(a -> (a instanceof Inet4Address ? ipv4 : ipv6).add(a));
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        List<InetAddress> all = new ArrayList<>(ipv4);
        all.addAll(ipv6);
        return all.subList(0, Math.min(MAX_ADDRESSES, all.size()));
    }
}
