package lectern.server;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import io.netty.handler.ssl.SslContext;
import lectern.sfu.Sfu;
import lectern.sfu.SfuException;
import lectern.sfu.SfuListener;
import lectern.sfu.SfuSettings;
import org.jspecify.annotations.Nullable;

/// One number, twice: TCP for words, UDP for media.
record Port(int number, TcpPort tcp, Sfu sfu) implements AutoCloseable {
    private static final int TRIES = 50;

    /// @param host      as it stands in the links
    /// @param preferred tried first where any port will do; 0 for none
    static Port take(String host, int preferred, ServerSettings settings, Counters counters, SfuListener listener)
            throws IOException {
        var bind = new Binding(host, settings, counters, listener);
        if (settings.port() != 0) {
            try {
                return bind.at(settings.port());
            } catch (BindException taken) {
                throw new ServerException(words(settings.port(), taken), taken);
            }
        }
        BindException last = new BindException("none was tried");
        for (int i = 0; i < TRIES; i++)
            try {
                return bind.at(i == 0 ? preferred : 0);
            } catch (BindException taken) {
                last = taken;
            }
        throw new ServerException(
                "No port is free for both TCP and UDP (" + last.getMessage() + "). Choose one with --port.", last);
    }

    void open(SslContext tls, Reception reception, String authority) {
        tcp.open(new TcpPort.Doors(tls, reception, sfu, authority));
    }

    @Override
    public void close() {
        tcp.close();
        sfu.close();
    }

    private static String words(int port, BindException why) {
        String message = String.valueOf(why.getMessage());
        if (message.contains("ermission"))
            return "Port " + port + " may not be opened by this user. Choose one from 1024 up with --port.";
        if (message.contains("assign"))
            return "The address given with --host isn't one of this machine's, so port " + port
                    + " can't be opened on it.";
        return "Port " + port + " is taken by another program (" + message
                + "). Stop it, or choose another port with --port; --port 0 takes any that is free.";
    }

    private record Binding(String host, ServerSettings settings, Counters counters, SfuListener listener) {
        Port at(int wanted) throws IOException {
            var tcp = new TcpPort(settings.limits(), counters);
            InetAddress loopback = loopback();
            try {
                int number = tcp.bind(address(loopback, wanted));
                InetSocketAddress udp = address(loopback, number);
                new DatagramSocket(udp).close(); // whether it is free: the media plane's own word would be less clear
                var media = SfuSettings.at(udp).withTcpPort(number)
                        .withCandidates(loopback != null ? List.of(loopback) : candidates())
                        .withLoopbackCandidates(settings.loopbackCandidates() || loopback != null);
                return new Port(number, tcp, Sfu.start(media, listener));
            } catch (SfuException why) {
                tcp.close();
                throw new ServerException("Media can't be carried: " + why.getMessage(), why);
            } catch (IOException | RuntimeException e) {
                tcp.close();
                throw e;
            }
        }

        private static InetSocketAddress address(@Nullable InetAddress only, int port) {
            return only == null ? new InetSocketAddress(port) : new InetSocketAddress(only, port);
        }

        /// The loopback address that the host is, or null: a server for this machine alone doesn't listen to others.
        private @Nullable InetAddress loopback() {
            if (host.equals("localhost")) return InetAddress.ofLiteral("127.0.0.1");
            try {
                InetAddress literal = InetAddress.ofLiteral(host);
                return literal.isLoopbackAddress() ? literal : null;
            } catch (IllegalArgumentException isName) {
                return null;
            }
        }

        /// Nothing (every address of the interfaces), or those with the host's own where that is another: a router forwards from
        /// it.
        private List<InetAddress> candidates() {
            if (settings.host() == null) return List.of();
            var own = new ArrayList<>(Addresses.own());
            own.removeIf(a -> a.isLoopbackAddress() || a.isLinkLocalAddress());
            try {
                boolean isOutside = false;
                for (InetAddress address : InetAddress.getAllByName(host))
                    if (!address.isLoopbackAddress() && !own.contains(address)) isOutside |= own.add(address);
                return isOutside ? own : List.of();
            } catch (UnknownHostException unknownHere) {
                return List.of(); // the name may be known to those who use the link
            }
        }
    }
}
