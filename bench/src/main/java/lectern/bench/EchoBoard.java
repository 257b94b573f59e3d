package lectern.bench;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import lectern.protocol.BoardEvent;
import lectern.protocol.BoardMessage;
import lectern.protocol.BoardNews;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Board;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Ground;
import lectern.protocol.board.Look;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.protocol.material.Hit;
import lectern.protocol.material.PageText;
import lectern.ui.model.BoardFiles;
import lectern.ui.model.BoardModel;
import lectern.whiteboard.InkCode;
import lectern.whiteboard.InkPoints;

/// The server's side of one page, without a line: confirms every edit at once. So nothing but the screen is measured.
final class EchoBoard implements BoardFiles {
    private static final PageId PAGE = new PageId("g1");
    private static final ParticipantId SELF = new ParticipantId("p1");

    private final BoardModel model;
    private final List<Shape> begin;
    private final Deque<BoardMessage> waiting = new ArrayDeque<>();
    private boolean answering;
    private long revision = 1;

    private EchoBoard(BoardModel model, List<Shape> begin) {
        this.model = model;
        this.begin = begin;
    }

    static EchoBoard enter(BoardModel model, List<Shape> begin) {
        var board = new EchoBoard(model, begin);
        var page = new Page(PAGE, 1, "", new Ground.Paper(Ground.Paper.Ruling.GRID, false), Page.WIDTH, Page.HEIGHT,
                null,
                false, false, false, null, null);
        model.enter(SELF, Role.TEACHER, "b", board::hear);
        model.received(new BoardNews.ShowBoard(new Board(List.of(page), PAGE, Drawing.ALL, null), 0));
        return board;
    }

    /// Handwriting: strokes of 50 points, some 40 page units large, all over a part of the page.
    static List<Shape> strokes(int count, double width, double height) {
        var random = new SplittableRandom(3);
        return IntStream.range(0, count).mapToObj(i -> stroke(i, random, width, height)).toList();
    }

    private static Shape stroke(int i, SplittableRandom random, double width, double height) {
        int n = 50;
        var x = new int[n];
        var y = new int[n];
        var pressure = new int[n];
        double turn = random.nextDouble(6.28), bend = random.nextDouble(-0.35, 0.35), atX = 0, atY = 0;
        for (int k = 0; k < n; k++) {
            x[k] = (int) Math.round(atX * 4);
            y[k] = (int) Math.round(atY * 4);
            pressure[k] = 20 + (int) (20 * Math.sin(k * 0.2) + 20);
            turn += bend + Math.sin(k * 0.7) * 0.2;
            atX += 2 * Math.cos(turn);
            atY += 2 * Math.sin(turn);
        }
        var form = new Form.Ink(2, InkCode.encode(new InkPoints(x, y, pressure)));
        return new Shape(new ShapeId("p2-" + Integer.toString(i, 36)), i,
                Frame.at(Math.rint(random.nextDouble(width)), Math.rint(random.nextDouble(height))),
                Look.pen(i % 3 == 0 ? "#d4333f" : Look.INK, 3), form);
    }

    private void hear(BoardMessage message) {
        waiting.add(message);
        if (answering)
            return;
        answering = true;
        while (!waiting.isEmpty())
            answer(waiting.remove());
        answering = false;
    }

    private void answer(BoardMessage message) {
        if (message instanceof BoardMessage.OpenPages open && !open.pages().isEmpty())
            model.received(new BoardNews.PagePart(PAGE, revision, 0, 1, begin));
        if (message instanceof BoardMessage.Edit edit)
            model.happened(new BoardEvent.Edited(PAGE, ++revision, SELF, edit.number(), edit.changes()));
    }

    @Override
    public CompletionStage<AssetId> upload(byte[] file) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no files here"));
    }

    @Override
    public CompletionStage<Path> clip(AssetId id, LongConsumer received) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no files here"));
    }

    @Override
    public CompletionStage<byte[]> asset(AssetId id) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no files here"));
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no files here"));
    }

    @Override
    public CompletionStage<byte[]> picture(AssetId document, int number, int level, int column, int row) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no files here"));
    }

    @Override
    public CompletionStage<PageText> text(AssetId document, int number) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no files here"));
    }

    @Override
    public CompletionStage<List<Hit>> search(String query) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException("no files here"));
    }
}
