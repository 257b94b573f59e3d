package lectern.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import lectern.protocol.Reason;
import lectern.protocol.material.MaterialRefusal;
import org.jspecify.annotations.Nullable;

/// The page, its tests and the golden examples of protocol and whiteboard on loopback, with the header that the real server sends.
final class TestSite implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of("html", "text/html; charset=utf-8", "js",
            "text/javascript; charset=utf-8", "json", "application/json");
    /// Pictures that were put here, by path, and the headers that they came with.
    final Map<String, byte[]> assets = new ConcurrentHashMap<>();
    final List<String> keys = new CopyOnWriteArrayList<>();
    private final HttpServer http;

    TestSite() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        http.createContext("/", this::answer);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }

    /// Somebody else answers what begins so.
    void serve(String path, HttpHandler handler) { http.createContext(path, handler); }

    /// `localhost` counts as a secure context: cameras work without a certificate.
    String address() { return "http://localhost:" + http.getAddress().getPort(); }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/asset/") && exchange.getRequestMethod().equals("PUT")) {
                assets.put(path, exchange.getRequestBody().readAllBytes());
                keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
                exchange.sendResponseHeaders(201, -1);
                return;
            }
            byte[] body = path.startsWith("/asset/") ? assets.get(path) : bodyOf(path);
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Security-Policy", WebFiles.CONTENT_SECURITY_POLICY);
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            headers.set("Content-Type", typeOf(path));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (RuntimeException e) {
            System.getLogger("lectern.web").log(System.Logger.Level.ERROR, "test site", e);
            throw e;
        }
    }

    private static byte @Nullable [] bodyOf(String path) throws IOException {
        if (path.startsWith("/j/")) return WebFiles.find(WebFiles.INDEX).orElseThrow().bytes();
        if (path.startsWith("/web/"))
            return WebFiles.find(path.substring("/web/".length())).map(WebFile::bytes).orElse(null);
        if (path.equals("/files.json")) return json(names("/lectern/web", "index.html"));
        if (path.equals("/golden/index.json")) return json(names("/lectern/protocol/golden", "client/join.json"));
        if (path.equals("/reasons.json")) return json(names(Reason.values()));
        if (path.equals("/refusals.json")) return json(names(MaterialRefusal.values()));
        if (path.startsWith("/golden/")) return resource("/lectern/protocol" + path);
        if (path.equals("/board-golden/index.json")) return json(names("/lectern/whiteboard/golden", "README.md"));
        if (path.startsWith("/board-golden/"))
            return resource("/lectern/whiteboard/golden/" + path.substring("/board-golden/".length()));
        if (path.startsWith("/tests/")) return resource("/lectern/web" + path);
        return null;
    }

    private static String typeOf(String path) {
        if (path.startsWith("/asset/")) return "image/png";
        if (path.startsWith("/j/")) return TYPES.get("html");
        if (path.startsWith("/web/"))
            return WebFiles.find(path.substring("/web/".length())).orElseThrow().contentType();
        return TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    }

    private static byte @Nullable [] resource(String name) throws IOException {
        try (var in = TestSite.class.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static byte[] json(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The page's or the examples' files by name, from a folder of classes or from a jar.
    private static List<String> names(String folder, String anchor) throws IOException {
        URI uri;
        try {
            uri = TestSite.class.getResource(folder + "/" + anchor).toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        if (uri.getScheme().equals("file")) return list(root(Path.of(uri), anchor));
        try (var jar = FileSystems.newFileSystem(uri, Map.of())) {
            return list(jar.getPath(folder));
        }
    }

    private static Path root(Path file, String anchor) {
        return file.resolve(anchor.replaceAll("[^/]+", "..")).normalize();
    }

    private static List<String> list(Path root) {
        try (var paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.endsWith(".class")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As they are on the wire.
    private static List<String> names(Enum<?>[] values) {
        var names = new ArrayList<String>();
        for (Enum<?> value : values) {
            try {
                names.add(value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class).value());
            } catch (NoSuchFieldException e) {
                throw new IllegalStateException(e);
            }
        }
        return names;
    }

    @Override
    public void close() { http.stop(0); }
}
