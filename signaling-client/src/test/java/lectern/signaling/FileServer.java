package lectern.signaling;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import lectern.protocol.Json;
import lectern.protocol.board.AssetId;
import lectern.protocol.material.Uploaded;
import org.jspecify.annotations.Nullable;

/// The lesson's files as docs/protocol.md says, in memory, over TLS with a key of its own.
final class FileServer implements AutoCloseable {
    final String fingerprint;
    final List<String> said = Collections.synchronizedList(new ArrayList<>());
    final Map<AssetId, byte[]> assets = new HashMap<>();
    final Map<String, ByteArrayOutputStream> drafts = new HashMap<>();
    final Map<String, byte[]> pages = new HashMap<>();
    final Map<String, String> reports = new HashMap<>();
    volatile String key = "key";
    volatile long largest = Long.MAX_VALUE;
    volatile Runnable afterPatch = () -> {};
    private final Map<String, Long> lengths = new HashMap<>();
    private final HttpsServer https;
    private int uploads;

    FileServer(Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("server.p12");
        if (!Files.exists(store))
            new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=lectern", "-storetype", "PKCS12",
                    "-keystore", store.toString(), "-storepass", "secret").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        var keys = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
        fingerprint = Hashes.of(keys.getCertificate("server").getEncoded()).value();
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(context));
        https.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        https.createContext("/", this::handle);
        https.start();
    }

    int port() { return https.getAddress().getPort(); }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        said.add(exchange.getRequestMethod() + " " + path);
        try (exchange) {
            if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization")))
                answer(exchange, 403, "Only those who are in the class.");
            else
                if (path.startsWith("/upload")) upload(exchange, path);
                else if (path.startsWith("/asset/")) asset(exchange, new AssetId(path.substring("/asset/".length())));
                else if (path.endsWith("/pdf")) pdf(exchange, pages.get(path));
                else if (reports.containsKey(path)) answer(exchange, 200, reports.get(path));
                else if (pages.containsKey(path)) answer(exchange, 200, pages.get(path));
                else answer(exchange, 404, "There is no such file.");
        }
    }

    private void upload(HttpExchange exchange, String path) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Length"));
            if (length > largest) {
                answer(exchange, 413, "A file is at most " + largest + " bytes.");
                return;
            }
            String at = "/upload/" + ++uploads;
            synchronized (this) {
                drafts.put(at, new ByteArrayOutputStream());
                lengths.put(at, length);
            }
            exchange.getResponseHeaders().set("Location", at);
            answer(exchange, 201, "");
            return;
        }
        ByteArrayOutputStream draft;
        synchronized (this) {
            draft = drafts.get(path);
        }
        if (draft == null) {
            answer(exchange, 404, "There is no such upload.");
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "HEAD" -> at(exchange, draft, 204);
            case "DELETE" -> {
                synchronized (this) {
                    drafts.remove(path);
                }
                exchange.sendResponseHeaders(204, -1);
            }
            default -> patch(exchange, path, draft);
        }
    }

    private void patch(HttpExchange exchange, String path, ByteArrayOutputStream draft) throws IOException {
        byte[] buffer = new byte[1000];
        synchronized (draft) {
            if (Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset")) != draft.size()) {
                at(exchange, draft, 409);
                return;
            }
            for (int count; (count = exchange.getRequestBody().read(buffer)) >= 0;) draft.write(buffer, 0, count);
        }
        afterPatch.run();
        if (draft.size() < lengths.get(path)) {
            at(exchange, draft, 204);
            return;
        }
        byte[] file = draft.toByteArray();
        synchronized (this) {
            assets.put(Hashes.of(file), file);
        }
        answer(exchange, 201, Json.write(new Uploaded(Hashes.of(file), "pdf")));
    }

    private static void at(HttpExchange exchange, ByteArrayOutputStream draft, int status) throws IOException {
        exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(draft.size()));
        exchange.sendResponseHeaders(status, -1);
    }

    private void asset(HttpExchange exchange, AssetId asset) throws IOException {
        byte[] file;
        synchronized (this) {
            file = assets.get(asset);
        }
        send(exchange, file, exchange.getRequestHeaders().getFirst("Range"));
    }

    private static void pdf(HttpExchange exchange, byte[] file) throws IOException {
        String etag = '"' + Hashes.of(file).value() + '"';
        exchange.getResponseHeaders().set("ETag", etag);
        boolean isOfThis = etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
        send(exchange, file, isOfThis ? exchange.getRequestHeaders().getFirst("Range") : null);
    }

    private static void send(HttpExchange exchange, byte @Nullable [] file, @Nullable String range) throws IOException {
        if (file == null) answer(exchange, 404, "There is no such file.");
        else if (range == null) answer(exchange, 200, file);
        else {
            int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
            if (from >= file.length) {
                exchange.getResponseHeaders().set("Content-Range", "bytes */" + file.length);
                answer(exchange, 416, "");
                return;
            }
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            answer(exchange, 206, java.util.Arrays.copyOfRange(file, from, file.length));
        }
    }

    private static void answer(HttpExchange exchange, int status, String words) throws IOException {
        answer(exchange, status, words.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() { https.stop(0); }
}
