package lectern.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.stream.ChunkedInput;
import io.netty.handler.stream.ChunkedNioFile;
import io.netty.handler.stream.ChunkedStream;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lectern.protocol.ParticipantId;
import lectern.server.Desk.Asked;
import lectern.server.Desk.Body;
import lectern.server.Desk.Lines;
import lectern.server.Desk.Receive;
import lectern.server.Desk.Reply;
import lectern.server.Desk.Say;
import lectern.server.Desk.Send;
import org.jspecify.annotations.Nullable;

/// The connection's side of the desks, before requests are put together: what is large goes from the connection to the disk and back
/// in pieces, and no thread of connections waits for a disk. Everything else passes through. No key is ever logged.
///
/// A body that won't be kept is read and thrown away, for some seconds: its sender hears why only when it has sent it.
final class FileTalk extends ChannelInboundHandlerAdapter {
    private static final System.Logger LOG = System.getLogger(FileTalk.class.getName());
    private static final int CHUNK_BYTES = 64 * 1024;
    /// What may wait for the disk, or for the room's word.
    private static final int WAITING_BYTES = 256 * 1024;
    private static final int UPLOAD_WITHIN_S = 600;
    private static final int DISCARD_WITHIN_S = 15;
    /// Who waits for lines hears the last one again: so it knows that there is somebody.
    private static final int SAY_AGAIN_S = 5;

    private enum State {
        /// Nothing of ours is on.
        PASSING,
        /// A desk is asked; what comes meanwhile waits.
        WAITING, RECEIVING, DISCARDING
    }

    private final Reception reception;
    private final Deadline deadline;
    private final ArrayDeque<HttpContent> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private State state = State.PASSING;
    private @Nullable Errand<Reply> errand;
    private @Nullable Body body;
    private boolean writing;
    private @Nullable CompletableFuture<String> lines;
    private @Nullable ChannelFuture said;
    private @Nullable Future<?> due;
    private boolean goesOn;
    private boolean isHead;
    private boolean isExpecting;
    private boolean gone;

