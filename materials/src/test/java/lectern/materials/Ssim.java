package lectern.materials;

import java.awt.image.BufferedImage;

/// Structural similarity of two pictures' greys, over windows of 8 x 8. Wang, Bovik, Sheikh, Simoncelli, 2004.
final class Ssim {
    private static final int WINDOW = 8;
    private static final double C1 = 0.01 * 255 * 0.01 * 255;
    private static final double C2 = 0.03 * 255 * 0.03 * 255;

    /// 1: the same. The right and lower edges of the larger one are left out.
    static double of(BufferedImage one, BufferedImage other) {
        int width = Math.min(one.getWidth(), other.getWidth());
        int height = Math.min(one.getHeight(), other.getHeight());
        double sum = 0;
        int windows = 0;
        for (int x = 0; x + WINDOW <= width; x += WINDOW / 2) {
            for (int y = 0; y + WINDOW <= height; y += WINDOW / 2) {
                sum += window(one, other, x, y);
                windows++;
            }
        }
        return sum / windows;
    }

    private static double window(BufferedImage one, BufferedImage other, int left, int top) {
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int x = left; x < left + WINDOW; x++) {
            for (int y = top; y < top + WINDOW; y++) {
                double p = grey(one.getRGB(x, y));
                double q = grey(other.getRGB(x, y));
                a += p;
                b += q;
                aa += p * p;
                bb += q * q;
                ab += p * q;
            }
        }
        double n = WINDOW * WINDOW;
        double meanA = a / n;
        double meanB = b / n;
        double varA = aa / n - meanA * meanA;
        double varB = bb / n - meanB * meanB;
        double cov = ab / n - meanA * meanB;
        return (2 * meanA * meanB + C1) * (2 * cov + C2)
                / ((meanA * meanA + meanB * meanB + C1) * (varA + varB + C2));
    }

    private static double grey(int rgb) {
        return 0.299 * (rgb >> 16 & 0xff) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
    }

    private Ssim() {}
}
