package lectern.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import lectern.protocol.BoardNews;
import lectern.protocol.Reason;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.PageId;

/// Speaks to one WebSocket. Who reads more slowly than the room speaks is closed, and resumes: nobody else waits.
final class WebSocketCaller implements Caller {
    /// Old levels and presences are worth nothing: they aren't sent to whom this much waits for already.
    private static final int LEVELS_BEHIND_BYTES = 32 * 1024;
    private static final int PRESENCE_BEHIND_BYTES = 64 * 1024;
    private static final int FAREWELL_MS = 1_000;
    static final int NORMAL = 1_000; // RFC 6455 §7.4.1
    static final int TOO_BIG = 1_009;

    private final Channel channel;
    private final Outbox outbox;
    private final PageFeeds feeds;
    private final Counters counters;
    private final AtomicBoolean closing = new AtomicBoolean();

    WebSocketCaller(Channel channel, ServerLimits limits, Counters counters) {
        this.channel = channel;
        this.outbox = new Outbox(channel, limits.queueBytes());
        this.feeds = new PageFeeds(channel, outbox);
        this.outbox.whenLessWaits(feeds::pump);
        this.counters = counters;
    }

    boolean isClosing() { return closing.get(); }

    @Override
    public void say(Utterance utterance) {
        if (closing.get()) return;
        if (isOutdated(utterance.message)) return;
        byte[] json = utterance.json();
        if (outbox.offer(new TextWebSocketFrame(Unpooled.wrappedBuffer(json)), json.length)) return;
        counters.count("closed as slow");
        outbox.clear();
        bye(new ServerMessage.Bye(Reason.SLOW, "Too much was waiting for you. Come back and resume."));
    }

    private boolean isOutdated(ServerMessage message) {
        int behind = outbox.bytesWaiting();
        if (message instanceof ServerMessage.Levels && behind > LEVELS_BEHIND_BYTES) counters.count("levels left out");
        else
            if (message instanceof BoardNews.Present && behind > PRESENCE_BEHIND_BYTES)
                counters.count("presence left out");
            else
                return false;
        return true;
    }

    @Override
    public void show(PageParts parts) {
        if (!closing.get()) channel.eventLoop().execute(() -> feeds.show(parts));
    }

    @Override
    public void hide(PageId page) {
        channel.eventLoop().execute(() -> feeds.hide(page));
    }

    @Override
    public void bye(ServerMessage.Bye bye) {
        bye(bye, NORMAL);
    }

    /// The last words, then the closing handshake. The other side may still be writing: a plain close would reset the
    /// connection and take the last words with it, so it gets a moment to close first.
    void bye(ServerMessage.Bye bye, int status) {
        if (!closing.compareAndSet(false, true)) return;
        channel.eventLoop().execute(feeds::clear);
        byte[] json = new Utterance(bye).json();
        outbox.offer(new TextWebSocketFrame(Unpooled.wrappedBuffer(json)), json.length);
        outbox.offer(new CloseWebSocketFrame(status, bye.message().length() > 60 ? "" : bye.message()), 0);
        channel.eventLoop().schedule(() -> {
            channel.close();
        }, FAREWELL_MS, TimeUnit.MILLISECONDS);
    }
}
