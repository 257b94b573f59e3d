package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.protocol.BoardMessage;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Drawing;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.OpenPage;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Point;
import lectern.protocol.board.Presence;
import lectern.protocol.board.Region;
import lectern.protocol.board.StrokeInHand;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every role says every board message about every kind of page. What is refused changes nothing and reaches nobody.
class BoardRightsTest {
    /// A class with a page of each kind. `guest` is the one who tries, `other` a student with things of their own.
    private static final class Scene {
        final Desk desk = new Desk();
        final Desk.Guest teacher = desk.join(Role.TEACHER, "T");
        final Desk.Guest other = desk.join(Role.STUDENT, "Other");
        final Desk.Guest guest;
        final Map<String, PageId> pages = new LinkedHashMap<>();

        Scene(Role role, boolean drawing) {
            guest = desk.join(role, "Guest");
            desk.say(teacher, new BoardMessage.AllowDrawing(Drawing.ALL));
            desk.say(other, Strokes.edit(Strokes.G1, 1, Strokes.add(other.id(), 1)));
            if (role.maySend()) desk.say(guest, Strokes.edit(Strokes.G1, 1, Strokes.add(guest.id(), 1)));
            desk.say(teacher, Strokes.page());
            desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(Strokes.G1, null)));
            desk.say(teacher, new BoardMessage.Collect());
            desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(Strokes.G1, null)));
            desk.say(teacher, new BoardMessage.AllowDrawing(drawing ? Drawing.ALL : Drawing.NOBODY));
            hiddenClip();
            pages.put("of all", Strokes.G1);
            pages.put("nowhere", new PageId("g99"));
            for (BoardPage page : desk.room.state().board().pages()) {
                String state = page.page().collected() ? " collected" : "";
                if (page.page().hidden()) pages.put("hidden clip", page.page().id());
                if (other.id().equals(page.page().owner())) pages.put("other's" + state, page.page().id());
                if (guest.id().equals(page.page().owner())) pages.put("own" + state, page.page().id());
            }
            desk.say(guest, new BoardMessage.OpenPages(List.of()));
        }

        /// With what is on the first page.
        private void hiddenClip() {
            desk.say(teacher, new BoardMessage.AddPage(Strokes.G1, "clip", Strokes.PAPER, 10, 10, Strokes.G1));
            var board = desk.room.state().board();
            var made = board.pagesOfAll().stream().filter(p -> p.title().equals("clip")).findFirst().orElseThrow();
            desk.say(teacher, new BoardMessage.ChangePage(made.id(), made.order(), "clip",
                    new Ground.Clip(new AssetId("a".repeat(64)), true), 10, 10, true, null));
        }
    }

    private record Try(String name, Function<Scene, Function<PageId, BoardMessage>> message) {}

    private static final List<Try> TRIES = List.of(
            new Try("open-pages", _ -> page -> new BoardMessage.OpenPages(List.of(new OpenPage(page, 0)))),
            new Try("edit add own", s -> page -> Strokes.edit(page, 50, Strokes.add(s.guest.id(), 50))),
            new Try("edit add other's", s -> page -> Strokes.edit(page, 50, Strokes.add(s.other.id(), 50))),
            new Try("edit own", s -> page -> Strokes.edit(page, 50, Strokes.move(Strokes.id(s.guest.id(), 1)))),
            new Try("edit other's", s -> page -> Strokes.edit(page, 50, Strokes.move(Strokes.id(s.other.id(), 1)))),
            new Try("edit delete other's", s -> page -> Strokes.edit(page, 50,
                    Strokes.move(Strokes.id(s.guest.id(), 1)),
                    new Change.Delete(List.of(Strokes.id(s.guest.id(), 1), Strokes.id(s.other.id(), 1))))),
            new Try("edit restore other's", s -> page -> Strokes.edit(page, 50,
                    new Change.Restore(List.of(Strokes.id(s.other.id(), 1))))),
            new Try("presence cursor", _ -> page -> presence(new Presence(page, new Point(1, 2), true, null, null,
                    null))),
            new Try("presence stroke", s -> page -> presence(new Presence(page, null, false,
                    new StrokeInHand(Strokes.id(s.guest.id(), 9), Strokes.shape(s.guest.id(), 9).look(), 0, 0, 2, 0,
                            "AAgC"),
                    null, null))),
            new Try("presence other's shape", s -> page -> presence(new Presence(page, null, false, null,
                    Strokes.shape(s.other.id(), 1), null))),
            new Try("presence view", _ -> page -> presence(new Presence(page, null, false, null, null,
                    new Region(0, 0, 1, 1)))),
            new Try("add-page", _ -> page -> new BoardMessage.AddPage(null, "", Strokes.PAPER, 10, 10, page)),
            new Try("add-pages", _ -> page -> new BoardMessage.AddPages(page,
                    List.of(new NewPage("", Strokes.PAPER, 10, 10, true)))),
            new Try("play-clip", _ -> page -> new BoardMessage.PlayClip(page, true, 3, 1)),
            new Try("change-page", _ -> page -> new BoardMessage.ChangePage(page, 77, "x", Strokes.PAPER, 10, 10,
                    false, null)),
            new Try("delete-page", _ -> BoardMessage.DeletePage::new),
            new Try("restore-page", _ -> BoardMessage.RestorePage::new),
            new Try("turn-to", _ -> BoardMessage.TurnTo::new),
            new Try("allow-drawing", s -> _ -> new BoardMessage.AllowDrawing(new Drawing(false, Set.of(s.guest.id())))),
            new Try("hand-out", _ -> page -> new BoardMessage.HandOutPages(new HandOut(page, null))),
            new Try("collect", _ -> _ -> new BoardMessage.Collect()));

    private static BoardMessage presence(Presence presence) {
        return new BoardMessage.ShowPresence(presence);
    }

    /// What each may, as the protocol's table says it: on which pages.
    private static Set<String> allowed(Role role, boolean drawing, String what, Set<String> pages) {
        var there = new TreeSet<>(pages);
        there.remove("nowhere");
        boolean moderates = role.mayModerate();
        return switch (what) {
            case "open-pages" -> new TreeSet<>(pages); // what isn't theirs to see is passed over
            case "edit add own", "edit own", "presence stroke" -> moderates ? there : drawable(role, drawing);
            case "edit add other's" -> Set.of();
            case "edit other's", "edit delete other's", "edit restore other's", "presence other's shape",
                    "presence view" ->
                moderates ? there : Set.of();
            case "presence cursor" -> moderates
                    ? there
                    : role == Role.STUDENT ? Set.of("of all", "own", "own collected") : Set.of();
            case "restore-page" -> Set.of(); // none is deleted
            case "play-clip" -> moderates ? Set.of("hidden clip") : Set.of();
            case "allow-drawing", "collect" -> moderates ? pages : Set.of();
            default -> moderates ? there : Set.of();
        };
    }

    private static Set<String> drawable(Role role, boolean drawing) {
        if (role != Role.STUDENT) return Set.of();
        return drawing ? Set.of("of all", "own") : Set.of("own");
    }

    @Test
    void everyMessageIsTried() {
        var scene = new Scene(Role.TEACHER, true);
        assertEquals(Arrays.stream(BoardMessage.class.getPermittedSubclasses()).collect(Collectors.toSet()),
                TRIES.stream().map(t -> t.message().apply(scene).apply(Strokes.G1).getClass())
                        .collect(Collectors.toSet()));
    }

    @TestFactory
    Stream<DynamicTest> aRoleMayDoWhatItMay() {
        return Arrays.stream(Role.values()).flatMap(role -> Stream.of(true, false).map(drawing -> DynamicTest
                .dynamicTest(role + (drawing ? " with drawing allowed" : ""), () -> tryAll(role, drawing))));
    }

    private static void tryAll(Role role, boolean drawing) {
        var expected = new TreeMap<String, Set<String>>();
        var allowed = new TreeMap<String, Set<String>>();
        for (Try attempt : TRIES) {
            var kinds = new Scene(role, drawing).pages.keySet();
            expected.put(attempt.name(), new TreeSet<>(allowed(role, drawing, attempt.name(), kinds)));
            var done = new TreeSet<String>();
            for (String kind : kinds) {
                var scene = new Scene(role, drawing);
                PageId page = scene.pages.get(kind);
                var journal = new ArrayList<>(scene.desk.journal);
                var before = scene.desk.room.state().snapshot();
                scene.desk.say(scene.guest, attempt.message().apply(scene).apply(page));
                Reason refused = scene.desk.refused();
                if (refused == null) {
                    done.add(kind);
                    if (attempt.name().equals("open-pages")) checkShown(role, kind, scene);
                    continue;
                }
                assertEquals(Reason.NOT_ALLOWED, refused, attempt + " " + kind);
                assertEquals(1, scene.desk.last.size(), "a refusal and nothing else: " + scene.desk.last);
                assertEquals(before, scene.desk.room.state().snapshot(), attempt + " " + kind);
                assertEquals(journal, scene.desk.journal);
                assertTrue(scene.desk.isHere(scene.guest), "and the connection goes on");
            }
            allowed.put(attempt.name(), done);
        }
        assertEquals(expected, allowed);
    }

    private static void checkShown(Role role, String kind, Scene scene) {
        boolean maySee = switch (kind) {
            case "of all", "own", "own collected" -> true;
            case "nowhere" -> false;
            default -> role.mayModerate();
        };
        assertEquals(maySee ? 1 : 0, scene.desk.all(Outcome.ShowPage.class).size(), role + " opens " + kind);
        assertEquals(maySee ? 1 : 0, scene.desk.last.size(), () -> scene.desk.last.toString());
    }
}
