package lectern.app.library;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import lectern.materials.Converter;
import lectern.materials.Image;
import lectern.materials.Outcome;
import lectern.materials.Outline;
import lectern.materials.PageContents;
import lectern.materials.PageStore;
import lectern.materials.PageStoreSettings;
import lectern.materials.Refusal;
import lectern.materials.Source;
import lectern.protocol.BoardLimits;
import lectern.resources.Phrase;
import lectern.ui.model.Material;
import lectern.ui.model.MaterialKind;
import lectern.ui.model.Preview;
import org.jspecify.annotations.Nullable;

/// Looks into files, by the process that reads them. Any thread may call and is blocked meanwhile; interrupting it ends that.
final class MaterialReader implements AutoCloseable {
    static final int SIDE_PX = 360;
    /// Longer than the reading process's own limit of time, for every page of a deck.
    private static final int LONGEST_MINUTES = 10;
    private static final int HASHES = 4_000;

    private final PageStore pages;
    private final Supplier<Converter> converter;
    private final Map<String, String> hashes = new LinkedHashMap<>();

    MaterialReader(Path folder, Supplier<Converter> converter) {
        this.converter = converter;
        pages = PageStore.open(PageStoreSettings.in(folder).withMaxBytes(256L << 20), converter);
    }

    /// @param forGood whether looking again would find the same
    record Found(Preview preview, boolean forGood) {}

    Found look(Material material) throws InterruptedException {
        try {
            if (material.bytes() == 0) throw new RefusedException(Refusal.EMPTY);
            if (material.bytes() > most(material.kind())) return refused(material, tooLarge(material.kind()), true);
            return switch (material.kind()) {
                case CLIP -> new Found(new Preview(false, material.bytes(), material.changed(), 1, new byte[0], null,
                        null), true);
                case PICTURE -> {
                    Image picture = answer(converter.get().picture(material.file()));
                    yield found(material, 1, small(picture.bytes()), null);
                }
                case PDF, DECK, TEXT, SHEET, DRAWING -> document(material);
            };
        } catch (RefusedException e) {
            return refused(material, Reasons.of(e.why), Reasons.isForGood(e.why));
        } catch (IOException e) {
            return refused(material, Reasons.of(Refusal.NOT_THERE), false);
        }
    }

    private Found document(Material material) throws IOException, RefusedException, InterruptedException {
        Source source = source(material);
        Outline outline = answer(pages.open(source, _ -> {}));
        if (outline.pages().size() > BoardLimits.DOCUMENT_PAGES) throw new RefusedException(Refusal.TOO_MANY_PAGES);
        byte[] picture = answer(pages.picture(source, 0, level(outline.pages().getFirst()))).bytes();
        Phrase note = outline.missingFonts().isEmpty()
                ? null
                : Phrase.of("library.note.fonts", String.join(", ", outline.missingFonts()));
        return found(material, outline.pages().size(), picture, note);
    }

    /// A small picture of one page.
    byte[] page(Material material, int page) throws InterruptedException {
        try {
            if (material.kind() == MaterialKind.PICTURE)
                return small(answer(converter.get().picture(material.file())).bytes());
            Source source = source(material);
            Outline outline = answer(pages.open(source, _ -> {}));
            if (page < 0 || page >= outline.pages().size()) return new byte[0];
            return answer(pages.picture(source, page, level(outline.pages().get(page)))).bytes();
        } catch (RefusedException | IOException e) {
            return new byte[0];
        }
    }

