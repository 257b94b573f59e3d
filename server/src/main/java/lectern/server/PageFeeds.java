package lectern.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.ArrayDeque;
import java.util.Iterator;
import lectern.protocol.board.PageId;

/// Pages on their way to one reader, part by part: the next part is fetched when little waits, so a large page takes the
/// memory of one part, and one who reads slowly gets it slowly. On the connection's own thread.
final class PageFeeds {
    /// What the system has taken into its own buffers doesn't wait.
    static final int LITTLE_WAITS_BYTES = 32 * 1024;
    /// Then others who share the thread have a turn.
    private static final int PARTS_AT_ONCE = 8;

    private static final class Feed {
        final PageParts parts;
        int next = 1;

        Feed(PageParts parts) {
            this.parts = parts;
        }
    }

    private final Channel channel;
    private final Outbox outbox;
    private final ArrayDeque<Feed> feeds = new ArrayDeque<>();
    private boolean pumping;
    private boolean turnAsked;

    PageFeeds(Channel channel, Outbox outbox) {
        this.channel = channel;
        this.outbox = outbox;
    }

    void show(PageParts parts) {
        hide(parts.page());
        if (parts.count() > 1) feeds.add(new Feed(parts));
        pump();
    }

    void hide(PageId page) {
        for (Iterator<Feed> all = feeds.iterator(); all.hasNext();)
            if (all.next().parts.page().equals(page)) all.remove();
    }

    void clear() {
        feeds.clear();
    }

    /// Whenever less waits than before.
    void pump() {
        if (pumping || feeds.isEmpty()) return; // a write that is done at once comes back here
        pumping = true;
        int sent = 0;
        while (!feeds.isEmpty() && channel.isActive() && outbox.bytesWaiting() < LITTLE_WAITS_BYTES
                && sent++ < PARTS_AT_ONCE) {
            Feed feed = feeds.element();
            byte[] json = feed.parts.json(feed.next++);
            if (feed.next == feed.parts.count()) feeds.remove();
            outbox.write(new TextWebSocketFrame(Unpooled.wrappedBuffer(json)), json.length);
        }
        pumping = false;
        if (!channel.isActive()) feeds.clear();
        else if (!feeds.isEmpty() && outbox.bytesWaiting() < LITTLE_WAITS_BYTES && !turnAsked) {
            turnAsked = true;
            channel.eventLoop().execute(() -> {
                turnAsked = false;
                pump();
            });
        }
    }
}
