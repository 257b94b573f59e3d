package lectern.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.TooLongFrameException;
import java.util.List;

/// Cuts a TCP stream into packets by RFC 4571: two bytes of length before each. Nothing that belongs on the line is longer
/// than a datagram; a longer length means that the stream is something else.
final class Rfc4571Decoder extends ByteToMessageDecoder {
    static final int MAX_PACKET_BYTES = 2_048;

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (in.readableBytes() < 2) return;
        int length = in.getUnsignedShort(in.readerIndex());
        if (length > MAX_PACKET_BYTES) {
            in.skipBytes(in.readableBytes());
            throw new TooLongFrameException("a packet of " + length + " bytes");
        }
        if (in.readableBytes() < 2 + length) return;
        in.skipBytes(2);
        byte[] packet = new byte[length];
        in.readBytes(packet);
        if (length > 0) out.add(packet); // an empty one keeps the line alive and says nothing
    }
}
