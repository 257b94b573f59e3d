package lectern.server;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;

/// Plain HTTP gets one answer: the same place by HTTPS.
final class PlainHttp extends SimpleChannelInboundHandler<FullHttpRequest> {
    private final String authority;

    /// @param authority host and port as they stand in the links, for a request that names none
    PlainHttp(String authority) {
        this.authority = authority;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        String asked = request.headers().get(HttpHeaderNames.HOST, "");
        String host = asked.matches("[A-Za-z0-9.:\\[\\]-]{1,260}") ? asked : authority;
        boolean isPath = request.decoderResult().isSuccess() && request.uri().startsWith("/")
                && request.uri().chars().allMatch(c -> c > ' ' && c < 127);
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.PERMANENT_REDIRECT);
        response.headers().set(HttpHeaderNames.LOCATION, "https://" + host + (isPath ? request.uri() : "/"))
                .set(HttpHeaderNames.CONTENT_LENGTH, 0).set(HttpHeaderNames.CONNECTION, "close")
                .set("Referrer-Policy", "no-referrer");
        ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
