package lectern.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.stream.ChunkedNioFile;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lectern.protocol.BoardLimits;
import lectern.protocol.ParticipantId;
import lectern.protocol.ProtocolException;
import lectern.protocol.board.AssetId;
import org.jspecify.annotations.Nullable;

/// `PUT` and `GET` of `/asset/<sha256>`, before requests are put together: a file goes from the connection to the disk and back in
/// pieces. Everything else passes through. No key is ever logged.
///
/// A body that won't be kept is read and thrown away, for some seconds: its sender hears why only when it has sent it.
final class AssetTalk extends ChannelInboundHandlerAdapter {
    static final String PATH = "/asset/";
    private static final System.Logger LOG = System.getLogger(AssetTalk.class.getName());
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int UPLOAD_WITHIN_S = 600;
    private static final int DISCARD_WITHIN_S = 15;

    private enum State {
        /// Nothing of ours is on.
        PASSING,
        /// The room is asked, or the disk; what comes meanwhile waits.
        WAITING, RECEIVING, DISCARDING
    }

    private final Reception reception;
    private final Deadline deadline;
    private final ArrayDeque<HttpContent> waiting = new ArrayDeque<>();
    private State state = State.PASSING;
    private @Nullable AssetDraft draft;
    private @Nullable Future<?> due;
    private boolean goesOn;

