package lectern.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.timeout.IdleStateEvent;
import java.net.InetSocketAddress;
import lectern.sfu.Sfu;
import lectern.sfu.SfuException;

/// One ICE-TCP connection (RFC 6544, passive side): packets between the stream and the media plane.
final class IceTcp extends SimpleChannelInboundHandler<byte[]> {
    /// A quarter of a second at 8 Mbit/s. Media that waits longer is worth nothing: it is dropped, as a full link would.
    private static final int MAX_WAITING_BYTES = 256 * 1024;
    private static final int NONE = -1;

    private final Sfu sfu;
    private final Counters counters;
    private int stream = NONE;

    IceTcp(Sfu sfu, Counters counters) {
        this.sfu = sfu;
        this.counters = counters;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        var outbox = new Outbox(ctx.channel(), MAX_WAITING_BYTES);
        try {
            stream = sfu.openStream((InetSocketAddress) ctx.channel().remoteAddress(), packet -> {
                var frame = Unpooled.wrappedBuffer(new byte[]{ (byte) (packet.length >> 8), (byte) packet.length},
                        packet);
                if (!outbox.offer(frame, frame.readableBytes())) counters.count("ice-tcp packet dropped");
            });
            counters.count("ice-tcp stream");
        } catch (SfuException tooMany) {
            counters.count("ice-tcp stream refused");
            ctx.close();
        }
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, byte[] packet) {
        if (stream != NONE) sfu.streamReceived(stream, packet);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (stream != NONE) sfu.streamClosed(stream);
        stream = NONE;
        ctx.fireChannelInactive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent) ctx.close();
        else ctx.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        counters.count("ice-tcp stream broken");
        ctx.close();
    }
}
