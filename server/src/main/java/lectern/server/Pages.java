package lectern.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lectern.classroom.Manner;
import lectern.protocol.Limits;
import lectern.protocol.Reason;
import lectern.protocol.ServerMessage;
import lectern.web.WebFile;
import lectern.web.WebFiles;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What is behind which path, over HTTPS. No path is ever logged: there are tokens in them.
final class Pages extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final System.Logger LOG = System.getLogger(Pages.class.getName());
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Page NOTHING = Page.text(404, "Nothing is here. Open the link that you were given.");

    private final Reception reception;
    private final Deadline deadline;

    Pages(Reception reception, Deadline deadline) {
        this.reception = reception;
        this.deadline = deadline;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
        deadline.met();
        reception.counters().count("http request");
        if (request.decoderResult().isFailure()) {
            send(ctx, request, Page.text(400, "This isn't HTTP."), false);
            return;
        }
        String path;
        QueryStringDecoder uri;
        try {
            uri = new QueryStringDecoder(request.uri());
            path = uri.path();
            uri.parameters();
        } catch (IllegalArgumentException malformed) {
            send(ctx, request, Page.text(400, "This isn't a path."), true);
            return;
        }
        if (path.equals("/ws")) upgrade(ctx, request);
        else
            if (path.matches("/wh[ie]p(/.*)?"))
                whip(ctx, request, path, uri);
            else
                send(ctx, request, page(request, path), true);
    }

    private Page page(FullHttpRequest request, String path) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD))
            return Page.empty(405, Map.of("Allow", "GET, HEAD"));
        if (path.equals("/healthz")) return Page.text(200, "ok");
        if (path.startsWith("/j/")) return file(request, WebFiles.INDEX);
        if (path.startsWith("/web/")) return file(request, path.substring("/web/".length()));
        if (path.equals("/stats") || path.startsWith("/stats/")) return stats(request, path);
        return NOTHING;
    }

    private static Page file(FullHttpRequest request, String name) {
        WebFile file = WebFiles.find(name).orElse(null);
        if (file == null) return NOTHING;
        var headers = Map.of("ETag", file.etag(), "Cache-Control", "no-cache");
        String known = request.headers().get(HttpHeaderNames.IF_NONE_MATCH);
        if (known != null && List.of(known.split("\\s*,\\s*")).contains(file.etag())) return Page.empty(304, headers);
        return new Page(200, file.contentType(), file.bytes(), headers);
    }

    private Page stats(FullHttpRequest request, String path) {
        String token = path.length() > "/stats/".length() ? path.substring("/stats/".length()) : bearer(request);
        if (token == null || !reception.statsGate().opens(token))
            return Page.text(403, "Only the teacher's token opens this.");
        return new Page(200, "application/json", JSON.writeValueAsBytes(reception.stats().get()),
                Map.of("Cache-Control", "no-store"));
    }

    static @Nullable String bearer(HttpRequest request) {
        String header = request.headers().get(HttpHeaderNames.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : null;
    }

    private void whip(ChannelHandlerContext ctx, FullHttpRequest request, String path, QueryStringDecoder uri) {
        Manner manner = path.startsWith("/whip") ? Manner.WHIP : Manner.WHEP;
        String rest = path.length() > "/whip/".length() ? path.substring("/whip/".length()) : "";
        var asked = new WhipDesk.Request(manner, request.method().name(), rest, bearer(request),
                uri.parameters().getOrDefault("name", List.of()).stream().findFirst().orElse(null),
                request.headers().get(HttpHeaderNames.CONTENT_TYPE, ""),
                request.headers().get(HttpHeaderNames.IF_MATCH),
                request.content().toString(StandardCharsets.UTF_8));
        FullHttpRequest kept = request.retain();
        CompletableFuture<Page> answer = reception.whip().handle(asked, reception.loop());
        answer.whenComplete((page, failure) -> ctx.executor().execute(() -> {
            send(ctx, kept, failure == null ? page : Page.text(500, "Something broke in the server."), true);
            kept.release();
        }));
    }

    private void upgrade(ChannelHandlerContext ctx, FullHttpRequest request) {
        var asked = request.headers();
        if (!request.method().equals(HttpMethod.GET) || !asked.contains(HttpHeaderNames.UPGRADE, "websocket", true)
                || !asked.contains(HttpHeaderNames.SEC_WEBSOCKET_VERSION, "13", true)) {
            send(ctx, request, Page.empty(426, Map.of("Upgrade", "websocket", "Sec-WebSocket-Version", "13")), true);
            return;
        }
        var config = WebSocketDecoderConfig.newBuilder().maxFramePayloadLength(Limits.MESSAGE_BYTES)
                .closeOnProtocolViolation(false).build(); // so that there are last words
        var handshaker = new WebSocketServerHandshakerFactory("wss://lectern/ws", null, config).newHandshaker(request);
        var caller = new WebSocketCaller(ctx.channel(), reception.limits(), reception.counters());
        deadline.start(ctx, () -> caller.bye(new ServerMessage.Bye(Reason.SLOW, "A join was expected sooner.")));
        ctx.pipeline().remove(IdleStateHandler.class);
        ctx.pipeline().remove(FileTalk.class);
        if (ctx.pipeline().get(ChunkedWriteHandler.class) != null) ctx.pipeline().remove(ChunkedWriteHandler.class);
        ctx.pipeline()
                .addLast(new IdleStateHandler(reception.limits().silenceTimeout().toMillis(), 0, 0,
                        TimeUnit.MILLISECONDS))
                .addLast(new WebSocketFrameAggregator(Limits.MESSAGE_BYTES))
                .addLast(new WebSocketTalk(reception, caller, deadline));
        try {
            handshaker.handshake(ctx.channel(), request);
            ctx.pipeline().remove(this);
        } catch (WebSocketHandshakeException malformed) {
            ctx.close();
        }
    }

    static void harden(HttpHeaders headers) {
        headers.set("Content-Security-Policy", WebFiles.CONTENT_SECURITY_POLICY);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
    }

    static DefaultFullHttpResponse response(Page page, boolean isHead) {
        var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(page.status()),
                isHead ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(page.body()));
        var headers = response.headers();
        harden(headers);
        if (!page.contentType().isEmpty()) headers.set(HttpHeaderNames.CONTENT_TYPE, page.contentType());
        if (page.status() != 204 && page.status() != 304)
            headers.set(HttpHeaderNames.CONTENT_LENGTH, page.body().length);
        page.headers().forEach(headers::set);
        return response;
    }

    private static void send(ChannelHandlerContext ctx, FullHttpRequest request, Page page, boolean mayGoOn) {
        var response = response(page, request.method().equals(HttpMethod.HEAD));
        var headers = response.headers();
        if (request.uri().startsWith("/whip") || request.uri().startsWith("/whep")) {
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, "*"); // a token in hand is the right, not a cookie
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, "OPTIONS, POST, PATCH, DELETE");
            headers.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, "authorization, content-type, if-match");
            headers.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, "location, etag, accept-patch");
        }
        boolean goesOn = mayGoOn && HttpUtil.isKeepAlive(request);
        if (!goesOn) headers.set(HttpHeaderNames.CONNECTION, "close");
        var written = ctx.writeAndFlush(response);
        if (!goesOn) written.addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent) ctx.close();
        else ctx.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        reception.counters().count("http connection broken");
        LOG.log(System.Logger.Level.DEBUG, "A connection broke.", cause);
        ctx.close();
    }
}
