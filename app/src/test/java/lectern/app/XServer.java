package lectern.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An X server of the test's own. Needs the programs Xvfb and xmessage.
final class XServer implements AutoCloseable {
    private final List<Process> programs = new ArrayList<>();
    private final Process server;
    private final String display;

    /// `-noreset`: it must not start anew when its last client leaves.
    XServer(int width, int height) throws IOException {
        server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", width + "x" + height + "x24",
                "-nolisten", "tcp", "-noreset").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        display = ":" + server.inputReader().readLine();
    }

    String display() { return display; }

    /// A window full of one colour.
    Process window(String title, String colour, int width, int height) throws IOException {
        var program = new ProcessBuilder("xmessage", "-display", display, "-title", title, "-bg", colour, "-buttons",
                "", "-geometry", width + "x" + height + "+20+20", " ").inheritIO().start();
        programs.add(program);
        return program;
    }

    @Override
    public void close() {
        programs.forEach(Process::destroy);
        server.destroy();
        try {
            if (!server.waitFor(5, TimeUnit.SECONDS)) server.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
