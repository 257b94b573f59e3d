package lectern.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Time in which a new connection has to say what it wants. Who holds a door open without coming in is closed. On the
/// connection's own thread.
final class Deadline extends ChannelInboundHandlerAdapter {
    private final Duration time;
    private @Nullable Future<?> due;

    Deadline(Duration time) {
        this.time = time;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        start(ctx, ctx::close);
    }

    /// Runs the time anew, for something else.
    void start(ChannelHandlerContext ctx, Runnable late) {
        met();
        due = ctx.executor().schedule(late, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    void met() {
        if (due != null) due.cancel(false);
        due = null;
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        met();
        ctx.fireChannelInactive();
    }
}
