package lectern.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// A screen that nobody sees, of its own for each measure: what else is open can't disturb.
record Display(Process process, String name) implements AutoCloseable {
    static Display open() throws IOException {
        Process process = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten",
                "tcp", "-noreset").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String number = process.inputReader().readLine();
        if (number == null)
            throw new IOException("Xvfb doesn't come up");
        return new Display(process, ":" + number.strip());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS))
                process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
