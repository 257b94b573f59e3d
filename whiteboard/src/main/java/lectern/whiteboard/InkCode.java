package lectern.whiteboard;

import java.util.Arrays;
import lectern.protocol.ProtocolException;

/// Ink as text and back (docs/protocol.md, *Ink*). A hand moves on as it moved: after two points only the difference from the
/// straight continuation is written, which is a letter or two.
public final class InkCode {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int MORE = 32;
    private static final long MOST = 0xffffffffL;
    private static final byte[] VALUES = new byte[128];

    static {
        Arrays.fill(VALUES, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) VALUES[ALPHABET.charAt(i)] = (byte) i;
    }

    public static String encode(InkPoints points) {
        var text = new StringBuilder(points.size() * 4);
        int[] x = points.x();
        int[] y = points.y();
        int[] pressure = points.pressure();
        for (int i = 0; i < points.size(); i++) {
            write(text, x[i] - expected(x, i));
            write(text, y[i] - expected(y, i));
            write(text, pressure[i] - (i == 0 ? 0 : pressure[i - 1]));
        }
        return text.toString();
    }

    /// @throws ProtocolException where the text can't be ink: cut off, too many points, too far away, a pressure that isn't one
    public static InkPoints decode(String text) {
        int size = count(text);
        int[] x = new int[size];
        int[] y = new int[size];
        int[] pressure = new int[size];
        var reader = new Reader(text);
        for (int i = 0; i < size; i++) {
            x[i] = within(reader.next() + expected(x, i), -InkPoints.FARTHEST, InkPoints.FARTHEST);
            y[i] = within(reader.next() + expected(y, i), -InkPoints.FARTHEST, InkPoints.FARTHEST);
            pressure[i] = within(reader.next() + (i == 0 ? 0 : pressure[i - 1]), 0, InkPoints.FULL);
        }
        return new InkPoints(x, y, pressure);
    }

    /// The least x and y and the greatest, in this order, of all points: without an object a point, for pages of many strokes.
    static int[] extent(String text) {
        var reader = new Reader(text);
        int x = within(reader.next(), -InkPoints.FARTHEST, InkPoints.FARTHEST);
        int y = within(reader.next(), -InkPoints.FARTHEST, InkPoints.FARTHEST);
        reader.next();
        int minX = x;
        int maxX = x;
        int minY = y;
        int maxY = y;
        int stepX = 0;
        int stepY = 0;
        while (reader.at < text.length()) {
            int nextX = within(reader.next() + x + stepX, -InkPoints.FARTHEST, InkPoints.FARTHEST);
            int nextY = within(reader.next() + y + stepY, -InkPoints.FARTHEST, InkPoints.FARTHEST);
            reader.next();
            stepX = nextX - x;
            stepY = nextY - y;
            x = nextX;
            y = nextY;
            minX = Math.min(minX, x);
            maxX = Math.max(maxX, x);
            minY = Math.min(minY, y);
            maxY = Math.max(maxY, y);
        }
        return new int[]{ minX, minY, maxX, maxY};
    }

    private static int expected(int[] at, int i) {
        return switch (i) {
            case 0 -> 0;
            case 1 -> at[0];
            default -> 2 * at[i - 1] - at[i - 2];
        };
    }

    private static void write(StringBuilder text, int number) {
        int rest = number << 1 ^ number >> 31;
        while (rest >>> 5 != 0) {
            text.append(ALPHABET.charAt(rest & 31 | MORE));
            rest >>>= 5;
        }
        text.append(ALPHABET.charAt(rest));
    }

    /// How many points the text has: three numbers each, and a number ends with a letter that has no more to come.
    private static int count(String text) {
        int numbers = 0;
        boolean more = true;
        for (int i = 0; i < text.length(); i++) {
            more = (value(text, i) & MORE) != 0;
            if (!more) numbers++;
        }
        if (more || numbers % 3 != 0) throw new ProtocolException("points: cut off");
        if (numbers / 3 > InkPoints.MOST) throw new ProtocolException("points: 1 to " + InkPoints.MOST);
        return numbers / 3;
    }

    private static int value(String text, int at) {
        char letter = text.charAt(at);
        int value = letter < 128 ? VALUES[letter] : -1;
        if (value < 0) throw new ProtocolException("points: letters, digits, - and _");
        return value;
    }

    private static int within(long value, int min, int max) {
        if (value < min || value > max)
            throw new ProtocolException("points: " + value + " isn't in " + min + " to " + max);
        return (int) value;
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) { this.text = text; }

        long next() {
            long number = 0;
            for (int shift = 0;; shift += 5) {
                if (at == text.length()) throw new ProtocolException("points: cut off");
                int value = value(text, at++);
                number |= (long) (value & 31) << shift;
                if (number > MOST || shift > 30) throw new ProtocolException("points: a number without end");
                if ((value & MORE) == 0) return (int) number >>> 1 ^ -((int) number & 1);
            }
        }
    }

    private InkCode() {}
}
