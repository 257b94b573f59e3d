package lectern.whiteboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lectern.protocol.board.Form;
import lectern.protocol.board.Frame;
import lectern.protocol.board.Look;

/// Golden examples of ink: its text, its outline.
final class GoldenInk {
    record Good(String name, int[] x, int[] y, int[] pressure, String text) {}

    record Bad(String name, String text) {}

    record Ink(List<Good> good, List<Bad> bad) {}

    record Outlined(String name, Form.Ink ink, Frame frame, Look look, double[] polygon) {}

    static Ink cases() {
        List<Good> good = new ArrayList<>();
        good.add(good("one point at the origin", points(0, 0, 0)));
        good.add(good("one point", points(-17, 300, 63)));
        good.add(good("two points", points(0, 0, 32, 5, -5, 32)));
        good.add(good("straight on costs nothing", points(0, 0, 32, 10, 7, 32, 20, 14, 32, 30, 21, 32)));
        good.add(good("numbers of one, two and three letters",
                points(15, -16, 15, 16, -17, 16, 511, -512, 0, 512, -513, 63)));
        int far = InkPoints.FARTHEST;
        good.add(good("as far as it goes, there and back", points(far, -far, 0, -far, far, 63, far, -far, 0)));
        good.add(good("standing still", points(5, 5, 20, 5, 5, 20, 5, 5, 20)));
        good.add(good("a word", Handwriting.word(new Random(7), 80, 0.25, 24)));
        List<Bad> bad = new ArrayList<>();
        bad.add(new Bad("nothing", ""));
        bad.add(new Bad("one number", "A"));
        bad.add(new Bad("two numbers", "AA"));
        bad.add(new Bad("a point and a half", "AAgBAA"));
        bad.add(new Bad("cut off within a number", "AAAAAg"));
        bad.add(new Bad("a pressure of 64", "AA" + letters(64)));
        bad.add(new Bad("a pressure of -1", "AA" + letters(-1)));
        bad.add(new Bad("a pressure that sinks below 0", "AAAAA" + letters(-1)));
        bad.add(new Bad("too far", letters(far + 1) + "AA"));
        bad.add(new Bad("too far the other way", "A" + letters(-far - 1) + "A"));
        bad.add(new Bad("straight on until too far", letters(0) + "AA" + letters(far) + "AA" + "AAA"));
        bad.add(new Bad("a number of 33 bits", "ggggggIAA"));
        bad.add(new Bad("a number of 40 bits", "_______PAA"));
        bad.add(new Bad("a number without end", "gggggggggggggggAAA"));
        bad.add(new Bad("a letter that is none", "AA+"));
        bad.add(new Bad("a space", "A AA"));
        bad.add(new Bad("a letter of another script", "AAÄ"));
        bad.add(new Bad("more than 10000 points", "AAA".repeat(10_001)));
        return new Ink(good, bad);
    }

    static List<Outlined> outlines() {
        List<Outlined> cases = new ArrayList<>();
        Look pen = Look.pen("ink", 4);
        Look marker = new Look("#ffee00", 24, 0.4, null, Look.Dash.SOLID);
        Frame here = Frame.at(100, 50);
        Form.Ink word = new Form.Ink(2, InkCode.encode(Handwriting.word(new Random(3), 60, 0.25, 30)));
        cases.add(outlined("a dot", Shapes.ink(0, 0, 0), here, pen));
        cases.add(outlined("a tap that shook", Shapes.ink(2, 0, 0, 1, 1, 1, 0, 2, 1), here, pen));
        cases.add(outlined("two points", Shapes.ink(0, 0, 0, 100, 0), here, pen));
        cases.add(outlined("a straight line of many points",
                Shapes.ink(0, 0, 0, 10, 5, 20, 10, 30, 15, 40, 20, 50, 25, 60, 30), here, pen));
        cases.add(outlined("a corner", Shapes.ink(0, 0, 0, 50, 0, 50, 50), here, pen));
        cases.add(outlined("there and back", Shapes.ink(0, 0, 0, 50, 0, 0, 0), here, pen));
        cases.add(outlined("a word", word, here, pen));
        cases.add(outlined("a word of a marker", word, here, marker));
        cases.add(outlined("a word turned, mirrored and stretched", word, new Frame(-5, 7, 30, -2, 0.5), pen));
        cases.add(outlined("pressure that rises",
                new Form.Ink(0, InkCode.encode(points(0, 0, 5, 20, 0, 20, 40, 5, 40, 60, 0, 63))), here,
                Look.pen("ink", 10)));
        cases.add(outlined("coarse", Shapes.ink(-4, 0, 0, 3, 4, 6, 0, 9, 4), here, pen));
        return cases;
    }

    private static Good good(String name, InkPoints points) {
        return new Good(name, points.x(), points.y(), points.pressure(), InkCode.encode(points));
    }

    private static Outlined outlined(String name, Form.Ink ink, Frame frame, Look look) {
        double[] polygon = Outline.of(ink, frame, look);
        for (int i = 0; i < polygon.length; i++) polygon[i] = Rounded.of(polygon[i]);
        return new Outlined(name, ink, frame, look, polygon);
    }

    /// x, y and pressure in turn.
    static InkPoints points(int... values) {
        int size = values.length / 3;
        int[] x = new int[size];
        int[] y = new int[size];
        int[] pressure = new int[size];
        for (int i = 0; i < size; i++) {
            x[i] = values[3 * i];
            y[i] = values[3 * i + 1];
            pressure[i] = values[3 * i + 2];
        }
        return new InkPoints(x, y, pressure);
    }

    /// A number as the text has it, written without the code under test.
    static String letters(int number) {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        long rest = number >= 0 ? 2L * number : -2L * number - 1;
        var text = new StringBuilder();
        for (; rest > 31; rest /= 32) text.append(alphabet.charAt((int) (rest % 32 + 32)));
        return text.append(alphabet.charAt((int) rest)).toString();
    }

    private GoldenInk() {}
}