    AssetTalk(Reception reception, Deadline deadline) {
        this.reception = reception;
        this.deadline = deadline;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request && request.decoderResult().isSuccess()
                && request.uri().startsWith(PATH)) {
            try {
                if (state == State.PASSING) begin(ctx, request);
                else ctx.close(); // two at once
            } finally {
                ReferenceCountUtil.release(message);
            }
        } else if (state == State.PASSING || !(message instanceof HttpContent content)) ctx.fireChannelRead(message);
        else take(ctx, content);
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        deadline.met();
        reception.counters().count("asset request");
        goesOn = HttpUtil.isKeepAlive(request);
        boolean isPut = request.method().equals(HttpMethod.PUT);
        AssetId asset = asset(request.uri());
        ParticipantId who = reception.seal().resumes(reception.room(), Pages.bearer(request)).orElse(null);
        state = State.DISCARDING;
        if (!isPut && !request.method().equals(HttpMethod.GET))
            answer(ctx, Page.empty(405, Map.of("Allow", "GET, PUT")));
        else if (asset == null) answer(ctx, Page.text(404, "An asset is named by 64 hex digits."));
        else if (who == null) answer(ctx, Page.text(403, "Only those who are in the class."));
        else if (!isPut) ask(ctx, false, who, () -> send(ctx, asset));
        else if (!request.headers().contains(HttpHeaderNames.CONTENT_LENGTH))
            answer(ctx, Page.text(411, "Content-Length is missing."));
        else {
            long length = HttpUtil.getContentLength(request, -1L);
            boolean isExpecting = HttpUtil.is100ContinueExpected(request);
            if (length < 0 || length > BoardLimits.ASSET_BYTES)
                answer(ctx, Page.text(413, "A file is at most " + BoardLimits.ASSET_BYTES + " bytes."));
            else ask(ctx, true, who, () -> receive(ctx, asset, length, isExpecting));
        }
    }

    private static @Nullable AssetId asset(String uri) {
        try {
            return new AssetId(uri.substring(PATH.length()));
        } catch (ProtocolException malformed) {
            return null;
        }
    }

    private void ask(ChannelHandlerContext ctx, boolean toUpload, ParticipantId who, Runnable then) {
        state = State.WAITING;
        ctx.channel().config().setAutoRead(false);
        reception.ask(room -> toUpload ? room.mayUpload(who) : room.isHere(who)).thenAcceptAsync(yes -> {
            if (yes) then.run();
            else answer(ctx, Page.text(403, toUpload ? "You may not draw now." : "Only those who are in the class."));
            goOn(ctx);
        }, ctx.executor());
    }

    private void receive(ChannelHandlerContext ctx, AssetId asset, long length, boolean isExpecting) {
        try {
            if (reception.assets().find(asset).isPresent()) {
                answer(ctx, Page.text(200, "It is here already."));
                return;
            }
            draft = reception.assets().begin(asset, length).orElse(null);
            if (draft == null) {
                answer(ctx, Page.text(413, "The lesson's files are full."));
                return;
            }
        } catch (IOException e) {
            failed(ctx, e);
            return;
        }
        state = State.RECEIVING;
        due = ctx.executor().schedule(() -> {
            ctx.close();
        }, UPLOAD_WITHIN_S, TimeUnit.SECONDS);
        if (isExpecting)
            ctx.writeAndFlush(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }

    /// What came while somebody was asked, and then what comes.
    private void goOn(ChannelHandlerContext ctx) {
        while (state != State.WAITING && !waiting.isEmpty()) take(ctx, waiting.remove());
        if (state != State.WAITING) ctx.channel().config().setAutoRead(true);
    }

    private void take(ChannelHandlerContext ctx, HttpContent content) {
        if (state == State.WAITING) {
            waiting.add(content);
            return;
        }
        try {
            if (state == State.RECEIVING && draft != null) {
                for (var bytes : content.content().nioBuffers()) draft.write(bytes);
                if (content instanceof LastHttpContent) finish(ctx, draft);
            } else if (content instanceof LastHttpContent) {
                state = State.PASSING;
                met();
                if (!goesOn) ctx.close();
            }
        } catch (IOException e) {
            failed(ctx, e);
        } finally {
            content.release();
        }
    }

    private void finish(ChannelHandlerContext ctx, AssetDraft whole) {
        draft = null;
        state = State.WAITING;
        ctx.channel().config().setAutoRead(false);
        Thread.ofVirtual().name("asset").start(() -> {
            Page answer;
            try {
                answer = switch (whole.finish()) {
                    case KEPT -> Page.text(201, "It is kept.");
                    case KNOWN -> Page.text(200, "It is here already.");
                    case OTHER_BYTES -> Page.text(400, "These bytes have another SHA-256.");
                    case OTHER_KIND -> Page.text(415, "PNG, JPEG, WebP, GIF or PDF.");
                };
            } catch (IOException e) {
                LOG.log(System.Logger.Level.ERROR, "An asset can't be kept.", e);
                answer = Page.text(500, "The file can't be kept.");
            }
            Page said = answer;
            ctx.executor().execute(() -> {
                state = State.PASSING; // the body is over
                answer(ctx, said);
                if (!goesOn) ctx.close();
                goOn(ctx);
            });
        });
    }

    private void send(ChannelHandlerContext ctx, AssetId asset) {
        Path file = reception.assets().find(asset).orElse(null);
        if (file == null) {
            answer(ctx, Page.text(404, "There is no such file."));
            return;
        }
        state = State.DISCARDING; // until the request is over, which has no body
        try {
            String type = Assets.kindOf(file).map(kind -> kind.contentType).orElse("application/octet-stream");
            var headers = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
            Pages.harden(headers.headers());
            headers.headers().set(HttpHeaderNames.CONTENT_TYPE, type)
                    .set(HttpHeaderNames.CONTENT_LENGTH, Files.size(file))
                    .set(HttpHeaderNames.CACHE_CONTROL, "private, max-age=31536000, immutable");
            if (ctx.pipeline().get(ChunkedWriteHandler.class) == null)
                ctx.pipeline().addBefore(ctx.name(), null, new ChunkedWriteHandler());
            FileChannel bytes = FileChannel.open(file); // closed by the chunked input, however it ends
            ctx.write(headers);
            ctx.writeAndFlush(new HttpChunkedInput(new ChunkedNioFile(bytes, CHUNK_BYTES)));
        } catch (IOException e) {
            failed(ctx, e);
        }
    }

    /// What is left of the request's body is passed over.
    private void answer(ChannelHandlerContext ctx, Page page) {
        met();
        if (state != State.PASSING) {
            state = State.DISCARDING;
            due = ctx.executor().schedule(() -> {
                ctx.close();
            }, DISCARD_WITHIN_S, TimeUnit.SECONDS);
        }
        var response = Pages.response(page, false);
        if (!goesOn) response.headers().set(HttpHeaderNames.CONNECTION, "close");
        reception.counters().count("asset " + page.status());
        ctx.writeAndFlush(response);
    }

    private void failed(ChannelHandlerContext ctx, IOException why) {
        LOG.log(System.Logger.Level.ERROR, "The lesson's files can't be used.", why);
        goesOn = false;
        answer(ctx, Page.text(500, "The lesson's files can't be used."));
    }

    private void met() {
        if (due != null) due.cancel(false);
        due = null;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        handlerRemoved(ctx);
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        met();
        waiting.forEach(HttpContent::release);
        waiting.clear();
        if (draft == null) return;
        try {
            draft.abort();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "An unfinished asset can't be removed.", e);
        }
        draft = null;
    }
}
