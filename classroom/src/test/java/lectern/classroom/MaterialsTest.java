package lectern.classroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import lectern.protocol.BoardMessage;
import lectern.protocol.ClientMessage;
import lectern.protocol.Reason;
import lectern.protocol.Role;
import lectern.protocol.board.AssetId;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Ground;
import lectern.protocol.board.HandOut;
import lectern.protocol.board.NewPage;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Playback;
import lectern.protocol.board.Shape;
import org.junit.jupiter.api.Test;

/// Pages of documents, hidden pages, clips, and whose eyes the files are for.
class MaterialsTest {
    private static final AssetId DOCUMENT = new AssetId("d".repeat(64));
    private static final AssetId CLIP = new AssetId("c".repeat(64));
    private static final AssetId PHOTO = new AssetId("f".repeat(64));
    private final Desk desk = new Desk();
    private final Desk.Guest teacher = desk.join(Role.TEACHER, "T");
    private final Desk.Guest student = desk.join(Role.STUDENT, "S");

    private static NewPage page(int number, boolean hidden) {
        return new NewPage("p" + number, new Ground.Document(DOCUMENT, number), 800, 1100, hidden);
    }

    private List<String> titles() {
        return desk.room.state().board().pagesOfAll().stream().map(Page::title).toList();
    }

    private Page page(String title) {
        return desk.room.state().board().pagesOfAll().stream().filter(p -> p.title().equals(title)).findFirst()
                .orElseThrow();
    }

    private List<Integer> documentPages(Desk.Guest who) {
        return desk.room.documentPages(who.id()).stream().map(p -> ((Ground.Document) p.ground()).number()).toList();
    }

    @Test
    void pagesComeBehindOneAnotherAndAllOrNone() {
        desk.say(teacher, new BoardMessage.AddPage(null, "last", Strokes.PAPER, 10, 10, null));
        desk.say(teacher, new BoardMessage.AddPage(null, "first", Strokes.PAPER, 10, 10, null));
        desk.say(teacher, new BoardMessage.AddPages(page("first").id(),
                IntStream.range(0, 200).mapToObj(n -> page(n, false)).toList()));
        assertEquals(List.of("first", "p0", "p1"), titles().subList(0, 3));
        assertEquals(List.of("p199", "last", ""), titles().subList(200, 203));
        desk.say(teacher, new BoardMessage.AddPages(new PageId("g999"), List.of(page(0, false))));
        assertEquals(Reason.NOT_ALLOWED, desk.refused());
        for (int i = 0; i < 13; i++)
            desk.say(teacher, new BoardMessage.AddPages(null,
                    IntStream.range(0, 200).mapToObj(n -> page(n, false)).toList()));
        int before = titles().size();
        desk.say(teacher, new BoardMessage.AddPages(null,
                IntStream.range(0, 199).mapToObj(n -> page(n, false)).toList()));
        assertEquals(Reason.TOO_MANY, desk.refused());
        assertEquals(before, titles().size());
    }

    @Test
    void aHiddenPageIsTheTeachersUntilTheClassIsOnIt() {
        desk.say(teacher, new BoardMessage.AddPages(Strokes.G1, List.of(page(0, false), page(1, true))));
        assertEquals(List.of(0, 1), documentPages(teacher));
        assertEquals(List.of(0), documentPages(student));

        desk.say(teacher, new BoardMessage.TurnTo(page("p1").id()));
        assertEquals(List.of(0, 1), documentPages(student));
        assertTrue(page("p1").shown());
        desk.say(teacher, new BoardMessage.TurnTo(Strokes.G1));
        assertEquals(List.of(0), documentPages(student));

        hide("p1", false);
        assertEquals(List.of(0, 1), documentPages(student));
        desk.say(teacher, new BoardMessage.TurnTo(page("p1").id()));
        hide("p1", true);
        assertEquals(List.of(0, 1), documentPages(student), "not under their hands");
        desk.say(teacher, new BoardMessage.TurnTo(Strokes.G1));
        assertEquals(List.of(0), documentPages(student));

        desk.say(teacher, new BoardMessage.HandOutPages(new HandOut(page("p1").id(), null)));
        assertEquals(List.of(0, 1), documentPages(student), "their copy is theirs");
    }

    private void hide(String title, boolean hidden) {
        Page it = page(title);
        desk.say(teacher, new BoardMessage.ChangePage(it.id(), it.order(), it.title(), it.ground(), it.width(),
                it.height(), hidden, it.curtain()));
    }

    @Test
    void theClassIsNeverTurnedToAHiddenPageByADeletion() {
        desk.say(teacher, new BoardMessage.AddPages(Strokes.G1, List.of(page(0, true), page(1, false))));
        desk.say(teacher, new BoardMessage.TurnTo(page("p1").id()));
        desk.say(teacher, new BoardMessage.DeletePage(page("p1").id()));
        assertEquals(Strokes.G1, desk.room.state().board().current());
    }

    @Test
    void aFileIsForThoseWhoSeeItOnAPage() {
        var stranger = new AssetId("0".repeat(64));
        desk.say(teacher, new BoardMessage.AddPages(Strokes.G1, List.of(page(0, false),
                new NewPage("clip", new Ground.Clip(CLIP, true), 800, 600, true))));
        assertTrue(desk.room.mayRead(teacher.id(), stranger) && desk.room.mayModerate(teacher.id()));
        assertFalse(desk.room.mayRead(student.id(), stranger) || desk.room.mayModerate(student.id()));
        assertFalse(desk.room.mayRead(student.id(), DOCUMENT), "it has the other pages, too");
        assertFalse(desk.room.mayRead(student.id(), CLIP));
        hide("clip", false);
        assertTrue(desk.room.mayRead(student.id(), CLIP));

        assertFalse(desk.room.mayRead(student.id(), PHOTO));
        Shape stroke = Strokes.shape(teacher.id(), 1);
        desk.say(teacher, Strokes.edit(Strokes.G1, 1, new Change.Add(new Shape(stroke.id(), 1, stroke.frame(),
                stroke.look(), new Form.Picture(PHOTO, 10, 10)))));
        assertTrue(desk.room.mayRead(student.id(), PHOTO));
        desk.say(student, new ClientMessage.Leave());
        assertFalse(desk.room.mayRead(student.id(), PHOTO));
    }

    @Test
    void aClipPlaysByTheServersClockAndStandsStillAfterTheLesson() {
        desk.say(teacher, new BoardMessage.AddPages(Strokes.G1,
                List.of(new NewPage("clip", new Ground.Clip(CLIP, true), 800, 600, false))));
        desk.say(teacher, new BoardMessage.PlayClip(page("clip").id(), true, 10, 1.5));
        Playback playback = assertInstanceOf(Playback.class, page("clip").playback());
        assertEquals(desk.now, playback.at());
        assertEquals(13, playback.positionS(desk.now.plusSeconds(2)));
        hide("clip", true);
        assertNotNull(page("clip").playback(), "what else happens to the page doesn't stop it");

        desk.say(teacher, new BoardMessage.PlayClip(Strokes.G1, true, 0, 1));
        assertEquals(Reason.NOT_ALLOWED, desk.refused());

        desk.after(Duration.ofSeconds(4));
        desk.say(teacher, new ClientMessage.EndClass());
        desk.give(new RoomInput.Open("Again"));
        Playback still = assertInstanceOf(Playback.class, page("clip").playback());
        assertFalse(still.playing());
        assertEquals(16, still.positionS(), 0.001);
    }
}
