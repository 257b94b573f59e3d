package lectern.ui.board;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.ui.model.BoardListener;
import lectern.ui.model.BoardModel;
import lectern.ui.part.Ui;
import lectern.whiteboard.Edit;

/// Brings small pictures of pages up to date: those that are seen and have changed, never so many at a time that a pen
/// would notice. Runs only while there is something to paint.
final class Thumbnails {
    private static final Duration TICK = Duration.millis(50);
    private static final int BUDGET = 3_000; // in the painter's units: two or three milliseconds

    private final BoardModel model;
    private final BoardPainter painter;
    private final long gapMs, eachGapMs;
    private final PagePictures pictures;
    private final Set<PageThumb> thumbs = new LinkedHashSet<>();
    private List<Wish> wishes = List.of();
    private final Timeline timer = new Timeline(new KeyFrame(TICK, _ -> tick()));
    private long lastMs;

    /// @param gapMs     between any two pictures
    /// @param eachGapMs between two pictures of the same page
    Thumbnails(Ui ui, BoardPainter painter, PagePictures pictures, long gapMs, long eachGapMs) {
        model = ui.model.lesson.board;
        this.painter = painter;
        this.pictures = pictures;
        this.gapMs = gapMs;
        this.eachGapMs = eachGapMs;
        timer.setCycleCount(Animation.INDEFINITE);
        ui.onClose(timer::stop);
        ui.onClose(() -> pictures.want(this, List.of()));
        ui.onClose(pictures.onChange(this::came));
        ui.onClose(model.listen(new BoardListener() {
            @Override
            public void edited(PageId page, List<Edit> edits) { soil(page); }

            @Override
            public void replaced(PageId page) { soil(page); }

            @Override
            public void presenceChanged(PageId page) { soil(page); }
        }));
    }

    PageThumb make(Page page, double width, double height) {
        var thumb = new PageThumb(model, painter, width, height);
        thumbs.add(thumb);
        thumb.show(page);
        wake();
        return thumb;
    }

    void forget(PageThumb thumb) { thumbs.remove(thumb); }

    void show(PageThumb thumb, Page page) {
        thumb.show(page);
        wake();
    }

    /// Pictures that came meanwhile belong on their pages.
    void soilAll() {
        thumbs.forEach(PageThumb::soil);
        wake();
    }

    void wake() {
        wish();
        if (timer.getStatus() != Animation.Status.RUNNING) timer.play();
    }

    private void wish() {
        var wanted = thumbs.stream().flatMap(thumb -> thumb.wishes(pictures.density()).stream()).toList();
        if (wanted.equals(wishes)) return;
        wishes = wanted;
        pictures.want(this, wanted);
    }

    /// What a thumbnail asked for, or what serves until that comes.
    private void came(Cut cut) {
        for (var thumb : thumbs) {
            var wanted = thumb.wishes(pictures.density()).stream().map(Wish::cut).toList();
            boolean serves = wanted.stream().anyMatch(it -> it.number() == cut.number()
                    && it.document().equals(cut.document()) && !pictures.has(it));
            if (!serves && !wanted.contains(cut)) continue;
            thumb.soil();
            wake();
        }
    }

    private void soil(PageId page) {
        for (var thumb : thumbs)
            if (thumb.page() != null && thumb.page().id().equals(page)) {
                thumb.soil();
                wake();
            }
    }

    private void tick() {
        long nowMs = System.nanoTime() / 1_000_000;
        int left = BUDGET;
        boolean waiting = false;
        for (var thumb : List.copyOf(thumbs)) {
            if (!thumb.waits()) continue;
            waiting = true;
            if (left <= 0 || nowMs - lastMs < gapMs || nowMs - thumb.paintedMs() < Math.max(eachGapMs, thumb.restMs()))
                continue;
            left -= thumb.paint(left, nowMs);
            if (thumb.paintedMs() == nowMs) {
                lastMs = nowMs;
                thumbs.remove(thumb); // to the end: the one that has waited longest is next
                thumbs.add(thumb);
            }
        }
        if (!waiting) timer.stop();
    }
}
