package lectern.whiteboard;

import java.util.Random;

/// Curved letters as a hand writes them: pieces of circles and slanted strokes, 120 points a second, slower in curves, with the
/// jitter of a digitizer and a pressure that rises and falls.
final class Handwriting {
    /// @param quantum in page units
    /// @param xHeight how high small letters are, in page units
    static InkPoints word(Random random, int points, double quantum, double xHeight) {
        int[] x = new int[points];
        int[] y = new int[points];
        int[] pressure = new int[points];
        double letter = 0.25 + random.nextDouble() * 0.1;
        double phase = random.nextDouble() * 6;
        double press = 30 + random.nextInt(15);
        double t = 0;
        for (int i = 0; i < points; i++) {
            // A letter takes about a third of a second.
            t += (1 / 120.0 / letter) * (1 + 0.35 * Math.sin(t * 4 * Math.PI + phase));
            double round = t * 2 * Math.PI;
            double high = 0.5 + 0.25 * Math.sin(t * 1.7 + phase);
            double atX = xHeight * (0.75 * t + 0.32 * Math.sin(round) + 0.08 * Math.sin(3 * round + phase));
            double atY = xHeight * (-high * Math.cos(round) + 0.12 * Math.sin(2 * round + phase));
            x[i] = (int) Math.round((atX + random.nextGaussian() * 0.04) / quantum);
            y[i] = (int) Math.round((atY + random.nextGaussian() * 0.04) / quantum);
            press += (38 + 12 * Math.sin(round) - press) * 0.15;
            pressure[i] = (int) Math.round(Math.max(1, Math.min(63, press)));
        }
        return new InkPoints(x, y, pressure);
    }

    private Handwriting() {}
}
