package lectern.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process has used so far, from Linux's /proc.
record ProcessUsage(double cpuSeconds, double residentMb) {
    private static final double TICKS_PER_SECOND = 100; // USER_HZ, the same on every Linux that Java runs on

    static ProcessUsage of(Process process) throws IOException {
        Path proc = Path.of("/proc", "" + process.pid());
        String stat = Files.readString(proc.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double cpu = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        double resident = Files.readAllLines(proc.resolve("status")).stream().filter(l -> l.startsWith("VmRSS"))
                .mapToDouble(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1_024.0).findFirst().orElse(0);
        return new ProcessUsage(cpu, resident);
    }
}
