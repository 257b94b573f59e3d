package lectern.media;

/// A size within limits. Sides are even, because video halves its colour both ways.
record Fit(int width, int height) {
    private static final double ROUNDING = 1e-6;

    /// The largest size with the proportions of `width` x `height` that lies within the box and isn't larger than itself.
    static Fit within(int width, int height, int boxWidth, int boxHeight) {
        if (width <= boxWidth && height <= boxHeight)
            return new Fit(width, height);
        double scale = Math.min((double) boxWidth / width, (double) boxHeight / height);
        return new Fit(even(width * scale), even(height * scale));
    }

    private static int even(double side) {
        return Math.max(2, (int) (side / 2 + ROUNDING) * 2); // down: rounding up would leave the box
    }
}
