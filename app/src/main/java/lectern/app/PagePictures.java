package lectern.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lectern.print.Picture;
import lectern.print.Pictures;
import lectern.print.PrintedPage;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.material.Tiling;
import org.jspecify.annotations.Nullable;

/// The pictures of pages that are written to a file, each fetched once. Waits for them: on a worker.
final class PagePictures implements Pictures {
    private static final System.Logger LOG = System.getLogger(PagePictures.class.getName());
    private static final int FILE_SECONDS = 60;
    private static final int SHARPEST = 2;

    private final ClassFiles files;
    private final Map<Picture, byte @Nullable []> known = new HashMap<>();
    private final Map<Picture, Integer> levels = new HashMap<>();

    PagePictures(ClassFiles files, List<PrintedPage> pages) {
        this.files = files;
        for (PrintedPage printed : pages)
            if (printed.page().ground() instanceof Ground.Document(var document, int number))
                levels.put(new Picture.DocumentPage(document, number), level(printed.page()));
    }

    /// The sharpest that is one picture.
    private static int level(Page page) {
        int level = SHARPEST;
        while (level > Tiling.MIN_LEVEL && !Tiling.of(page.width(), page.height(), level).isWhole()) level--;
        return level;
    }

    @Override
    public byte @Nullable [] find(Picture picture) {
        if (!known.containsKey(picture)) known.put(picture, fetch(picture));
        return known.get(picture);
    }

    private byte @Nullable [] fetch(Picture picture) {
        CompletionStage<byte[]> asked = switch (picture) {
            case Picture.Asset(var id) -> files.asset(id);
            case Picture.DocumentPage(var document, int number) ->
                files.picture(document, number, levels.getOrDefault(picture, 0));
        };
        try {
            return asked.toCompletableFuture().get(FILE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.WARNING, "{0} can''t be had for the export: {1}", picture, e.getMessage());
            return null;
        }
    }
}
