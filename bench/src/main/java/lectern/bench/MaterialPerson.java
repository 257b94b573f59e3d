package lectern.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ServerMessage;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Ground;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.material.DocumentReport;
import lectern.protocol.material.Tiling;
import lectern.signaling.JoinSteps;
import lectern.signaling.LessonFiles;
import lectern.signaling.Link;
import lectern.signaling.LinkListener;
import lectern.signaling.SessionState;
import lectern.signaling.SocketLink;

/// Somebody in a class without a window: fetches the picture of each page that the class is turned to, as often as it is turned to,
/// and says when it was there. As a teacher also brings documents.
final class MaterialPerson implements LinkListener, AutoCloseable {
    private static final int PATIENCE_S = 120;

    private final SocketLink line;
    private final LessonFiles files;
    private final int level;
    private final CompletableFuture<Void> inside = new CompletableFuture<>();
    private final Map<PageId, Page> pages = new ConcurrentHashMap<>();
    private final Map<PageId, CompletableFuture<Long>> shown = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Page> added = new ConcurrentLinkedQueue<>();

    MaterialPerson(Link link, String name, int level) {
        this.level = level;
        files = new LessonFiles(link);
        line = new SocketLink(link, name, "bench", this);
        line.start();
    }

    void awaitInside() { inside.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join(); }

    @Override
    public void received(ServerMessage message) {
        switch (message) {
            case ServerMessage.Welcome welcome -> files.key(welcome.resume());
            case BoardNews.ShowBoard board -> {
                board.board().pages().forEach(page -> pages.put(page.id(), page));
                inside.complete(null);
            }
            case ServerMessage.Happened happened -> {
                switch (happened.event()) {
                    case BoardEvent.PageAdded(Page page, var _) -> {
                        pages.put(page.id(), page);
                        added.add(page);
                    }
                    case BoardEvent.TurnedTo(PageId page) -> show(page);
                    default -> {
                    }
                }
            }
            default -> {
            }
        }
    }

    private void show(PageId page) {
        Page there = pages.get(page);
        if (there == null || !(there.ground() instanceof Ground.Document(AssetId document, int number))) return;
        files.picture(document, number, level).whenComplete((_, failure) -> {
            long nowNs = System.nanoTime();
            if (failure != null) shown(page).completeExceptionally(failure);
            else shown(page).complete(nowNs);
        });
    }

    private CompletableFuture<Long> shown(PageId page) {
        return shown.computeIfAbsent(page, _ -> new CompletableFuture<>());
    }

    /// When its picture is here, by System.nanoTime.
    long awaitShownNs(PageId page) { return shown(page).orTimeout(PATIENCE_S, TimeUnit.SECONDS).join(); }

    /// It will be turned to again.
    void forget(PageId page) { shown.remove(page); }

    /// Of all that a page has at a level: its picture, or its tiles.
    long bytesAt(PageId id, int level) {
        Page page = pages.get(id);
        if (page == null || !(page.ground() instanceof Ground.Document(AssetId document, int number)))
            throw new IllegalArgumentException(id + " isn't of a document");
        var tiling = Tiling.of(page.width(), page.height(), level);
        if (tiling.isWhole()) return now(files.picture(document, number, level)).length;
        long sum = 0;
        for (int row = 0; row < tiling.rows(); row++)
            for (int column = 0; column < tiling.columns(); column++)
                sum += now(files.picture(document, number, level, column, row)).length;
        return sum;
    }

    private static <T> T now(CompletableFuture<T> asked) {
        return asked.orTimeout(PATIENCE_S, TimeUnit.SECONDS).join();
    }

    void turnTo(PageId page) { line.send(new BoardMessage.TurnTo(page)); }

    /// Brings a document as the app does: the first pages ahead, then the class is turned to it, then the rest.
    List<PageId> bring(java.nio.file.Path file) throws InterruptedException {
        var asset = files.upload(file, _ -> {}).orTimeout(PATIENCE_S, TimeUnit.SECONDS).join().asset();
        if (!(files.outline(asset, _ -> {}).orTimeout(PATIENCE_S, TimeUnit.SECONDS)
                .join() instanceof DocumentReport.Ready(var outline)))
            throw new IllegalStateException(file.getFileName() + " isn't taken");
        var pages = new ArrayList<PageId>();
        int all = outline.pages().size();
        for (int from = 0; from < all;) {
            int to = Math.min(all, from == 0 ? 4 : from + 200);
            var some = new ArrayList<NewPage>();
            for (int i = from; i < to; i++)
                some.add(new NewPage("" + (i + 1), new Ground.Document(asset, i),
                        outline.pages().get(i).width(), outline.pages().get(i).height(), false));
            line.send(new BoardMessage.AddPages(pages.isEmpty() ? null : pages.getLast(), some));
            while (pages.size() < to) {
                Page page = added.poll();
                if (page == null) Thread.sleep(1);
                else pages.add(page.id());
            }
            if (from == 0) turnTo(pages.getFirst());
            from = to;
        }
        return pages;
    }

    @Override
    public void state(SessionState state) {}

    @Override
    public void roundTrip(long ns, java.time.Instant at) {}

    @Override
    public void joined(JoinSteps steps) {}

    @Override
    public void close() {
        line.close();
        files.close();
    }
}
