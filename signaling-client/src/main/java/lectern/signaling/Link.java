package lectern.signaling;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import lectern.protocol.Limits;
import lectern.protocol.Role;

/// A link to a class: where its server is, the token that lets one in, and the SHA-256 of the server's certificate.
/// The fragment that carries the fingerprint never reaches a server, so whoever made the link vouches for the key.
///
/// @param host        name or address; an IPv6 address without brackets
/// @param fingerprint 64 lower-case hex digits
public record Link(String host, int port, String token, String fingerprint) {
    private static final int TOKEN_VERSION = 1;
    private static final int HTTPS_PORT = 443;
    private static final String PATH = "/j/";
    private static final int MAX_CHARS = 4096;

    public Link {
        if (host.isBlank()) throw new LinkException("The link names no server.");
        if (port < 1 || port > 65_535) throw new LinkException("The link's port isn't one: " + port + ".");
        if (token.isEmpty() || token.length() > Limits.TOKEN_CHARS)
            throw new LinkException("The link has no ticket in it (the part after " + PATH + ").");
        fingerprint = fingerprint.toLowerCase(Locale.ROOT);
        if (!fingerprint.matches("[0-9a-f]{64}"))
            throw new LinkException(
                    "The link is cut short: it ends with #fp= and 64 letters and digits. Copy it again, to its very end.");
    }

    /// Reads `https://host:port/j/<token>#fp=<sha-256>`, or the same with `lectern://`.
    ///
    /// @throws LinkException in words, if it is none
    public static Link parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) throw new LinkException("Paste the link you were given.");
        if (trimmed.length() > MAX_CHARS) throw new LinkException("That is far too long for a link.");
        URI uri;
        try {
            uri = new URI(trimmed);
        } catch (URISyntaxException e) {
            throw new LinkException("That isn't a link: it starts with https:// and has no spaces.");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("lectern"))
            throw new LinkException("A link to a class starts with https:// or lectern://.");
        if (uri.getHost() == null) throw new LinkException("The link names no server.");
        String path = uri.getPath() == null ? "" : uri.getPath();
        if (!path.startsWith(PATH)) throw new LinkException("That link doesn't lead to a class.");
        String host = uri.getHost();
        if (host.startsWith("[")) host = host.substring(1, host.length() - 1);
        return new Link(host, uri.getPort() < 0 ? HTTPS_PORT : uri.getPort(), path.substring(PATH.length()),
                fingerprintIn(uri.getFragment() == null ? "" : uri.getFragment()));
    }

    /// The part after `#`: `fp=…`, perhaps among other things.
    private static String fingerprintIn(String fragment) {
        for (String part : fragment.split("&")) if (part.startsWith("fp=")) return part.substring(3).replace(":", "");
        return "";
    }

    /// The role that the token speaks of, where it can be read: what a lobby asks for depends on it. Reading isn't
    /// believing: the server decides.
    public Optional<Role> role() {
        byte[] claims;
        try {
            claims = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (claims.length < 2 || claims[0] != TOKEN_VERSION) return Optional.empty();
        return switch (claims[1]) {
            case 0 -> Optional.of(Role.TEACHER);
            case 1 -> Optional.of(Role.ASSISTANT);
            case 2 -> Optional.of(Role.STUDENT);
            case 3 -> Optional.of(Role.WATCHER);
            default -> Optional.empty();
        };
    }

    byte[] fingerprintBytes() { return HexFormat.of().parseHex(fingerprint); }

    /// As in a URL: an IPv6 address in brackets.
    String authority() { return (host.contains(":") ? "[" + host + "]" : host) + ":" + port; }

    /// Where the WebSocket is.
    String socketUrl() { return "https://" + authority() + "/ws"; }

    @Override
    public String toString() { return "https://" + authority() + PATH + token + "#fp=" + fingerprint; }
}
