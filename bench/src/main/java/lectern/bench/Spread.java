package lectern.bench;

import java.util.Arrays;

/// What several rounds of one measure gave. The least is what the machine can do when nobody disturbs it.
record Spread(double median, double min, double max) {
    static Spread of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(round(median), round(sorted[0]), round(sorted[sorted.length - 1]));
    }

    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