    FileTalk(Reception reception, Deadline deadline) {
        this.reception = reception;
        this.deadline = deadline;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof HttpRequest request) {
            Desk desk = request.decoderResult().isSuccess() ? reception.desk(request.uri()) : null;
            if (state != State.PASSING || lines != null) { // two at once
                ReferenceCountUtil.release(message);
                ctx.close();
            } else
                if (desk == null) ctx.fireChannelRead(message);
                else
                    try {
                        begin(ctx, request, desk);
                    } finally {
                        ReferenceCountUtil.release(message);
                    }
        } else if (state == State.PASSING || !(message instanceof HttpContent content)) ctx.fireChannelRead(message);
        else take(ctx, content);
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request, Desk desk) {
        deadline.met();
        reception.counters().count("file request");
        goesOn = HttpUtil.isKeepAlive(request);
        isHead = request.method().equals(HttpMethod.HEAD);
        isExpecting = HttpUtil.is100ContinueExpected(request);
        said = null;
        ParticipantId who = reception.seal().resumes(reception.room(), Pages.bearer(request)).orElse(null);
        if (who == null) {
            state = State.DISCARDING;
            answer(ctx, AssetDesk.NOT_HERE);
            return;
        }
        state = State.WAITING;
        Errand<Reply> asked = desk.handle(new Asked(request.method().name(), request.uri(), request.headers().copy(), who));
        errand = asked;
        asked.whenComplete((reply, failure) -> ctx.executor().execute(() -> {
            if (errand != asked) { // the connection is gone
                if (reply instanceof Receive(Body unwanted)) Thread.ofVirtual().start(unwanted::broken);
                return;
            }
            errand = null;
            if (failure == null) reply(ctx, reply);
            else failed(ctx, failure);
            goOn(ctx);
        }));
    }

    private void reply(ChannelHandlerContext ctx, Reply reply) {
        switch (reply) {
            case Say(Page page) -> answer(ctx, page);
            case Send send -> send(ctx, send);
            case Receive(Body wanted) -> {
                body = wanted;
                state = State.RECEIVING;
                due = ctx.executor().schedule(() -> {
                    ctx.close();
                }, UPLOAD_WITHIN_S, TimeUnit.SECONDS);
                if (isExpecting) ctx.writeAndFlush(
                        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
            }
            case Lines it -> tell(ctx, it);
        }
    }

    /// What came while somebody was asked, and then what comes.
    private void goOn(ChannelHandlerContext ctx) {
        if (state == State.RECEIVING) write(ctx);
        while ((state == State.DISCARDING || state == State.PASSING) && !waiting.isEmpty()) discard(ctx, waiting.remove());
        throttle(ctx);
    }

    private void take(ChannelHandlerContext ctx, HttpContent content) {
        if (content.decoderResult().isFailure()) {
            content.release();
            ctx.close();
        } else if (state == State.DISCARDING) {
            discard(ctx, content);
        } else {
            waiting.add(content);
            waitingBytes += content.content().readableBytes();
            if (state == State.RECEIVING) write(ctx);
            throttle(ctx);
        }
    }

    /// Reading goes on also when nothing is expected, since that is how a connection's end is noticed.
    private void throttle(ChannelHandlerContext ctx) {
        if (waiting.isEmpty()) waitingBytes = 0;
        ctx.channel().config().setAutoRead(waitingBytes < WAITING_BYTES);
    }

    private void discard(ChannelHandlerContext ctx, HttpContent content) {
        boolean isLast = content instanceof LastHttpContent;
        content.release();
        if (!isLast || state != State.DISCARDING) return;
        state = State.PASSING;
        met();
        closeIfOver(ctx);
    }

    private void closeIfOver(ChannelHandlerContext ctx) {
        if (goesOn || lines != null || state != State.PASSING) return;
        if (said == null) ctx.close();
        else said.addListener(ChannelFutureListener.CLOSE);
    }

    private void write(ChannelHandlerContext ctx) {
        Body to = body;
        if (writing || waiting.isEmpty() || to == null) return;
        writing = true;
        var batch = new ArrayList<>(waiting);
        waiting.clear();
        throttle(ctx);
        Thread.ofVirtual().name("file").start(() -> {
            boolean isOver = batch.getLast() instanceof LastHttpContent;
            Page answer = write(batch, to, isOver);
            ctx.executor().execute(() -> written(ctx, to, isOver, answer));
        });
    }

    /// Null while more may come.
    private static @Nullable Page write(List<HttpContent> batch, Body to, boolean isOver) {
        try {
            Page answer = null;
            for (HttpContent content : batch)
                for (ByteBuffer bytes : content.content().nioBuffers())
                    if (answer == null) answer = to.take(bytes);
            return answer == null && isOver ? to.end() : answer;
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A file can't be kept.", e);
            to.broken();
            return Page.text(500, "The file can't be kept.");
        } finally {
            batch.forEach(HttpContent::release);
        }
    }

    private void written(ChannelHandlerContext ctx, Body to, boolean isOver, @Nullable Page answer) {
        writing = false;
        if (gone) Thread.ofVirtual().start(to::broken);
        else if (answer == null) write(ctx);
        else {
            body = null;
            state = isOver ? State.PASSING : State.DISCARDING;
            answer(ctx, answer);
            closeIfOver(ctx);
            goOn(ctx);
        }
    }

    private void send(ChannelHandlerContext ctx, Send it) {
        try {
            FileChannel bytes = isHead ? null : FileChannel.open(it.file()); // closed by the chunked input, however it ends
            begin(ctx, it.head(), it.length(),
                    bytes == null ? null : new ChunkedNioFile(bytes, it.from(), it.length(), CHUNK_BYTES));
        } catch (IOException e) {
            failed(ctx, e);
        }
    }

    /// What is left of the request's body is passed over.
    private void answer(ChannelHandlerContext ctx, Page page) {
        if (page.body().length > CHUNK_BYTES && !isHead) {
            begin(ctx, page, page.body().length,
                    new ChunkedStream(new ByteArrayInputStream(page.body()), CHUNK_BYTES));
            return;
        }
        over(ctx, page);
        var response = Pages.response(page, isHead);
        if (!goesOn) response.headers().set(HttpHeaderNames.CONNECTION, "close");
        said = ctx.writeAndFlush(response);
    }

    /// What is large goes at the reader's pace.
    private void begin(ChannelHandlerContext ctx, Page page, long length, @Nullable ChunkedInput<ByteBuf> content) {
        over(ctx, page);
        var head = head(page);
        head.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
        if (ctx.pipeline().get(ChunkedWriteHandler.class) == null)
            ctx.pipeline().addBefore(ctx.name(), null, new ChunkedWriteHandler());
        ctx.write(head);
        said = content == null
                ? ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
                : ctx.writeAndFlush(new HttpChunkedInput(content));
    }

    private DefaultHttpResponse head(Page page) {
        var head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(page.status()));
        Pages.harden(head.headers());
        head.headers().set(HttpHeaderNames.CONTENT_TYPE, page.contentType());
        page.headers().forEach(head.headers()::set);
        if (!goesOn) head.headers().set(HttpHeaderNames.CONNECTION, "close");
        return head;
    }

    private void tell(ChannelHandlerContext ctx, Lines it) {
        var page = new Page(200, it.contentType(), new byte[0], Map.of("Cache-Control", "no-store"));
        over(ctx, page);
        var head = head(page);
        head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        said = ctx.writeAndFlush(head);
        var newest = new String[1];
        CompletableFuture<String> telling = it.begin().apply(line -> ctx.executor().execute(() -> {
            newest[0] = line;
            if (lines != null) say(ctx, line);
        }));
        lines = telling;
        var again = ctx.executor().scheduleAtFixedRate(() -> {
            if (newest[0] != null) say(ctx, newest[0]);
        }, SAY_AGAIN_S, SAY_AGAIN_S, TimeUnit.SECONDS);
        telling.whenComplete((last, failure) -> ctx.executor().execute(() -> {
            again.cancel(false);
            if (gone) return;
            lines = null;
            if (failure != null) { // an answer without its end says that it isn't whole
                LOG.log(System.Logger.Level.ERROR, "An answer in lines failed.", failure);
                ctx.close();
                return;
            }
            ctx.write(line(last));
            said = ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
            closeIfOver(ctx);
        }));
    }

    private static void say(ChannelHandlerContext ctx, String line) {
        if (ctx.channel().isWritable()) ctx.writeAndFlush(line(line));
    }

    private static DefaultHttpContent line(String line) {
        return new DefaultHttpContent(Unpooled.copiedBuffer(line + "\n", StandardCharsets.UTF_8));
    }

    /// The request is answered; what still comes of it is passed over.
    private void over(ChannelHandlerContext ctx, Page page) {
        met();
        reception.counters().count("file answer " + page.status());
        if (state == State.PASSING) return;
        state = State.DISCARDING;
        due = ctx.executor().schedule(() -> {
            ctx.close();
        }, DISCARD_WITHIN_S, TimeUnit.SECONDS);
    }

    private void failed(ChannelHandlerContext ctx, Throwable why) {
        LOG.log(System.Logger.Level.ERROR, "A request for a file failed.", why);
        goesOn = false;
        answer(ctx, Page.text(500, "The lesson's files can't be used."));
    }

    private void met() {
        if (due != null) due.cancel(false);
        due = null;
    }

    /// Who waits for us isn't idle.
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent && (errand != null || writing || lines != null)) return;
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        handlerRemoved(ctx);
        ctx.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        gone = true;
        met();
        waiting.forEach(HttpContent::release);
        waiting.clear();
        Errand<Reply> asked = errand;
        errand = null;
        if (asked != null) asked.cancel(false);
        if (lines != null) lines.cancel(false);
        Body unfinished = body;
        body = null;
        if (unfinished != null && !writing) Thread.ofVirtual().start(unfinished::broken);
    }
}
