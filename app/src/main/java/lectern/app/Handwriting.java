package lectern.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.whiteboard.InkPoints;

/// Letters as a hand writes them, for the demo: strokes in page units with the pressure of a pen.
final class Handwriting {
    /// Along a stroke, how far apart its points are.
    private static final double STEP = 4;
    private static final double ADVANCE = 0.72;
    /// Strokes of a letter that is 1 high, as x and y in turn.
    private static final Map<Character, double[][]> LETTERS = Map.ofEntries(
            Map.entry('x', new double[][]{ { 0, .42, .2, .66, .5, 1}, { .48, .4, .24, .72, 0, 1}}),
            Map.entry('=', new double[][]{ { 0, .58, .24, .56, .5, .58}, { 0, .8, .26, .79, .52, .81}}),
            Map.entry('−', new double[][]{ { 0, .7, .2, .68, .44, .69}}),
            Map.entry('1', new double[][]{ { .06, .24, .28, .02, .27, .5, .28, 1}}),
            Map.entry('3',
                    new double[][]{ { .02, .12, .24, 0, .44, .14, .36, .38, .16, .47, .4, .54, .48, .78, .28, 1, 0,
                            .92}}),
            Map.entry('4',
                    new double[][]{ { .3, 0, .16, .32, 0, .64, .26, .64, .52, .62}, { .38, .38, .37, .7, .38, 1}}),
            Map.entry('(', new double[][]{ { .3, -.06, .12, .22, .08, .54, .14, .86, .3, 1.1}}),
            Map.entry(')', new double[][]{ { .06, -.06, .24, .22, .28, .54, .22, .86, .06, 1.1}}),
            Map.entry(',', new double[][]{ { .16, .92, .18, 1.02, .08, 1.16}}),
            Map.entry('✓', new double[][]{ { 0, .62, .12, .78, .22, 1, .42, .5, .72, 0}}));

    /// The strokes of a line of letters whose first one begins at (x, y).
    static List<InkPoints> write(String words, double height) {
        var strokes = new ArrayList<InkPoints>();
        double right = 0;
        for (char letter : words.toCharArray()) {
            for (double[] form : LETTERS.getOrDefault(letter, new double[0][])) {
                var place = new double[form.length];
                for (int i = 0; i < form.length; i += 2) {
                    place[i] = right + form[i] * height;
                    place[i + 1] = form[i + 1] * height;
                }
                strokes.add(stroke(place));
            }
            right += (letter == ' ' ? ADVANCE / 2 : ADVANCE) * height;
        }
        return strokes;
    }

    /// Around a place, not quite closing.
    static InkPoints ring(double radiusX, double radiusY) {
        var place = new double[2 * 13];
        for (int i = 0; i < 13; i++) {
            double turn = -1.2 + i * 2.15 * Math.PI / 12, wide = 1 + 0.06 * Math.sin(i * 1.7);
            place[2 * i] = radiusX * wide * Math.cos(turn);
            place[2 * i + 1] = radiusY * wide * Math.sin(turn);
        }
        return stroke(place);
    }

    /// A smooth line through places, x and y in turn, whose coordinates are quarters of a page unit.
    static InkPoints stroke(double[] place) {
        int last = place.length / 2 - 1;
        var x = new ArrayList<Integer>();
        var y = new ArrayList<Integer>();
        for (int i = 0; i < last; i++) {
            double length = Math.hypot(place[2 * i + 2] - place[2 * i], place[2 * i + 3] - place[2 * i + 1]);
            int steps = (int) Math.max(1, Math.round(length / STEP));
            for (int step = 0; step < steps; step++) {
                x.add(quarters(between(place, 0, i, last, (double) step / steps)));
                y.add(quarters(between(place, 1, i, last, (double) step / steps)));
            }
        }
        x.add(quarters(place[2 * last]));
        y.add(quarters(place[2 * last + 1]));
        var pressure = new int[x.size()];
        for (int i = 0; i < pressure.length; i++) {
            double part = pressure.length == 1 ? 0.5 : (double) i / (pressure.length - 1);
            pressure[i] = (int) (34 + 20 * Math.sin(Math.PI * Math.min(1, 0.15 + part * 0.8)));
        }
        return new InkPoints(x.stream().mapToInt(Integer::intValue).toArray(),
                y.stream().mapToInt(Integer::intValue).toArray(), pressure);
    }

    /// Catmull and Rom's curve, which goes through all of its points.
    private static double between(double[] place, int axis, int i, int last, double t) {
        double a = place[2 * Math.max(0, i - 1) + axis], b = place[2 * i + axis], c = place[2 * (i + 1) + axis],
                d = place[2 * Math.min(last, i + 2) + axis];
        return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t * t * t);
    }

    private static int quarters(double units) { return (int) Math.round(units * 4); }

    private Handwriting() {}
}
