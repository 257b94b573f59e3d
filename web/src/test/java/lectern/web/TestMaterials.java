package lectern.web;

import com.sun.net.httpserver.HttpExchange;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lectern.protocol.board.Region;
import lectern.protocol.material.MaterialRefusal;
import lectern.protocol.material.Tiling;
import org.jspecify.annotations.Nullable;

/// What a server does for teaching materials, played by a test: uploads in pieces, what documents hold, pictures of their pages as
/// they are cut, words and links. Every file is the same document of a few pages, painted anew at each level.
final class TestMaterials {
    static final double WIDTH = 800;
    static final double HEIGHT = 1130;
    static final String ADDRESS = "https://example.org/fractions?lesson=5";

    /// Paths that were asked for.
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, byte[]> uploaded = new ConcurrentHashMap<>();
    /// So many of the pieces that come next break off in their middle.
    final AtomicInteger breaks = new AtomicInteger();
    volatile int pages = 6;
    volatile boolean failing;
    /// Reading a document stops in its middle until this is open; pictures and uploads go on.
    volatile CountDownLatch reading = new CountDownLatch(0);
    /// Why files that were uploaded aren't opened.
    volatile @Nullable MaterialRefusal refuses;
    volatile String hits = "[]";
    volatile String fonts = "[]";
    private final Map<String, ByteArrayOutputStream> coming = new ConcurrentHashMap<>();
    private final Map<String, Long> lengths = new ConcurrentHashMap<>();

    TestMaterials(TestSite site) {
        site.serve("/upload", this::upload);
        site.serve("/document/", this::document);
        site.serve("/search", exchange -> text(exchange, 200, "application/json", hits));
    }

    private void upload(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            var headers = exchange.getResponseHeaders();
            if (exchange.getRequestMethod().equals("POST")) {
                String place = "/upload/" + (coming.size() + 1);
                coming.put(place, new ByteArrayOutputStream());
                lengths.put(place, Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Length")));
                headers.set("Location", place);
                exchange.sendResponseHeaders(201, -1);
                return;
            }
            ByteArrayOutputStream bytes = coming.get(path);
            switch (exchange.getRequestMethod()) {
                case "HEAD" -> {
                    headers.set("Upload-Offset", Integer.toString(bytes.size()));
                    exchange.sendResponseHeaders(204, -1);
                }
                case "DELETE" -> {
                    coming.remove(path);
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> piece(exchange, path, bytes);
            }
        }
    }

    private void piece(HttpExchange exchange, String path, ByteArrayOutputStream bytes) throws IOException {
        long from = Long.parseLong(exchange.getRequestHeaders().getFirst("Upload-Offset"));
        exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(bytes.size()));
        asked.add("from " + from);
        if (from != bytes.size()) {
            exchange.sendResponseHeaders(409, -1);
            return;
        }
        byte[] piece = exchange.getRequestBody().readAllBytes();
        if (breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            bytes.write(piece, 0, piece.length / 2);
            return; // without an answer the connection is closed
        }
        bytes.write(piece);
        exchange.getResponseHeaders().set("Upload-Offset", Integer.toString(bytes.size()));
        if (bytes.size() < lengths.get(path)) {
            exchange.sendResponseHeaders(204, -1);
            return;
        }
        String hash = hash(bytes.toByteArray());
        uploaded.put(hash, bytes.toByteArray());
        text(exchange, 201, "application/json", "{\"asset\":\"" + hash + "\",\"kind\":\"pdf\"}");
    }

