package lectern.ui.board;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Page;
import lectern.protocol.material.Hit;
import lectern.protocol.material.PageText;
import lectern.protocol.material.Tiling;
import lectern.ui.model.BoardFiles;

/// The server's side of documents, without a server. Each pixel of a page's picture says which page, level and square it is
/// of and where it lies, so that one which is painted in the wrong place, or not one to one, is found.
public final class ScriptedFiles implements BoardFiles {
    public static final AssetId DOCUMENT = new AssetId("d".repeat(64));

    /// In the order of asking, as `number/level` or `number/level/column-row`.
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public final List<String> givenUp = new CopyOnWriteArrayList<>();
    public final Map<AssetId, byte[]> assets = new ConcurrentHashMap<>();
    public final Map<Integer, PageText> texts = new ConcurrentHashMap<>();
    public final List<String> searched = new CopyOnWriteArrayList<>();
    public volatile boolean searchFails;
    public volatile List<Hit> hits = List.of();
    /// Which pictures don't come until [#release].
    public volatile Predicate<String> holds = _ -> false;
    public volatile Predicate<String> fails = _ -> false;
    /// In page units; null paints what [#pixel] says.
    public Painter painter;
    private final Map<String, CompletableFuture<byte[]>> held = new ConcurrentHashMap<>();
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();
    private final double width, height;

    public interface Painter {
        void paint(Graphics2D g, int number);
    }

    public ScriptedFiles(double pageWidth, double pageHeight) {
        width = pageWidth;
        height = pageHeight;
    }

    public ScriptedFiles() { this(Page.WIDTH, Page.HEIGHT); }

    /// What stands at a pixel of a level: every second one is dark, the others tell the square.
    public static int pixel(int number, int level, int x, int y) {
        if ((x + y) % 2 == 0) return 0xff000000 | (number * 40 & 0xff) << 8;
        return 0xff808080 | (x / Tiling.TILE * 16 & 0x7f) << 16 | (y / Tiling.TILE * 16 & 0x7f) << 8 | level + 8;
    }

    public void release() {
        holds = _ -> false;
        held.forEach((name, future) -> future.complete(file(name)));
        held.clear();
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level) {
        return picture(number + "/" + level);
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level, int column, int row) {
        return picture(number + "/" + level + "/" + column + "-" + row);
    }

    private CompletionStage<byte[]> picture(String name) {
        asked.add(name);
        if (fails.test(name)) return CompletableFuture.failedFuture(new IOException("The line is broken."));
        if (!holds.test(name)) return CompletableFuture.completedFuture(file(name));
        var future = new CompletableFuture<byte[]>();
        held.put(name, future);
        future.whenComplete((_, _) -> {
            if (future.isCancelled()) givenUp.add(name);
        });
        return future;
    }

    private byte[] file(String name) { return made.computeIfAbsent(name, this::make); }

    private byte[] make(String name) {
        var parts = name.split("/|(?<=\\d)-");
        int number = Integer.parseInt(parts[0]), level = Integer.parseInt(parts[1]);
        var tiling = Tiling.of(width, height, level);
        int left = parts.length > 2 ? Integer.parseInt(parts[2]) * Tiling.TILE : 0;
        int top = parts.length > 2 ? Integer.parseInt(parts[3]) * Tiling.TILE : 0;
        int w = parts.length > 2 ? Math.min(Tiling.TILE, tiling.width() - left) : tiling.width();
        int h = parts.length > 2 ? Math.min(Tiling.TILE, tiling.height() - top) : tiling.height();
        var image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        if (painter != null) {
            var g = image.createGraphics();
            g.translate(-left, -top);
            g.scale(Math.scalb(1.0, level), Math.scalb(1.0, level));
            painter.paint(g, number);
            g.dispose();
        } else
            for (int y = 0; y < h; y++)
                for (int x = 0; x < w; x++) image.setRGB(x, y, pixel(number, level, left + x, top + y));
        var file = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    @Override
    public CompletionStage<PageText> text(AssetId document, int number) {
        return CompletableFuture.completedFuture(texts.getOrDefault(number, new PageText(List.of(), List.of())));
    }

    @Override
    public CompletionStage<List<Hit>> search(String query) {
        searched.add(query);
        if (searchFails) return CompletableFuture.failedFuture(new IOException("The line is broken."));
        return CompletableFuture.completedFuture(hits);
    }

    @Override
    public CompletionStage<AssetId> upload(byte[] file) {
        var id = new AssetId(String.format("%064x", assets.size() + 1));
        assets.put(id, file);
        return CompletableFuture.completedFuture(id);
    }

    @Override
    public CompletionStage<Path> clip(AssetId id, LongConsumer received) {
        return CompletableFuture.failedFuture(new IllegalArgumentException("no clips here"));
    }

    @Override
    public CompletionStage<byte[]> asset(AssetId id) {
        var file = assets.get(id);
        return file == null
                ? CompletableFuture.failedFuture(new IOException("no " + id))
                : CompletableFuture.completedFuture(file);
    }
}
