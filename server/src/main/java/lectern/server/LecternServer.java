package lectern.server;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.util.internal.logging.InternalLoggerFactory;
import io.netty.util.internal.logging.JdkLoggerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import lectern.classroom.Room;
import lectern.classroom.RoomInput;
import lectern.protocol.Participant;
import lectern.sfu.SfuStats;
import org.jspecify.annotations.Nullable;

/// A running server: one room, one port, until it is closed.
public final class LecternServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LecternServer.class.getName());
    private static final int BARS_EVERY_S = 2;
    private static final int TIDY_EVERY_S = 2;
    private static final int PATIENCE_S = 5;

    private final ServerSettings settings;
    private final InstantSource clock;
    private final LessonsFolder lessons;
    private final Identity identity;
    private final Room room;
    private final Invitations invitations;
    private final Journal journal;
    private final Port port;
    private final Mailbox mailbox = new Mailbox();
    private final Counters counters = new Counters();
    private final RoomLoop loop;
    private final Materials materials;
    private final Thread roomThread;
    private boolean closed;

    /// Starts, or goes on with the class that was running in this lessons folder: same certificate, room, links and people.
    /// A class that was ended, whose links have expired or that had another title is over: a new one begins. Where the
    /// settings name a room, that one is gone on with: its running class, or another lesson with its board.
    ///
    /// @throws ServerException when it can't, in words
    public static LecternServer start(ServerSettings settings) {
        return start(settings, InstantSource.system());
    }

    /// The same by another clock than the machine's: links expire, and places of those away are given up, by this one.
    public static LecternServer start(ServerSettings settings, InstantSource clock) {
        LessonsFolder lessons;
        try {
            lessons = LessonsFolder.open(settings.lessons());
        } catch (IOException e) {
            throw new ServerException("The lessons folder " + settings.lessons() + " can't be used (" + e.getMessage()
                    + "). Choose another with --lessons.", e);
        }
        try {
            return new LecternServer(settings, lessons, clock);
        } catch (IOException e) {
            closeQuietly(lessons);
            throw new ServerException("The server can't start: " + e.getMessage() + '.', e);
        } catch (RuntimeException e) {
            closeQuietly(lessons);
            throw e;
        }
    }

    private LecternServer(ServerSettings settings, LessonsFolder lessons, InstantSource clock) throws IOException {
        this.settings = settings;
        this.clock = clock;
        this.lessons = lessons;
        Instant now = clock.instant();
        String host = settings.host() != null ? settings.host() : Addresses.best().getHostAddress();
        this.identity = Identity.in(lessons.own(), names(settings), Set.copyOf(Addresses.own()), now);
        InternalLoggerFactory.setDefaultFactory(JdkLoggerFactory.INSTANCE); // not the first it finds, which may be nobody's
        // The JDK takes its time to get TLS ready: it does so while the rest is made.
        CompletableFuture<SslContext> tls = CompletableFuture.supplyAsync(() -> tls(identity));
        var seal = new Seal(lessons.secret());
        Lesson lesson = Lesson.open(lessons, settings, now);
        this.room = lesson.room();
        this.journal = lesson.journal();
        Port taken = null;
        try {
            // A class that goes on keeps its port where it can: the links have it in them.
            taken = Port.take(host, lessons.lastPort(room.id()), settings, counters, new MediaPlane.Events(mailbox));
            this.port = taken;
            this.invitations = new Invitations(seal, settings.tokenLifetime(),
                    Addresses.inUrl(host) + ':' + port.number(),
                    identity.fingerprint());
            var media = new MediaPlane(port.sfu(), mailbox);
            this.loop = new RoomLoop(room, journal, mailbox, media, seal, invitations, counters, clock);
            loop.begin(lesson.first());
            lessons.remember(room.id(), port.number());
            var whip = new WhipDesk(seal, mailbox, counters);
            this.materials = Materials.of(lessons, room.id(), mailbox);
            var reception = new Reception(room.id(), loop, mailbox, seal, materials.desks(), whip,
                    settings.limits(), counters, this::stats,
                    token -> look(room -> seal.open(token)
                            .filter(grant -> invitations.isTeachers(room, grant, clock.instant()))
                            .isPresent()));
            SslContext ready = tls.join();
            this.roomThread = Thread.ofPlatform().name("room-" + room.id()).daemon().start(loop);
            port.open(ready, reception, Addresses.inUrl(host) + ':' + port.number());
        } catch (IOException | RuntimeException e) {
            closeQuietly(taken);
            closeQuietly(journal);
            throw e;
        }
        var bars = new LineBars();
        port.tcp().every(BARS_EVERY_S, () -> measure(bars));
        port.tcp().every(TIDY_EVERY_S, () -> materials.tidy());
        LOG.log(System.Logger.Level.INFO,
                "Room " + room.id() + (lesson.first() instanceof RoomInput.Open ? " begins" : " goes on") + " on port "
                        + port.number() + ", TCP and UDP; links name " + host + ".");
    }

    /// The links as they are now.
    public Links links() {
        return look(invitations::links);
    }

    /// The port of both TCP and UDP.
    public int port() {
        return port.number();
    }

    /// SHA-256 of the certificate, in 64 lower-case hex digits: what stands behind `#fp=` in the links.
    public String fingerprint() {
        return identity.fingerprint();
    }

    /// The room's id.
    public String room() {
        return room.id();
    }

    /// The lessons that are kept where this server keeps its own, which isn't to be changed as long as it runs.
    public LessonShelf shelf() {
        return new LessonShelf(settings, clock, room.id());
    }

    Materials materials() {
        return materials;
    }

    /// Waits for the room's and the media plane's threads; not for either of them to call.
    public ServerStats stats() {
        SfuStats media = null;
        try {
            media = port.sfu().stats().get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unanswered) {
            counters.count("media statistics missing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        SfuStats counted = media;
        return look(room -> new ServerStats(room.id(), room.title(), room.since().orElse(Instant.EPOCH), room.ended(),
                room.participants().size(), (int) room.participants().stream().filter(Participant::away).count(),
                port.tcp().connections(), room.seq(), counters.all(), counted));
    }

    /// Says goodbye to everybody (they come back by themselves if it is started again), and closes journal and port.
    @Override
    public synchronized void close() {
        if (closed) return;
        closed = true;
        mailbox.post(new Mailbox.Stop());
        try {
            roomThread.join(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeQuietly(port);
        closeQuietly(materials);
        closeQuietly(journal);
        closeQuietly(lessons);
        LOG.log(System.Logger.Level.INFO, "The server has stopped.");
    }

    /// Asks the room on its own thread.
    private <T> T look(Function<Room, T> question) {
        if (!roomThread.isAlive()) throw new ServerException("The server has stopped.");
        try {
            return mailbox.ask(question).get(PATIENCE_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ServerException("The room doesn't answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException("Interrupted while asking the room.", e);
        }
    }

    /// The counting is done on the room's thread: the media plane's has packets waiting.
    private void measure(LineBars bars) {
        port.sfu().stats().thenAccept(stats -> mailbox.post(new Mailbox.Look(_ -> {
            var now = bars.update(stats);
            if (!now.isEmpty()) mailbox.post(new Mailbox.Tell(new RoomInput.Lines(now)));
        })));
    }

    private static Set<String> names(ServerSettings settings) {
        var names = new LinkedHashSet<>(List.of("localhost"));
        String host = settings.host();
        if (host != null && host.matches("[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*")) names.add(host);
        try {
            String machine = InetAddress.getLocalHost().getHostName();
            if (machine.matches("[A-Za-z0-9.-]*[A-Za-z][A-Za-z0-9.-]*")) names.add(machine);
        } catch (UnknownHostException nameless) {
            // a machine may have none
        }
        return names;
    }

    private static SslContext tls(Identity identity) {
        try {
            return SslContextBuilder.forServer(identity.key(), identity.certificate()).sslProvider(SslProvider.JDK)
                    .protocols("TLSv1.3", "TLSv1.2").build();
        } catch (SSLException e) {
            throw new ServerException("This Java has no TLS: " + e.getMessage(), e);
        }
    }

    private static void closeQuietly(@Nullable AutoCloseable resource) {
        if (resource == null) return;
        try {
            resource.close();
        } catch (Exception e) {
            LOG.log(System.Logger.Level.WARNING, "Something didn't close.", e);
        }
    }
}
