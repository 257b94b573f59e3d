package lectern.app.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.Prepared;
import lectern.ui.model.Prepared.Use;
import org.junit.jupiter.api.Test;

class LibraryStateTest {
    private static final String ROOM = "room";

    private static Path file(String name) { return Path.of("/school").resolve(name).toAbsolutePath(); }

    private static LibraryState with(String... names) {
        return LibraryState.EMPTY.insert(ROOM, 0, List.of(names).stream().map(LibraryStateTest::file).toList());
    }

    private static List<String> names(LibraryState state) { return names(state, ROOM); }

    private static List<String> names(LibraryState state, String room) {
        return state.list(room).stream().map(it -> it.file().getFileName().toString()).toList();
    }

    @Test
    void theTeacherHasTheOrder() {
        var state = with("a", "b", "c", "d");
        assertEquals(List.of("b", "c", "a", "d"), names(state.move(ROOM, 0, 2)));
        assertEquals(List.of("d", "a", "b", "c"), names(state.move(ROOM, 3, 0)));
        assertEquals(List.of("a", "c", "d", "b"), names(state.move(ROOM, 1, 99)));
        assertSame(state, state.move(ROOM, 9, 0));
        assertEquals(List.of("a", "x", "y", "b", "c", "d"),
                names(state.insert(ROOM, 1, List.of(file("x"), file("y")))));
    }

    @Test
    void whatIsRemovedComesBackWhereItWas() {
        var state = with("a", "b", "c", "d");
        var removed = state.removal(ROOM, Set.of(1, 3, 17));
        var less = state.without(removed);
        assertEquals(List.of("a", "c"), names(less));
        assertEquals(state, less.undone(removed));
    }

    @Test
    void undoingKeepsWhatWasDoneMeanwhile() {
        var state = with("a", "b", "c");
        var removed = state.removal(ROOM, Set.of(2));
        var later = state.without(removed).insert(ROOM, 0, List.of(file("new"))).without(
                with("new", "a", "b").removal(ROOM, Set.of(1)));
        assertEquals(List.of("new", "b"), names(later));
        assertEquals(List.of("new", "b", "c"), names(later.undone(removed)));
    }

    @Test
    void afterAnyChangesUndoingBringsBackEachThatWasRemoved() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var state = with(IntStream.range(0, 1 + random.nextInt(8)).mapToObj(i -> "f" + i).toArray(String[]::new));
            var removed = state.removal(ROOM,
                    IntStream.range(0, state.list(ROOM).size()).filter(_ -> random.nextBoolean()).boxed().toList());
            var now = state.without(removed);
            for (int i = random.nextInt(4); i > 0; i--)
                now = now.move(ROOM, random.nextInt(8), random.nextInt(8));
            var before = new ArrayList<>(now.list(ROOM));
            before.addAll(removed.materials().values());
            var after = new ArrayList<>(now.undone(removed).list(ROOM));
            assertEquals(before.size(), after.size(), "seed " + seed);
            assertTrue(after.containsAll(before), "seed " + seed);
        }
    }

    @Test
    void aFolderComesBackToItsPlace() {
        var state = LibraryState.EMPTY.withFolder(file("a")).withFolder(file("b")).withFolder(file("c"));
        var less = state.withoutFolder(file("b"));
        assertEquals(List.of(file("a"), file("c")), less.folders());
        assertEquals(state, less.undone(new Removed.Folder(file("b"), 1)));
        assertEquals(state, state.withFolder(file("b")), "once is enough");
    }

    @Test
    void pagesAreHiddenLeftOutAndShownAgain() {
        var one = Prepared.whole(file("a")).with(3, Use.HIDDEN).with(4, Use.LEFT_OUT).with(4, Use.HIDDEN);
        assertEquals(Set.of(3, 4), one.hidden());
        assertEquals(Set.of(), one.leftOut());
        assertEquals(Prepared.whole(file("a")), one.with(3, Use.SHOWN).with(4, Use.SHOWN));
        var only = Prepared.only(file("a"), 2, 4, Use.HIDDEN);
        assertEquals(List.of(Use.LEFT_OUT, Use.LEFT_OUT, Use.HIDDEN, Use.LEFT_OUT),
                IntStream.range(0, 4).mapToObj(only::use).toList());
        assertEquals(List.of(one), with("a").change(ROOM, 0, one).list(ROOM));
    }

    @Test
    void aMovedFileIsFoundInEveryListAndKeepsItsPages() {
        var chosen = Prepared.whole(file("a")).with(1, Use.HIDDEN);
        var state = with("a", "b").change(ROOM, 0, chosen).insert("other", 0, List.of(file("a")))
                .used(List.of(file("a")));
        var found = state.found(file("a"), file("z"));
        assertEquals(chosen.at(file("z")), found.list(ROOM).getFirst());
        assertEquals(List.of("z"), names(found, "other"));
        assertEquals(List.of(file("z")), found.recent());
    }

    @Test
    void theComingClassTakesItsListAlong() {
        var coming = LibraryState.EMPTY.insert(LibraryModel.COMING, 0, List.of(file("a"), file("b")));
        var began = coming.began(ROOM);
        assertEquals(List.of("a", "b"), names(began));
        assertEquals(List.of(), began.list(LibraryModel.COMING));
        var again = began.insert(LibraryModel.COMING, 0, List.of(file("b"), file("c"))).began(ROOM);
        assertEquals(List.of("a", "b", "c"), names(again), "behind what it has, and nothing twice");
        assertSame(coming, coming.began(LibraryModel.COMING));
    }

    @Test
    void whatWasUsedLastIsFirstAndOnlyOnce() {
        var state = LibraryState.EMPTY.used(List.of(file("a"), file("b"))).used(List.of(file("b")));
        assertEquals(List.of(file("b"), file("a")), state.recent());
    }

    @Test
    void everythingHasALimit() {
        var many = IntStream.range(0, 1000).mapToObj(i -> file("f" + i)).toList();
        assertEquals(LibraryState.RECENT, LibraryState.EMPTY.used(many).recent().size());
        assertEquals(LibraryState.MATERIALS, LibraryState.EMPTY.insert(ROOM, 0, many).list(ROOM).size());
        var folders = LibraryState.EMPTY;
        for (Path folder : many) folders = folders.withFolder(folder);
        assertEquals(LibraryState.FOLDERS, folders.folders().size());
        var lists = LibraryState.EMPTY;
        for (int i = 0; i < LibraryState.LISTS + 3; i++) lists = lists.insert("room" + i, 0, List.of(file("a")));
        assertEquals(LibraryState.LISTS, lists.lists().size());
        assertEquals(List.of(), lists.list("room0"), "the one that wasn't changed for the longest went");
    }
}
