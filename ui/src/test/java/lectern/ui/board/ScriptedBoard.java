package lectern.ui.board;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Board;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.material.Hit;
import lectern.protocol.material.PageText;
import lectern.ui.model.BoardFiles;
import lectern.ui.model.BoardModel;
import lectern.whiteboard.Sheet;

/// The server's side of a board, without a line: does what it is asked at once, in the order of asking.
public final class ScriptedBoard implements BoardFiles {
    public static final PageId PAGE = new PageId("g1");
    public static final ParticipantId SELF = new ParticipantId("self");

    public final BoardModel model;
    public final List<BoardMessage> said = new ArrayList<>();
    public final Map<PageId, Sheet> sheets = new HashMap<>();
    public final Map<AssetId, byte[]> files = new HashMap<>();
    private final Deque<BoardMessage> waiting = new ArrayDeque<>();
    private boolean answering;

    public ScriptedBoard(BoardModel model) { this.model = model; }

    public static Page page(String id, Ground ground) {
        return new Page(new PageId(id), id.charAt(1), "", ground, Page.WIDTH, Page.HEIGHT, null, false, false, false,
                null, null);
    }

    public static Page paper(String id, Ground.Paper.Ruling ruling, boolean dark) {
        return page(id, new Ground.Paper(ruling, dark));
    }

    public void enter(Role role, Page... pages) {
        model.enter(SELF, role, "t", this::hear);
        for (var page : pages) sheets.putIfAbsent(page.id(), new Sheet());
        model.received(new BoardNews.ShowBoard(new Board(List.of(pages), pages[0].id(), Drawing.ALL, null), 0));
    }

    /// Somebody else's edit.
    public void edits(String who, PageId page, Change... changes) {
        edited(page, new ParticipantId(who), 1, List.of(changes));
    }

    public void adds(String who, PageId page, Shape shape) { edits(who, page, new Change.Add(shape)); }

    private void hear(BoardMessage message) {
        said.add(message);
        waiting.add(message);
        if (answering) return;
        answering = true;
        while (!waiting.isEmpty()) answer(waiting.remove());
        answering = false;
    }

    private void answer(BoardMessage message) {
        switch (message) {
            case BoardMessage.OpenPages open -> open.pages().forEach(it -> {
                var sheet = sheets.get(it.page());
                model.received(new BoardNews.PagePart(it.page(), sheet.revision(), 0, 1, sheet.shapes()));
            });
            case BoardMessage.Edit edit -> edited(edit.page(), SELF, edit.number(), edit.changes());
            case BoardMessage.TurnTo turn -> model.happened(new BoardEvent.TurnedTo(turn.page()));
            default -> {
            }
        }
    }

    private void edited(PageId page, ParticipantId by, long number, List<Change> changes) {
        var sheet = sheets.get(page);
        sheet.apply(changes);
        sheet.revision(sheet.revision() + 1);
        model.happened(new BoardEvent.Edited(page, sheet.revision(), by, number, changes));
    }

    @Override
    public CompletionStage<AssetId> upload(byte[] file) {
        var id = new AssetId("%064x".formatted(java.util.Arrays.hashCode(file) & 0xffffffffL));
        files.put(id, file);
        return CompletableFuture.completedFuture(id);
    }

    @Override
    public CompletionStage<Path> clip(AssetId id, LongConsumer received) {
        return CompletableFuture.failedFuture(new IllegalArgumentException("no clips here"));
    }

    @Override
    public CompletionStage<byte[]> asset(AssetId id) {
        var file = files.get(id);
        return file == null
                ? CompletableFuture.failedFuture(new IllegalArgumentException("no such file"))
                : CompletableFuture.completedFuture(file);
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level) {
        return CompletableFuture.failedFuture(new IllegalArgumentException("no documents here"));
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level, int column, int row) {
        return CompletableFuture.failedFuture(new IllegalArgumentException("no documents here"));
    }

    @Override
    public CompletionStage<PageText> text(AssetId document, int number) {
        return CompletableFuture.failedFuture(new IllegalArgumentException("no documents here"));
    }

    @Override
    public CompletionStage<List<Hit>> search(String query) {
        return CompletableFuture.failedFuture(new IllegalArgumentException("no documents here"));
    }
}
