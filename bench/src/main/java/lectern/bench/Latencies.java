package lectern.bench;

import java.util.Arrays;

/// Samples of how long packets took, kept while measuring. One thread adds; another switches and reads, after switching off.
final class Latencies {
    private static final int MAX_SAMPLES = 1 << 22;

    private final int[] samplesUs = new int[MAX_SAMPLES];
    private volatile int count;
    private volatile boolean measuring;

    void measure(boolean on) {
        if (on)
            count = 0;
        measuring = on;
    }

    void add(long latencyNs) {
        if (measuring && count < MAX_SAMPLES) {
            samplesUs[count] = (int) Math.min(Integer.MAX_VALUE, latencyNs / 1_000);
            count++; // only this thread writes while measuring
        }
    }

    /// In milliseconds; 0 without samples.
    double percentile(double share) {
        int n = count;
        if (n == 0)
            return 0;
        int[] sorted = Arrays.copyOf(samplesUs, n);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(n - 1, (long) (share * n))] / 1_000.0;
    }
}
