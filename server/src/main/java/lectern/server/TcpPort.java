package lectern.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import lectern.protocol.Limits;
import lectern.sfu.Sfu;
import org.jspecify.annotations.Nullable;

/// The one TCP port: HTTPS with WebSocket, plain HTTP (redirected) and ICE-TCP, told apart by [FirstBytes]. Bound first, so that
/// the UDP port can get the same number; connections are taken from [#open] on.
final class TcpPort implements AutoCloseable {
    private static final int THREADS = 2; // words are few and short; media goes its own way
    private static final int IDLE_S = 30; // an HTTP connection without a request, an ICE-TCP stream without a check
    private static final int LAST_WORDS_MS = 1_000;
    /// The handler that makes one message of a request and its body.
    private static final String TOGETHER = "together";

    private final EventLoopGroup threads = new MultiThreadIoEventLoopGroup(THREADS,
            new DefaultThreadFactory("http", true),
            NioIoHandler.newFactory());
    private final ChannelGroup open = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Connections connections;
    private @Nullable Channel listening;
    private volatile @Nullable Doors doors;

    /// What is behind the port.
    record Doors(SslContext tls, Reception reception, Sfu sfu, String authority) {}

    TcpPort(ServerLimits limits, Counters counters) {
        this.connections = new Connections(limits, counters);
    }

    /// Takes the port; the system lets callers wait until [#open].
    ///
    /// @return the port's number
    /// @throws java.net.BindException when it is taken
    int bind(InetSocketAddress address) throws IOException {
        var bootstrap = new ServerBootstrap().group(threads).channel(NioServerSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false).option(ChannelOption.SO_BACKLOG, 512)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_SNDBUF, 256 * 1024) // what waits should wait here, where it is counted
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        accept(channel);
                    }
                });
        var binding = bootstrap.bind(address).awaitUninterruptibly();
        if (binding.cause() instanceof IOException why) throw why;
        if (!binding.isSuccess())
            throw new IOException("port " + address.getPort() + " can't be opened", binding.cause());
        Channel bound = binding.channel();
        listening = bound;
        return ((InetSocketAddress) bound.localAddress()).getPort();
    }

    void open(Doors behind) {
        doors = behind;
        if (listening != null) listening.config().setAutoRead(true);
    }

    int connections() {
        return connections.open();
    }

    /// Does something now and then until the port is closed.
    void every(int seconds, Runnable what) {
        threads.scheduleWithFixedDelay(what, seconds, seconds, TimeUnit.SECONDS);
    }

    private void accept(SocketChannel channel) {
        Doors behind = doors;
        if (behind == null) {
            channel.close();
            return;
        }
        open.add(channel);
        Reception reception = behind.reception();
        var deadline = new Deadline(reception.limits().joinTimeout());
        channel.pipeline().addLast(connections, deadline,
                new FirstBytes(pipeline -> tls(pipeline, behind, deadline), pipeline -> {
                    http(pipeline);
                    pipeline.addLast(new PlainHttp(behind.authority()));
                }, pipeline -> {
                    deadline.met();
                    pipeline.addLast(new IdleStateHandler(IDLE_S, 0, 0), new Rfc4571Decoder(),
                            new IceTcp(behind.sfu(), reception.counters()));
                }, reception.counters()));
    }

    private static void tls(ChannelPipeline pipeline, Doors behind, Deadline deadline) {
        SslHandler handler = behind.tls().newHandler(pipeline.channel().alloc());
        handler.setHandshakeTimeout(behind.reception().limits().joinTimeout().toMillis(), TimeUnit.MILLISECONDS);
        pipeline.addLast(handler);
        http(pipeline);
        pipeline.addBefore(TOGETHER, null, new FileTalk(behind.reception(), deadline));
        pipeline.addLast(new Pages(behind.reception(), deadline));
    }

    private static void http(ChannelPipeline pipeline) {
        pipeline.addLast(new IdleStateHandler(0, 0, IDLE_S),
                new HttpServerCodec(new HttpDecoderConfig().setMaxInitialLineLength(4_096).setMaxHeaderSize(16_384)));
        pipeline.addLast(TOGETHER, new HttpObjectAggregator(Limits.MESSAGE_BYTES, true));
    }

    /// Takes nobody any more, and gives those who were told goodbye a moment to hear it.
    @Override
    public void close() {
        if (listening != null) listening.close().awaitUninterruptibly(LAST_WORDS_MS);
        open.newCloseFuture().awaitUninterruptibly(LAST_WORDS_MS);
        open.close().awaitUninterruptibly(LAST_WORDS_MS);
        threads.shutdownGracefully(0, LAST_WORDS_MS, TimeUnit.MILLISECONDS).awaitUninterruptibly(2 * LAST_WORDS_MS);
    }
}
