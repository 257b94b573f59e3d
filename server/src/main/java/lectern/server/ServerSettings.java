package lectern.server;

import java.nio.file.Path;
import java.time.Duration;
import lectern.protocol.Limits;
import org.jspecify.annotations.Nullable;

/// What a server is started with.
///
/// @param host               name or address that stands in the links; null: the machine's best address in its network. A loopback
///                           address also binds the server to it alone
/// @param port               TCP and UDP port; 0 takes any that is free for both
/// @param lessons            folder of the key, the certificate and one folder for each room
/// @param title              what the class is called
/// @param room               the room to go on with, which has its own title; null: the last one where its class still runs, else a new one
/// @param loopbackCandidates whether media may flow by 127.0.0.1 (both sides on one machine)
/// @param tokenLifetime      how long the links of a room let people in, from its start
/// @param limits             what others may ask of the server
public record ServerSettings(@Nullable String host, int port, Path lessons, String title, @Nullable String room,
        boolean loopbackCandidates, Duration tokenLifetime, ServerLimits limits) {
    public ServerSettings {
        if (host != null && !host.matches("[A-Za-z0-9.:%_-]{1,253}"))
            throw new IllegalArgumentException("host: a name or an address, not \"" + host + '"');
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("port: 0 to 65535, not " + port);
        if (title.isBlank() || title.length() > Limits.TITLE_CHARS)
            throw new IllegalArgumentException("title: 1 to " + Limits.TITLE_CHARS + " characters");
        if (tokenLifetime.compareTo(Duration.ofMinutes(1)) < 0 || tokenLifetime.compareTo(Duration.ofDays(3_650)) > 0)
            throw new IllegalArgumentException("token-lifetime: a minute to ten years");
    }

    /// Any free port, links good for twelve hours: a long school day.
    public static ServerSettings in(Path lessons) {
        return new ServerSettings(null, 0, lessons, "Class", null, false, Duration.ofHours(12),
                ServerLimits.defaults());
    }

    public ServerSettings withHost(@Nullable String value) {
        return new ServerSettings(value, port, lessons, title, room, loopbackCandidates, tokenLifetime, limits);
    }

    public ServerSettings withPort(int value) {
        return new ServerSettings(host, value, lessons, title, room, loopbackCandidates, tokenLifetime, limits);
    }

    public ServerSettings withTitle(String value) {
        return new ServerSettings(host, port, lessons, value, room, loopbackCandidates, tokenLifetime, limits);
    }

    public ServerSettings withRoom(@Nullable String value) {
        return new ServerSettings(host, port, lessons, title, value, loopbackCandidates, tokenLifetime, limits);
    }

    public ServerSettings withLoopbackCandidates(boolean value) {
        return new ServerSettings(host, port, lessons, title, room, value, tokenLifetime, limits);
    }

    public ServerSettings withTokenLifetime(Duration value) {
        return new ServerSettings(host, port, lessons, title, room, loopbackCandidates, value, limits);
    }

    public ServerSettings withLimits(ServerLimits value) {
        return new ServerSettings(host, port, lessons, title, room, loopbackCandidates, tokenLifetime, value);
    }
}
