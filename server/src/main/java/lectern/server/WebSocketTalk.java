package lectern.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import lectern.classroom.Grant;
import lectern.classroom.Manner;
import lectern.classroom.RoomInput;
import lectern.protocol.ClientMessage;
import lectern.protocol.Json;
import lectern.protocol.Limits;
import lectern.protocol.ProtocolException;
import lectern.protocol.Reason;
import lectern.protocol.ServerMessage;

/// Listens to one WebSocket: text becomes messages, `join` a seat in the room, everything after it goes into the mailbox.
/// What isn't a message, or is one too many, is refused here; what a message may do, the room decides.
final class WebSocketTalk extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final System.Logger LOG = System.getLogger(WebSocketTalk.class.getName());
    private static final long NOT_JOINED = -1;
    private static final int PATIENCE = 1_000;

    private final Reception reception;
    private final WebSocketCaller caller;
    private final Deadline deadline;
    private final RateLimit rate;
    private final RateLimit reminders;
    private int tooMany;
    private long connection = NOT_JOINED;

    WebSocketTalk(Reception reception, WebSocketCaller caller, Deadline deadline) {
        this.reception = reception;
        this.caller = caller;
        this.deadline = deadline;
        long nowNs = System.nanoTime();
        this.rate = new RateLimit(reception.limits().messagesPerSecond(), reception.limits().messageBurst(), nowNs);
        this.reminders = new RateLimit(1, 1, nowNs);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, WebSocketFrame frame) {
        if (frame instanceof CloseWebSocketFrame) {
            if (caller.isClosing()) ctx.close(); // it answers ours, and one of each is enough
            else
                ctx.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.NORMAL_CLOSURE))
                        .addListener(_ -> ctx.close());
            return;
        }
        if (caller.isClosing()) return;
        switch (frame) {
            case TextWebSocketFrame text -> onText(text.text());
            case PingWebSocketFrame ping -> ctx.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
            case PongWebSocketFrame _ -> {
            }
            default -> refuse(Reason.MALFORMED, "Messages are text.");
        }
    }

    private void onText(String text) {
        if (!isAllowed()) return;
        ClientMessage message;
        try {
            message = Json.readClient(text);
        } catch (ProtocolException malformed) {
            refuse(Reason.MALFORMED, String.valueOf(malformed.getMessage()));
            return;
        }
        if (connection == NOT_JOINED) join(message);
        else
            if (!reception.mailbox().post(new Mailbox.Tell(new RoomInput.Message(connection, message))))
                caller.bye(new ServerMessage.Bye(Reason.SLOW, "The server can't keep up. Come back and resume."));
    }

    private void join(ClientMessage first) {
        if (!(first instanceof ClientMessage.Join join)) {
            refuse(Reason.OUT_OF_ORDER, "The first message has to be join.");
            return;
        }
        Grant grant = reception.seal().open(join.token()).orElse(null);
        if (grant == null) {
            refuse(Reason.TOKEN_WRONG, "This link isn't one of this server's.");
            return;
        }
        deadline.met();
        connection = reception.loop().connect(caller);
        var resumes = reception.seal().resumes(grant.room(), join.resume()).orElse(null);
        reception.mailbox().post(new Mailbox.Tell(
                new RoomInput.Join(connection, join.version(), grant, join.name(), resumes, Manner.CLIENT)));
    }

    private boolean isAllowed() {
        long nowNs = System.nanoTime();
        if (rate.allows(nowNs)) return true;
        reception.counters().count("message too many");
        if (++tooMany > PATIENCE) caller.bye(new ServerMessage.Bye(Reason.TOO_MANY, "Far too many messages."));
        else if (reminders.allows(nowNs)) refuse(Reason.TOO_MANY, "Too many messages: this one wasn't read.");
        return false;
    }

    /// Before the join there is nobody to go on with.
    private void refuse(Reason reason, String message) {
        reception.counters().count("refused " + reason);
        if (connection == NOT_JOINED) caller.bye(new ServerMessage.Bye(reason, message));
        else caller.say(new Utterance(new ServerMessage.Refused(reason, message, null)));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        if (connection != NOT_JOINED) reception.loop().disconnected(connection);
        ctx.fireChannelInactive();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof IdleStateEvent) {
            reception.counters().count("closed as silent");
            caller.bye(new ServerMessage.Bye(Reason.SLOW, "Nothing was heard from you. Come back and resume."));
        } else ctx.fireUserEventTriggered(event);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        switch (cause) {
            case TooLongFrameException _,CorruptedWebSocketFrameException _ -> {
                reception.counters().count("refused MALFORMED");
                caller.bye(
                        new ServerMessage.Bye(Reason.MALFORMED,
                                "A message is at most " + Limits.MESSAGE_BYTES + " bytes of text."),
                        WebSocketCaller.TOO_BIG);
            }
            case IOException _,DecoderException _ -> ctx.close(); // the line or its TLS broke
            default -> {
                LOG.log(System.Logger.Level.ERROR, "A WebSocket failed.", cause);
                ctx.close();
            }
        }
    }
}
