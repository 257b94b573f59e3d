package lectern.classroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import lectern.protocol.BoardMessage;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.Look;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Region;
import lectern.protocol.board.ShapeId;

/// Things that somebody might say of the board: of pages and shapes that are there, were, or never were.
final class RandomBoardTalk {
    private static final int PEOPLE = 8;

    private static final Ground CLIP = new Ground.Clip(new AssetId("a".repeat(64)), true);

    private final Random random;
    private long number;
    private int shapes;

    RandomBoardTalk(Random random) {
        this.random = random;
    }

    BoardMessage message(ParticipantId self) {
        return switch (random.nextInt(40)) {
            case 0 -> new BoardMessage.AddPage(random.nextBoolean() ? page() : null, "t", ground(), 100, 100,
                    random.nextBoolean() ? page() : null);
            case 1 -> new BoardMessage.ChangePage(page(), random.nextInt(9), "c", ground(), 100, 100,
                    random.nextBoolean(), random.nextBoolean() ? new Region(0, 0, 5, 5) : null);
            case 2 -> new BoardMessage.DeletePage(page());
            case 3 -> new BoardMessage.RestorePage(page());
            case 4, 5 -> new BoardMessage.TurnTo(page());
            case 6 -> new BoardMessage.AllowDrawing(
                    random.nextBoolean() ? Drawing.ALL : new Drawing(false, Set.of(anybody())));
            case 7 -> new BoardMessage.HandOutPages(
                    new HandOut(page(), random.nextBoolean() ? null : Set.of(anybody(), anybody(1))));
            case 8 -> new BoardMessage.Collect();
            case 9, 10, 11 -> {
                var open = new ArrayList<OpenPage>();
                for (int i = random.nextInt(5); i > 0; i--) open.add(new OpenPage(page(), random.nextInt(12)));
                yield new BoardMessage.OpenPages(open);
            }
            case 12, 13 -> new BoardMessage.ShowPresence(new Presence(page(), new Point(1, 1), false, null,
                    random.nextBoolean() ? Strokes.shape(self, random.nextInt(20)) : null,
                    random.nextInt(4) == 0 ? new Region(0, 0, 1, 1) : null));
            case 14 -> new BoardMessage.AddPages(random.nextBoolean() ? page() : null,
                    List.of(new NewPage("a", ground(), 100, 100, random.nextBoolean()),
                            new NewPage("b", CLIP, 100, 100, random.nextBoolean())));
            case 15 -> new BoardMessage.PlayClip(page(), random.nextBoolean(), random.nextInt(90), 1);
            default -> edit(self);
        };
    }

    private BoardMessage edit(ParticipantId self) {
        var changes = new ArrayList<Change>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            ParticipantId whose = random.nextInt(9) == 0 ? anybody() : self;
            ShapeId id = Strokes.id(whose, drawn());
            changes.add(switch (random.nextInt(14)) {
                case 0, 1 -> new Change.Set(id, 1.0 + random.nextInt(5), null, Look.pen("#00ff00", 4), null);
                case 2, 3 -> Strokes.move(id);
                case 4, 5 -> new Change.Delete(List.of(id, Strokes.id(whose, drawn())));
                case 6 -> new Change.Restore(List.of(id));
                // Now and then an id that the page has had.
                default -> Strokes.add(random.nextInt(20) == 0 ? whose : self,
                        random.nextInt(15) == 0 ? drawn() : ++shapes);
            });
        }
        if (random.nextInt(8) > 0) number++; // now and then one that was said before
        return new BoardMessage.Edit(page(), Math.max(1, number), changes);
    }

    private int drawn() {
        return Math.max(0, shapes - random.nextInt(20));
    }

    private PageId page() {
        return new PageId("g" + (1 + random.nextInt(random.nextInt(4) == 0 ? 25 : 4)));
    }

    private Ground ground() {
        return random.nextInt(3) == 0 ? new Ground.Screen(anybody()) : Strokes.PAPER;
    }

    private ParticipantId anybody() {
        return anybody(0);
    }

    private ParticipantId anybody(int beyond) {
        return new ParticipantId("p" + (1 + beyond * PEOPLE + random.nextInt(PEOPLE)));
    }
}
