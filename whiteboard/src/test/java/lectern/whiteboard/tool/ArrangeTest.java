package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import lectern.protocol.board.Change;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import lectern.whiteboard.tool.Toolbox.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ArrangeTest {
    private final Paper paper = new Paper();

    /// a, b, c, d lie on each other; x lies elsewhere, between b and c.
    @BeforeEach
    void pile() {
        for (String id : List.of("a", "b")) paper.rectangle("p1-" + id, 0, 0, 100, 100);
        paper.rectangle("p1-x", 900, 0, 100, 100);
        for (String id : List.of("c", "d")) paper.rectangle("p1-" + id, 0, 0, 100, 100);
    }

    private String order(Place place, String... ids) {
        paper.did(paper.box.select(List.of(ids).stream().map(id -> new ShapeId("p1-" + id)).toList()));
        paper.did(paper.box.order(place));
        return paper.sheet.shapes().stream().map(Shape::id).map(id -> id.value().substring(3))
                .collect(Collectors.joining());
    }

    @Test
    void frontAndBackKeepTheOrderAmongThem() {
        assertEquals("xcdab", order(Place.FRONT, "b", "a"));
        assertEquals("dbxca", order(Place.BACK, "b", "d"));
    }

    @Test
    void frontOfTheFrontIsNothing() {
        assertEquals("abxcd", order(Place.FRONT, "c", "d"));
        assertEquals(0, paper.commits.size());
    }

    @Test
    void forwardGoesOverTheNextThatItTouches() {
        assertEquals("axcbd", order(Place.FORWARD, "b"));
        assertEquals("axcdb", order(Place.FORWARD, "b"));
        assertEquals("axcdb", order(Place.FORWARD, "b"));
        assertEquals(2, paper.commits.size());
    }

    @Test
    void backwardGoesUnderTheNextThatItTouches() {
        assertEquals("acbxd", order(Place.BACKWARD, "c"));
        assertEquals("cabxd", order(Place.BACKWARD, "c"));
        assertEquals("cabxd", order(Place.BACKWARD, "c"));
    }

    @Test
    void severalGoTogether() {
        assertEquals("xcabd", order(Place.FORWARD, "a", "b"));
        assertEquals("xacbd", order(Place.FORWARD, "c"));
        assertEquals("xcdab", order(Place.BACKWARD, "c", "d"));
    }

    /// As pieces of a cut stroke have: between equal orders nothing fits, so it goes over all of them.
    @Test
    void equalOrders() {
        for (String id : List.of("b", "c", "x"))
            paper.sheet.apply(List.of(new Change.Set(new ShapeId("p1-" + id), 2.0, null, null, null)));
        paper.did(paper.box.pageChanged());
        assertEquals("bcxad", order(Place.FORWARD, "a"));
        assertEquals("abcxd", order(Place.BACKWARD, "a"));
    }

    @Test
    void forwardAHundredTimes() {
        for (int i = 0; i < 100; i++) {
            order(Place.FORWARD, "a");
            order(Place.BACKWARD, "a");
        }
        assertEquals("bxcda", order(Place.FRONT, "a"));
    }
}