    /// The text of each page; nothing where it can't be had now.
    Optional<List<String>> texts(Material material, int mostChars) throws InterruptedException {
        try {
            Source source = source(material);
            Outline outline = answer(pages.open(source, _ -> {}));
            var texts = new ArrayList<String>();
            int chars = 0;
            for (int page = 0; page < outline.pages().size(); page++) {
                boolean more = outline.pages().get(page).text() && chars < mostChars;
                String text = more ? text(answer(pages.text(source, page))) : "";
                chars += text.length();
                texts.add(text);
            }
            return Optional.of(texts);
        } catch (RefusedException e) {
            return Reasons.isForGood(e.why) ? Optional.of(List.of()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() { pages.close(); }

    static long most(MaterialKind kind) {
        return switch (kind) {
            case PDF, DECK, TEXT, SHEET, DRAWING -> BoardLimits.DOCUMENT_BYTES;
            case PICTURE -> BoardLimits.ASSET_BYTES;
            case CLIP -> BoardLimits.CLIP_BYTES;
        };
    }

    private static Phrase tooLarge(MaterialKind kind) {
        return Phrase.of("library.problem.large", most(kind) >> 20);
    }

    private static Found found(Material material, int pages, byte[] picture, @Nullable Phrase note) {
        return new Found(new Preview(false, material.bytes(), material.changed(), pages, picture, null, note), true);
    }

    private static Found refused(Material material, Phrase why, boolean forGood) {
        return new Found(new Preview(false, material.bytes(), material.changed(), 0, new byte[0], why, null), forGood);
    }

    /// The smallest one on which a thumbnail is sharp.
    private static int level(Outline.Page page) {
        double longer = Math.max(page.width(), page.height());
        int level = PageStore.MIN_LEVEL;
        while (level < PageStore.MAX_LEVEL && Math.scalb(longer, level) < SIDE_PX) level++;
        return level;
    }

    private static String text(PageContents page) {
        var text = new StringBuilder();
        boolean lineEnd = false;
        for (var word : page.words()) {
            String next = word.text();
            if (next.isEmpty()) continue;
            boolean joined = lineEnd && !text.isEmpty() && Folding.isWide(text.charAt(text.length() - 1))
                    && Folding.isWide(next.charAt(0));
            if (!text.isEmpty() && !joined) text.append(' ');
            text.append(next);
            lineEnd = word.lineEnd();
        }
        return text.toString();
    }

    private static byte[] small(byte[] picture) throws IOException {
        BufferedImage large = ImageIO.read(new ByteArrayInputStream(picture));
        if (large == null) throw new IOException("no picture");
        double scale = Math.min(1, (double) SIDE_PX / Math.max(large.getWidth(), large.getHeight()));
        var small = new BufferedImage((int) Math.max(1, large.getWidth() * scale),
                (int) Math.max(1, large.getHeight() * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = small.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, small.getWidth(), small.getHeight());
        var half = large;
        while (half.getWidth() > 2 * small.getWidth() && half.getHeight() > 2 * small.getHeight()) half = halved(half);
        g.drawImage(half, 0, 0, small.getWidth(), small.getHeight(), null);
        g.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", bytes);
        return bytes.toByteArray();
    }

    /// Step by step, or fine lines are lost.
    private static BufferedImage halved(BufferedImage image) {
        var half = new BufferedImage(image.getWidth() / 2, image.getHeight() / 2, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = half.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, 0, 0, half.getWidth(), half.getHeight(), null);
        g.dispose();
        return half;
    }

    private Source source(Material material) throws IOException {
        String key = PreviewCache.key(material);
        String hash;
        synchronized (hashes) {
            hash = hashes.get(key);
        }
        if (hash == null) {
            hash = hash(material.file());
            synchronized (hashes) {
                if (hashes.size() >= HASHES) hashes.clear();
                hashes.put(key, hash);
            }
        }
        return new Source(hash, material.file());
    }

    private static String hash(Path file) throws IOException {
        var digest = PreviewCache.sha256();
        try (var channel = Files.newByteChannel(file)) {
            var piece = ByteBuffer.allocate(1 << 16);
            long read = 0;
            while (channel.read(piece) >= 0) {
                piece.flip();
                read += piece.remaining();
                if (read > BoardLimits.DOCUMENT_BYTES) throw new IOException("it grows");
                digest.update(piece);
                piece.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static <T> T answer(CompletableFuture<Outcome<T>> asked) throws RefusedException, InterruptedException {
        try {
            return switch (asked.get(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                case Outcome.Done<T>(var value) -> value;
                case Outcome.Refused<T>(var why) -> throw new RefusedException(why);
            };
        } catch (ExecutionException | TimeoutException e) {
            asked.cancel(false);
            throw new RefusedException(Refusal.STOPPED);
        } catch (InterruptedException e) {
            asked.cancel(false);
            throw e;
        }
    }

    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1;

        private final Refusal why;

        RefusedException(Refusal why) {
            super(why.words());
            this.why = why;
        }
    }
}