    private void document(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            asked.add("GET " + path);
            String[] parts = path.split("/");
            exchange.getResponseHeaders().set("Content-Security-Policy", WebFiles.CONTENT_SECURITY_POLICY);
            if (parts.length == 3) outline(exchange, uploaded.containsKey(parts[2]) ? refuses : null);
            else if (failing) exchange.sendResponseHeaders(503, -1);
            else
                if (parts[4].equals("text"))
                    text(exchange, 200, "application/json", wordsOf(Integer.parseInt(parts[3])));
                else {
                    byte[] png = picture(Integer.parseInt(parts[3]), Integer.parseInt(parts[4]),
                            parts.length > 5 ? parts[5] : null);
                    exchange.getResponseHeaders().set("Content-Type", "image/png");
                    exchange.getResponseHeaders().set("Cache-Control", "private, max-age=31536000, immutable");
                    exchange.sendResponseHeaders(200, png.length);
                    exchange.getResponseBody().write(png);
                }
        }
    }

    private void outline(HttpExchange exchange, @Nullable MaterialRefusal why) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (var out = exchange.getResponseBody()) {
            for (int done = 0; done <= pages; done += Math.max(1, pages / 3)) {
                line(out, "{\"type\":\"reading\",\"done\":" + done + ",\"all\":" + pages + "}");
                if (done > 0) await(reading);
            }
            if (why != null) {
                line(out, "{\"type\":\"refused\",\"why\":\"" + why.name().toLowerCase(Locale.ROOT)
                        .replace('_', '-') + "\",\"words\":\"no\"}");
                return;
            }
            var all = IntStream.range(0, pages).mapToObj(number -> "{\"width\":" + WIDTH + ",\"height\":" + HEIGHT
                    + ",\"text\":true,\"slide\":" + number + ",\"step\":0,\"hidden\":" + (number == 3)
                    + (number == 0 ? ",\"notes\":\"Ask what a half of a half is.\\nThen show the pizza.\"" : "") + "}")
                    .toList();
            line(out, "{\"type\":\"ready\",\"outline\":{\"title\":\"Fractions\",\"pages\":[" + String.join(",", all)
                    + "],\"missingFonts\":" + fonts + ",\"incomplete\":[]}}");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void line(OutputStream out, String json) throws IOException {
        out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// Two lines of words, where the picture has them, and two links.
    private static String wordsOf(int number) {
        var words = new ArrayList<String>();
        for (Placed word : placed(number))
            words.add("{\"text\":\"" + word.text + "\",\"place\":" + json(word.place) + ",\"lineEnd\":" + word.lineEnd
                    + "}");
        return "{\"words\":[" + String.join(",", words) + "],\"links\":[{\"place\":"
                + json(new Region(80, 600, 300, 40))
                + ",\"address\":\"" + ADDRESS + "\"},{\"place\":" + json(new Region(80, 700, 300, 40))
                + ",\"number\":2}]}";
    }

    record Placed(String text, Region place, boolean lineEnd) {}

    private static final Font WORDS = new Font(Font.SANS_SERIF, Font.PLAIN, 32);

    static List<Placed> placed(int number) {
        var context = new FontRenderContext(null, true, true);
        var all = new ArrayList<Placed>();
        double y = 200;
        for (String line : List.of("Page " + (number + 1) + " of the fractions", "One half and one third",
                "are five sixths together")) {
            double x = 80;
            String[] words = line.split(" ");
            for (int i = 0; i < words.length; i++) {
                double width = WORDS.getStringBounds(words[i], context).getWidth();
                all.add(new Placed(words[i], new Region(x, y, width, 40), i == words.length - 1));
                x += width + 10;
            }
            y += 60;
        }
        return all;
    }

    static String json(Region place) {
        return "{\"x\":" + place.x() + ",\"y\":" + place.y() + ",\"width\":" + place.width() + ",\"height\":"
                + place.height() + "}";
    }

    /// What the server would send.
    static byte[] picture(int number, int level, String tile) throws IOException {
        var tiling = Tiling.of(WIDTH, HEIGHT, level);
        int column = tile == null ? 0 : Integer.parseInt(tile.substring(0, tile.indexOf('-')));
        int row = tile == null ? 0 : Integer.parseInt(tile.substring(tile.indexOf('-') + 1));
        if (tiling.isWhole() != (tile == null)) throw new IOException("no such picture: " + level + " " + tile);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(paint(number, level, tiling.region(column, row)), "png", bytes);
        return bytes.toByteArray();
    }

    static BufferedImage paint(int number, int level, Region region) {
        double scale = Math.scalb(1.0, level);
        var image = new BufferedImage((int) Math.round(region.width() * scale),
                (int) Math.round(region.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.scale(scale, scale);
        pen.translate(-region.x(), -region.y());
        pen.setColor(Color.WHITE);
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH + 20, HEIGHT + 20));
        pen.setColor(new Color(0x1769d1));
        pen.fill(new Rectangle2D.Double(0, 0, WIDTH, 120));
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SERIF, Font.BOLD, 56));
        pen.drawString("Fractions " + (number + 1), 80, 84);
        pen.setColor(Color.BLACK);
        pen.setFont(WORDS);
        for (Placed word : placed(number))
            pen.drawString(word.text, (float) word.place.x(), (float) word.place.y() + 31);
        pen.setColor(new Color(0x1769d1));
        pen.drawString("example.org", 80, 631);
        pen.drawString("On page 3", 80, 731);
        for (int i = 0; i < 60; i++) { // as fine as print
            pen.setColor(new Color(Color.HSBtoRGB(i / 60f, 0.8f, 0.8f)));
            pen.fill(new Rectangle2D.Double(80 + i * 10.3, 800 + i % 7 * 3.1, 4.2, 200));
        }
        pen.dispose();
        return image;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
