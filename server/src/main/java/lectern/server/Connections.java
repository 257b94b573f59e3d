package lectern.server;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts TCP connections, and closes those that are too many, altogether or from one address.
@Sharable
final class Connections extends ChannelInboundHandlerAdapter {
    private final ServerLimits limits;
    private final Counters counters;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<InetAddress, Integer> byAddress = new ConcurrentHashMap<>();

    Connections(ServerLimits limits, Counters counters) {
        this.limits = limits;
        this.counters = counters;
    }

    int open() {
        return open.get();
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        InetAddress from = address(ctx);
        int all = open.incrementAndGet();
        int here = byAddress.merge(from, 1, Integer::sum);
        ctx.channel().closeFuture().addListener(_ -> {
            open.decrementAndGet();
            byAddress.computeIfPresent(from, (_, n) -> n == 1 ? null : n - 1);
        });
        if (all > limits.connections() || here > limits.connectionsPerAddress()) {
            counters.count("connection too many");
            ctx.close();
            return;
        }
        counters.count("connection");
        ctx.fireChannelActive();
    }

    private static InetAddress address(ChannelHandlerContext ctx) {
        return ctx.channel().remoteAddress() instanceof InetSocketAddress remote
                ? remote.getAddress()
                : InetAddress.getLoopbackAddress();
    }
}
