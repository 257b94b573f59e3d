package lectern.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// This machine's addresses, as others in its network may reach it.
final class Addresses {
    /// The address by which packets to the world would leave (asking sends none), else the likeliest of the interfaces, else
    /// loopback.
    static InetAddress best() {
        return outward().or(() -> own().stream().filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
                .min(Comparator.comparing((InetAddress a) -> !(a instanceof Inet4Address))
                        .thenComparing(a -> !a.isSiteLocalAddress())))
                .orElseGet(InetAddress::getLoopbackAddress);
    }

    private static Optional<InetAddress> outward() {
        try (var socket = new DatagramSocket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[]{ (byte) 192, 0, 2, 1}), 9)); // RFC 5737
            InetAddress local = socket.getLocalAddress();
            return local.isAnyLocalAddress() || local.isLoopbackAddress() ? Optional.empty() : Optional.of(local);
        } catch (IOException | RuntimeException noRoute) {
            return Optional.empty();
        }
    }

    /// Every address of the interfaces that are up.
    static List<InetAddress> own() {
        var found = new ArrayList<InetAddress>();
        try {
            for (NetworkInterface network : NetworkInterface.networkInterfaces().toList())
                if (network.isUp()) network.inetAddresses().forEach(found::add);
        } catch (IOException unreadable) {
            found.add(InetAddress.getLoopbackAddress());
        }
        return found;
    }

    /// As it stands in a URL.
    static String inUrl(String host) {
        return host.contains(":") ? "[" + host.replaceFirst("%.*", "") + "]" : host;
    }

    private Addresses() {}
}
