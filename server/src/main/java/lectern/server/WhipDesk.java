package lectern.server;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import lectern.classroom.Grant;
import lectern.classroom.Manner;
import lectern.protocol.Limits;
import org.jspecify.annotations.Nullable;

/// WHIP (RFC 9725) and WHEP over HTTP: an offer posted becomes a participant, whose resource's name is a secret of who
/// made it.
final class WhipDesk {
    private static final String SDP = "application/sdp";
    private static final String FRAGMENT = "application/trickle-ice-sdpfrag";
    private static final int MAX_SESSIONS = 1_000;
    private static final int ANSWER_WITHIN_S = 10;

    private final Seal seal;
    private final Mailbox mailbox;
    private final Counters counters;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, MediaSession> sessions = new ConcurrentHashMap<>();

    WhipDesk(Seal seal, Mailbox mailbox, Counters counters) {
        this.seal = seal;
        this.mailbox = mailbox;
        this.counters = counters;
    }

    /// An HTTP request to `/whip…` or `/whep…`.
    ///
    /// @param rest  the path behind that: a token, `session/<id>`, or nothing
    /// @param bearer the token of the Authorization header
    record Request(Manner manner, String method, String rest, @Nullable String bearer, @Nullable String name,
            String contentType, @Nullable String ifMatch, String body) {}

    CompletableFuture<Page> handle(Request request, RoomLoop loop) {
        if (request.method().equals("OPTIONS")) return done(options(request));
        if (request.rest().startsWith("session/"))
            return session(request, request.rest().substring("session/".length()));
        if (request.method().equals("POST")) return open(request, loop);
        return done(Page.empty(405, Map.of("Allow", "OPTIONS, POST")));
    }

    private static Page options(Request request) {
        boolean isSession = request.rest().startsWith("session/");
        return Page.empty(204, isSession
                ? Map.of("Allow", "OPTIONS, PATCH, DELETE", "Accept-Patch", FRAGMENT)
                : Map.of("Allow", "OPTIONS, POST", "Accept-Post", SDP));
    }

    private CompletableFuture<Page> open(Request request, RoomLoop loop) {
        String token = request.rest().isEmpty() ? request.bearer() : request.rest();
        Optional<Grant> grant = token == null ? Optional.empty() : seal.open(token);
        if (grant.isEmpty()) return refuse(403, "This token isn't one of this server's.");
        boolean sends = request.manner() == Manner.WHIP;
        if (sends && !grant.get().role().maySend()) return refuse(403, "A watcher sends nothing.");
        if (!isType(request, SDP)) return refuse(415, "The offer has to be " + SDP + ".");
        if (request.body().length() > Limits.SDP_CHARS) return refuse(413, "The offer is too long.");
        var lines = OfferedLines.of(request.body());
        boolean isEmpty = sends
                ? lines.tracks().isEmpty()
                : lines.receiving("audio").isEmpty() && lines.receiving("video").isEmpty();
        if (!request.body().startsWith("v=0") || isEmpty)
            return refuse(400, "An SDP offer with a line to " + (sends ? "send" : "receive") + " is needed.");
        if (sessions.size() >= MAX_SESSIONS) return refuse(503, "Too many sessions.");
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        String location = (sends ? "/whip/session/" : "/whep/session/") + id;
        var session = new MediaSession(request.manner(), location, request.body(), mailbox, () -> sessions.remove(id));
        sessions.put(id, session);
        String name = request.name() != null ? request.name() : sends ? "Camera" : "Player";
        return inTime(session.join(loop, grant.get(), name));
    }

    private CompletableFuture<Page> session(Request request, String id) {
        MediaSession session = sessions.get(id);
        if (session == null || session.isReader() != (request.manner() == Manner.WHEP))
            return refuse(404, "There is no such session.");
        return switch (request.method()) {
            case "DELETE" -> {
                session.leave();
                yield done(Page.empty(200, Map.of()));
            }
            case "PATCH" -> patch(request, session);
            default -> done(Page.empty(405, Map.of("Allow", "OPTIONS, PATCH, DELETE")));
        };
    }

    /// RFC 9725 §4.3: with this session's ETag candidates are trickled, of which an ICE-lite server needs none; with `*` ICE is
    /// restarted.
    private CompletableFuture<Page> patch(Request request, MediaSession session) {
        if (!isType(request, FRAGMENT)) return refuse(415, "A patch has to be " + FRAGMENT + ".");
        if (request.ifMatch() == null) return refuse(428, "A patch needs If-Match.");
        if (!request.ifMatch().equals("*"))
            return request.ifMatch().equals(session.etag())
                    ? done(Page.empty(204, Map.of()))
                    : refuse(412, "ICE was restarted since.");
        if (session.isReader()) return refuse(422, "ICE of a reader isn't restarted: post a new offer.");
        return IceFragment.of(request.body()).map(fragment -> inTime(session.restartIce(fragment)))
                .orElseGet(() -> refuse(400, "A restart needs ice-ufrag and ice-pwd."));
    }

    private static boolean isType(Request request, String type) {
        return request.contentType().split(";", 2)[0].strip().equalsIgnoreCase(type);
    }

    private CompletableFuture<Page> refuse(int status, String words) {
        counters.count("whip " + status);
        return done(Page.text(status, words));
    }

    private static CompletableFuture<Page> done(Page page) {
        return CompletableFuture.completedFuture(page);
    }

    private static CompletableFuture<Page> inTime(CompletableFuture<Page> answer) {
        return answer.completeOnTimeout(Page.text(504, "The media plane didn't answer in time."), ANSWER_WITHIN_S,
                TimeUnit.SECONDS);
    }
}
