package lectern.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The page's files by name. `/j/<token>` is [#INDEX], `/web/<name>` is `find("<name>")`.
public final class WebFiles {
    public static final String INDEX = "index.html";
    /// Header for every page and file: nothing from elsewhere, no inline script or style, in nobody's frame.
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob: mediastream:; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // Folders without a dot and known endings: a name that could climb out of here doesn't match.
    private static final Pattern NAME = Pattern
            .compile("(?:[a-z]{1,20}/){0,2}[a-z0-9][a-z0-9-]{0,60}\\.(html|js|css|svg|woff2)");
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js",
            "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8", "svg", "image/svg+xml", "woff2",
            "font/woff2");

    /// @param path the name after `/web/`; anything else than one of the page's files is empty
    public static Optional<WebFile> find(String path) {
        var name = NAME.matcher(path);
        if (!name.matches()) return Optional.empty();
        try (InputStream in = WebFiles.class.getResourceAsStream(path)) {
            if (in == null) return Optional.empty();
            byte[] bytes = in.readAllBytes();
            return Optional.of(new WebFile(bytes, TYPES.get(name.group(1)), etag(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("web file " + path, e);
        }
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private WebFiles() {}
}
