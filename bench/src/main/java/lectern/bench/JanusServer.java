package lectern.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import lectern.sfu.sdp.Sdp;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Janus's video room, entered by its JSON interface over HTTP; for comparison, where Debian's package `janus` is installed.
final class JanusServer implements MediaServer {
    private static final Path PROGRAM = Path.of("/usr/bin/janus");
    private static final Path CONFIGURATION = Path.of("/etc/janus");
    private static final int ROOM = 4_711;
    private static final Duration PATIENCE = Duration.ofSeconds(70); // its long polls last 30 s
    private static final int PATIENCE_S = 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String name;
    private final Scratch folder;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI session;
    private long feed;

    private JanusServer(String name, Scratch folder, Process process, URI root) throws IOException {
        this.name = name;
        this.folder = folder;
        this.process = process;
        long id = whenUp(root).get("data").get("id").asLong();
        this.session = URI.create(root + "/" + id);
        send(attach(), Map.of("request", "create", "room", ROOM, "publishers", 2, "videocodec", "vp8"), null);
    }

    static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    /// With its defaults (a thread for each peer), or with `eventLoops` threads for all when that is above 0.
    static JanusServer start(int eventLoops) throws IOException {
        var scratch = new Scratch();
        Path folder = scratch.folder();
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.copy(CONFIGURATION.resolve("janus.jcfg"), folder.resolve("janus.jcfg"));
        Files.writeString(folder.resolve("janus.transport.http.jcfg"),
                "general: { http = true\nport = " + port + "\nip = \"127.0.0.1\"\nbase_path = \"/janus\" }\n");
        Files.writeString(folder.resolve("janus.plugin.videoroom.jcfg"), "general: { }\n");
        var command = new ArrayList<>(List.of(PROGRAM.toString(), "-F", folder.toString(), "-d", "2"));
        if (eventLoops > 0)
            command.addAll(List.of("-e", "" + eventLoops));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        String name = eventLoops > 0 ? "janus, event_loops=" + eventLoops : "janus, default";
        return new JanusServer(name, scratch, process, URI.create("http://127.0.0.1:" + port + "/janus"));
    }

    private JsonNode whenUp(URI root) throws IOException {
        for (int attempt = 0;; attempt++) {
            try {
                return post(root, Map.of("janus", "create", "transaction", transaction()));
            } catch (IOException e) {
                if (attempt == 100 || !process.isAlive())
                    throw e;
                pause();
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Process process() {
        return process;
    }

    @Override
    public void publish(VideoSource source) throws IOException {
        JsonNode event = send(attach(), Map.of("request", "joinandconfigure", "room", ROOM, "ptype", "publisher"),
                Map.of("type", "offer", "sdp", source.offer().write()));
        feed = event.get("plugindata").get("data").get("id").asLong();
        source.connect(Sdp.parse(event.get("jsep").get("sdp").asString()).media().getFirst());
    }

    @Override
    public Viewer watch(PeerLoop loop, Latencies latencies) throws IOException {
        URI handle = attach();
        JsonNode event = send(handle, Map.of("request", "join", "room", ROOM, "ptype", "subscriber", "streams",
                List.of(Map.of("feed", feed))), null);
        Sdp offer = Sdp.parse(event.get("jsep").get("sdp").asString());
        var viewer = new Viewer(loop, false, latencies);
        send(handle, Map.of("request", "start"), Map.of("type", "answer", "sdp", viewer.answer(offer).write()));
        viewer.connect(offer.media().getFirst());
        return viewer;
    }

    private URI attach() throws IOException {
        JsonNode answer = post(session,
                Map.of("janus", "attach", "plugin", "janus.plugin.videoroom", "transaction", transaction()));
        return URI.create(session + "/" + answer.get("data").get("id").asLong());
    }

    /// Says something to the room and returns what it says back, at once or by an event.
    private JsonNode send(URI handle, Map<String, ?> body, @org.jspecify.annotations.Nullable Map<String, ?> jsep)
            throws IOException {
        String transaction = transaction();
        var message = new java.util.HashMap<String, Object>(
                Map.of("janus", "message", "transaction", transaction, "body", body));
        if (jsep != null)
            message.put("jsep", jsep);
        JsonNode answer = post(handle, message);
        while (!answer.get("janus").asString().equals("success") && !isEventOf(answer, transaction))
            answer = ask(HttpRequest.newBuilder(session).GET());
        JsonNode data = answer.path("plugindata").path("data");
        if (data.has("error"))
            throw new IOException(name + ": " + data.get("error").asString());
        return answer;
    }

    private static boolean isEventOf(JsonNode answer, String transaction) {
        return answer.get("janus").asString().equals("event")
                && answer.path("transaction").asString("").equals(transaction);
    }

    private static String transaction() {
        return UUID.randomUUID().toString();
    }

    private JsonNode post(URI to, Map<String, ?> message) throws IOException {
        return ask(
                HttpRequest.newBuilder(to).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(message))));
    }

    private JsonNode ask(HttpRequest.Builder request) throws IOException {
        try {
            String text = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString()).body();
            JsonNode answer = JSON.readTree(text);
            if (answer.path("janus").asString("").equals("error"))
                throw new IOException(name + ": " + answer.get("error").get("reason").asString());
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        http.close();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS))
                process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }
}
