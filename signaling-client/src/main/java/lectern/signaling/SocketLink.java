package lectern.signaling;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import lectern.protocol.ClientMessage;
import lectern.protocol.Json;
import lectern.protocol.ProtocolException;
import lectern.protocol.ServerMessage;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/// One client's line to a room: runs a [Session] over a WebSocket. It has one thread, on which the session lives, the
/// listener is called, and [#execute] runs what its owner gives it; so whoever owns a link needs no lock.
public final class SocketLink implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SocketLink.class.getName());
    private static final int WAITING = 4096; // messages and tasks that may wait for the thread
    private static final long UNSENT_BYTES = 1024 * 1024; // more than that unsent is a line that doesn't carry
    private static final int GOING = 1001; // RFC 6455 §7.4.1: going away

    private final Link link;
    private final LinkListener listener;
    private final Session session;
    private final PinnedClient client;
    private final BlockingQueue<Runnable> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;
    private volatile boolean closing;
    private volatile @Nullable WebSocket socket;

    /// @param name    null when the token has one
    /// @param program what we are, for the server's log: `app/0.1`
    public SocketLink(Link link, @Nullable String name, String program, LinkListener listener) {
        this.link = link;
        this.listener = listener;
        session = new Session(link.token(), name, program, new SecureRandom());
        client = PinnedClient.of(link);
        thread = Thread.ofPlatform().daemon().name("lectern-link").unstarted(this::run);
    }

    /// Once. From here on the listener hears.
    public void start() {
        execute(() -> handle(new SessionInput.Start()));
        thread.start();
    }

    public void send(ClientMessage message) { execute(() -> handle(new SessionInput.Send(message))); }

    public void retryNow() { execute(() -> handle(new SessionInput.RetryNow())); }

    /// Leaves the socket and comes back on another, for media that can't be mended on this one.
    public void startOver(String why) { execute(() -> handle(new SessionInput.StartOver(why))); }

    public void leave() { execute(() -> handle(new SessionInput.Leave())); }

    /// Runs something on the link's thread, after what waits there. After [#close] nothing runs any more.
    public void execute(Runnable task) {
        if (closing || waiting.offer(task)) return;
        LOG.log(Level.WARNING, "the thread can''t keep up: {0} tasks wait", WAITING);
        WebSocket open = socket;
        if (open != null) open.cancel(); // the session comes back and starts from a new welcome
    }

    /// Leaves, and waits a moment until the server has been told.
    @Override
    public void close() {
        if (closing) return;
        leave();
        execute(() -> closing = true);
        try {
            if (Thread.currentThread() != thread && !thread.join(Duration.ofSeconds(2))) closing = true;
        } catch (InterruptedException e) {
            closing = true;
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing) {
            try {
                long nowNs = System.nanoTime();
                Runnable next = waiting.poll(Math.max(0, session.nextDeadlineNs(nowNs) - nowNs), TimeUnit.NANOSECONDS);
                if (next == null) handle(new SessionInput.TimePassed());
                else next.run();
            } catch (InterruptedException e) {
                closing = true;
            } catch (RuntimeException bug) {
                LOG.log(Level.ERROR, "a step of the class failed", bug);
            }
        }
        client.http().dispatcher().executorService().shutdown();
        client.http().connectionPool().evictAll();
    }

    private void handle(SessionInput input) {
        for (var output : session.handle(input, System.nanoTime())) switch (output) {
            case SessionOutput.Connect(int number) -> connect(number);
            case SessionOutput.Transmit(int number, var message) -> transmit(number, message);
            case SessionOutput.Close _ -> closeSocket();
            case SessionOutput.Deliver(var message) -> {
                if (message instanceof ServerMessage.Welcome)
                    listener.joined(client.steps().welcomed(System.nanoTime()));
                listener.received(message);
            }
            case SessionOutput.StateChanged(var state) -> {
                LOG.log(Level.INFO, "{0}: {1}", link.authority(), state);
                listener.state(state);
            }
            case SessionOutput.RoundTrip(long ns, var server) -> listener.roundTrip(ns, server);
        }
    }

    private void connect(int number) {
        client.steps().start();
        var request = new Request.Builder().url(link.socketUrl()).build();
        socket = client.http().newWebSocket(request, new Incoming(number));
    }

    private void transmit(int number, ClientMessage message) {
        WebSocket open = socket;
        if (open == null) return;
        if (open.queueSize() > UNSENT_BYTES || !open.send(Json.write(message)))
            execute(() -> handle(new SessionInput.Closed(number, "the line doesn't carry", false)));
    }

    private void closeSocket() {
        WebSocket open = socket;
        socket = null;
        if (open != null && !open.close(GOING, null)) open.cancel();
    }

    /// What OkHttp tells, on its threads, handed to ours.
    private final class Incoming extends WebSocketListener {
        private final int number;

        Incoming(int number) { this.number = number; }

        @Override
        public void onOpen(WebSocket webSocket, Response response) {
            client.steps().webSocketOpened();
            execute(() -> handle(new SessionInput.Opened(number)));
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            try {
                var message = Json.readServer(text);
                execute(() -> handle(new SessionInput.Received(number, message)));
            } catch (ProtocolException e) {
                // A newer server may say things that we don't know; what we do know still counts.
                LOG.log(Level.WARNING, "{0}: passed over a message: {1}", link.authority(), e.getMessage());
            }
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.close(GOING, null);
            closed("the server closed the line (" + code + ")", false);
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable trouble, @Nullable Response response) {
            boolean otherKey = false;
            for (Throwable t = trouble; t != null; t = t.getCause()) otherKey |= t instanceof PinnedTrust.OtherKey;
            String why = response != null && response.code() != 101
                    ? "what answers there is no class (" + response.code() + ")"
                    : trouble instanceof IOException ? "" + trouble.getMessage() : trouble.toString();
            closed(why, otherKey);
        }

        private void closed(String why, boolean otherKey) {
            execute(() -> handle(new SessionInput.Closed(number, why, otherKey)));
        }
    }
}
