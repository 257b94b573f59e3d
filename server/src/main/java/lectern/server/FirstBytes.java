package lectern.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.function.Consumer;

/// Tells what a new TCP connection is by its first bytes, and hands it to the handlers of that kind.
///
/// TLS begins with record type 22. ICE-TCP begins with a framed STUN request: two bytes of length (under 2,048, so the first is
/// at most 7), then STUN's two zero bits and, 6 bytes into the frame, its magic cookie. HTTP begins with a letter. No two of them look alike.
final class FirstBytes extends ByteToMessageDecoder {
    enum Kind {
        UNDECIDED, TLS, PLAIN_HTTP, ICE_TCP, OTHER
    }

    private static final int TLS_HANDSHAKE = 0x16;
    private static final int MAGIC_COOKIE = 0x2112A442; // RFC 8489 §5
    private static final int MAX_FRAME_BYTES = 2_048;

    private final Consumer<ChannelPipeline> tls;
    private final Consumer<ChannelPipeline> plainHttp;
    private final Consumer<ChannelPipeline> iceTcp;
    private final Counters counters;

    FirstBytes(Consumer<ChannelPipeline> tls, Consumer<ChannelPipeline> plainHttp, Consumer<ChannelPipeline> iceTcp,
            Counters counters) {
        this.tls = tls;
        this.plainHttp = plainHttp;
        this.iceTcp = iceTcp;
        this.counters = counters;
    }

    static Kind kindOf(ByteBuf in) {
        if (!in.isReadable()) return Kind.UNDECIDED;
        int start = in.readerIndex();
        int first = in.getUnsignedByte(start);
        if (first == TLS_HANDSHAKE) return Kind.TLS;
        if (first >= 'A' && first <= 'Z') return Kind.PLAIN_HTTP;
        if (first >= MAX_FRAME_BYTES >> 8) return Kind.OTHER;
        if (in.readableBytes() > 2 && (in.getUnsignedByte(start + 2) & 0xC0) != 0) return Kind.OTHER;
        if (in.readableBytes() < 10) return Kind.UNDECIDED;
        return in.getInt(start + 6) == MAGIC_COOKIE ? Kind.ICE_TCP : Kind.OTHER;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        Kind kind = kindOf(in);
        switch (kind) {
            case UNDECIDED -> {
                return;
            }
            case TLS -> tls.accept(ctx.pipeline());
            case PLAIN_HTTP -> plainHttp.accept(ctx.pipeline());
            case ICE_TCP -> iceTcp.accept(ctx.pipeline());
            case OTHER -> {
                in.skipBytes(in.readableBytes());
                counters.count("unknown first bytes");
                ctx.close();
                return;
            }
        }
        ctx.pipeline().remove(this); // what was read goes on to the new handlers
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
