package lectern.signaling;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import lectern.protocol.ClientMessage;
import lectern.protocol.ServerMessage;

/// A seeded world in virtual time: one session, a server that counts events up, and between them sockets that take
/// time, break, fall silent, or find nobody because the server is being restarted.
final class StormyNetwork {
    private record Due(long atNs, long order, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return atNs != other.atNs ? Long.compare(atNs, other.atNs) : Long.compare(order, other.order);
        }
    }

    private static final long MS = 1_000_000;

    final Random random;
    final Session session;
    final List<ServerMessage> delivered = new ArrayList<>();
    final List<Long> connectsNs = new ArrayList<>();
    SessionState state = new SessionState.Joining();
    long nowNs;
    long seq = 1;
    double breaks; // chance that a message breaks the socket
    double silences; // chance that a message makes the socket swallow everything after it
    boolean serverUp = true;

    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private long order;
    private int open = -1; // the socket that the server talks to
    private boolean silent;
    private boolean welcomed;
    private long fifoNs;

    StormyNetwork(long seed) {
        random = new Random(seed);
        session = new Session("token", "Ada", "test", new Random(seed + 1));
        give(new SessionInput.Start());
    }

    void run(long forNs) {
        long endNs = nowNs + forNs;
        while (true) {
            long deadlineNs = session.nextDeadlineNs(nowNs);
            var next = agenda.peek();
            long thenNs = Math.min(deadlineNs, next == null ? Long.MAX_VALUE : next.atNs);
            if (thenNs > endNs) break;
            nowNs = thenNs;
            if (next != null && next.atNs <= deadlineNs) agenda.remove().what.run();
            else give(new SessionInput.TimePassed());
        }
        nowNs = endNs;
    }

    /// Something happens in the room.
    void event() {
        seq++;
        if (open >= 0 && welcomed) toClient(open, SessionTest.happened(seq));
    }

    void stopServer() {
        serverUp = false;
        if (open >= 0) breakSocket(open);
    }

    private void give(SessionInput input) {
        for (var output : session.handle(input, nowNs)) switch (output) {
            case SessionOutput.Connect(int socket) -> {
                connectsNs.add(nowNs);
                if (serverUp) later(() -> accept(socket));
                else later(() -> give(new SessionInput.Closed(socket, "connection refused", false)));
            }
            case SessionOutput.Transmit(int socket, var message) -> later(() -> arrive(socket, message));
            case SessionOutput.Close(int socket) -> later(() -> {
                if (open == socket) open = -1;
            });
            case SessionOutput.Deliver(var message) -> delivered.add(message);
            case SessionOutput.StateChanged(var now) -> state = now;
            case SessionOutput.RoundTrip _ -> {
            }
        }
    }

    private void accept(int socket) {
        if (!serverUp) {
            give(new SessionInput.Closed(socket, "reset", false));
            return;
        }
        open = socket;
        welcomed = silent = false;
        give(new SessionInput.Opened(socket));
    }

    private void arrive(int socket, ClientMessage message) {
        if (socket != open || silent) return;
        switch (message) {
            case ClientMessage.Join _ -> {
                welcomed = true;
                toClient(socket, SessionTest.welcome("key", seq));
            }
            case ClientMessage.Ping(long sent) ->
                toClient(socket, new ServerMessage.Pong(sent, java.time.Instant.EPOCH));
            default -> {
            }
        }
    }

    private void toClient(int socket, ServerMessage message) {
        if (random.nextDouble() < silences) silent = true;
        if (silent) return;
        if (random.nextDouble() < breaks) breakSocket(socket);
        else later(() -> give(new SessionInput.Received(socket, message)));
    }

    private void breakSocket(int socket) {
        open = -1;
        later(() -> give(new SessionInput.Closed(socket, "reset", false)));
    }

    /// After a delay of the network; a socket keeps its order.
    private void later(Runnable what) {
        fifoNs = Math.max(fifoNs, nowNs + (5 + random.nextInt(80)) * MS);
        agenda.add(new Due(fifoNs, order++, what));
    }
}
