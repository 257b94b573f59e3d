package lectern.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What else went on: numbers from a machine that has other things to do are worse than it.
///
/// @param load           how many threads ran or wanted to, over the last minute
/// @param waitingPercent of the last minute in which some thread waited for a core; -1 where the system doesn't say
record Machine(int cores, double load, double waitingPercent) {
    static Machine now() {
        return new Machine(Runtime.getRuntime().availableProcessors(),
                Spread.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()), waiting());
    }

    /// Linux's pressure stall information: `some avg10=1.00 avg60=2.00 …`.
    private static double waiting() {
        try {
            String some = Files.readAllLines(Path.of("/proc/pressure/cpu")).getFirst();
            return Double.parseDouble(some.replaceFirst(".*avg60=([0-9.]+).*", "$1"));
        } catch (IOException | NumberFormatException unknown) {
            return -1;
        }
    }
}
