package lectern.whiteboard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import lectern.protocol.BoardLimits;
import lectern.protocol.BoardMessage;
import lectern.protocol.Json;
import lectern.protocol.ProtocolException;
import lectern.protocol.board.Change;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;
import lectern.protocol.board.PageId;
import lectern.protocol.board.Shape;
import lectern.protocol.board.ShapeId;
import org.junit.jupiter.api.Test;

class InkCodeTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Test
    void aPointIsThreeNumbers() {
        assertEquals("AAA", InkCode.encode(GoldenInk.points(0, 0, 0)));
        // 3 → 6, -3 → 5, 40 → 80 = 16 and 2 groups of 32
        assertEquals("GFwC", InkCode.encode(GoldenInk.points(3, -3, 40)));
        assertEquals(GoldenInk.points(3, -3, 40), InkCode.decode("GFwC"));
    }

    @Test
    void goingStraightOnIsThreeLettersAPoint() {
        assertEquals("AAgCUOA" + "AAA".repeat(2),
                InkCode.encode(GoldenInk.points(0, 0, 32, 10, 7, 32, 20, 14, 32, 30, 21, 32)));
    }

    @Test
    void whatTheGoldenFileCallsBadIsRefused() {
        for (GoldenInk.Bad bad : GoldenInk.cases().bad())
            assertThrows(ProtocolException.class, () -> InkCode.decode(bad.text()), bad.name());
        for (GoldenInk.Good good : GoldenInk.cases().good())
            assertEquals(new InkPoints(good.x(), good.y(), good.pressure()), InkCode.decode(good.text()), good.name());
    }

    @Test
    void anyPointsComeBack() {
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            int size = 1 + random.nextInt(30);
            int reach = 1 << random.nextInt(29);
            int[][] points = new int[3][size];
            for (int i = 0; i < size; i++) {
                points[0][i] = random.nextInt(-reach, reach + 1);
                points[1][i] = random.nextInt(-reach, reach + 1);
                points[2][i] = random.nextInt(64);
            }
            var ink = new InkPoints(points[0], points[1], points[2]);
            assertEquals(ink, InkCode.decode(InkCode.encode(ink)), "seed " + seed);
            assertArrayEquals(new int[]{ IntStream.of(points[0]).min().orElseThrow(), IntStream.of(points[1]).min()
                    .orElseThrow(), IntStream.of(points[0]).max().orElseThrow(),
                    IntStream.of(points[1]).max()
                            .orElseThrow()},
                    InkCode.extent(InkCode.encode(ink)), "seed " + seed);
        }
    }

    @Test
    void anyTextIsInkOrRefused() {
        int good = 0;
        int refused = 0;
        for (int seed = 0; seed < 200_000; seed++) {
            var random = new Random(seed);
            var text = new StringBuilder();
            // Few letters with more to come, mostly, or nothing would ever be ink.
            for (int i = random.nextInt(24); i >= 0; i--)
                text.append(ALPHABET.charAt(random.nextInt(random.nextInt(4) == 0 ? 64 : 32)));
            if (random.nextInt(50) == 0) text.append((char) random.nextInt(1_000));
            try {
                InkPoints points = InkCode.decode(text.toString());
                assertEquals(points, InkCode.decode(InkCode.encode(points)), "seed " + seed);
                good++;
            } catch (ProtocolException expected) {
                refused++;
            }
        }
        assertTrue(good > 10_000 && refused > 10_000, good + " good, " + refused + " refused");
    }

    @Test
    void handwritingIsFewBytesAPointOnTheWire() {
        long bytes = 0;
        long points = 0;
        for (int seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            // A quarter of a pixel at 100 %, letters as one writes them on a board; a stroke takes half a second to two.
            InkPoints ink = Handwriting.word(random, 60 + random.nextInt(180), 0.25, 28);
            var shape = new Shape(new ShapeId("p17-k3x9f" + seed), 1_000 + seed, Frame.at(812.25, 403.5),
                    Look.pen("ink", 3), new Form.Ink(2, InkCode.encode(ink)));
            bytes += Json.write(new BoardMessage.Edit(new PageId("g3"), 100 + seed, List.of(new Change.Add(shape))))
                    .length();
            points += ink.size();
        }
        double bytesAPoint = (double) bytes / points;
        assertTrue(bytesAPoint < 6.5, "bytes a point, with the whole message: " + bytesAPoint);
    }

    @Test
    void theLongestStrokeFits() {
        InkPoints ink = Handwriting.word(new Random(1), InkPoints.MOST, 0.25, 28);
        assertTrue(InkCode.encode(ink).length() <= BoardLimits.INK_CHARS, () -> "" + InkCode.encode(ink).length());
    }
}
