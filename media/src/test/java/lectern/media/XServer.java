package lectern.media;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// An X server of the test's own, with coloured windows. Needs the programs Xvfb and xmessage.
final class XServer implements AutoCloseable {
    private final List<Process> programs = new ArrayList<>();
    private final Process server;
    private final String display;

    /// It must not start anew when its last client leaves (`-noreset`): the next one would be refused meanwhile.
    XServer(int width, int height) throws IOException {
        server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", width + "x" + height + "x24",
                "-nolisten",
                "tcp", "-noreset").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = server.inputReader()) {
            display = ":" + lines.readLine();
        }
    }

    String display() {
        return display;
    }

    /// A window full of one colour, at x, y.
    Process window(String title, String colour, int width, int height, int x, int y) throws IOException {
        var program = new ProcessBuilder("xmessage", "-display", display, "-title", title, "-bg", colour, "-buttons",
                "",
                "-geometry", width + "x" + height + "+" + x + "+" + y, " ").inheritIO().start();
        programs.add(program);
        return program;
    }

    @Override
    public void close() {
        programs.forEach(Process::destroy);
        server.destroy();
        try {
            server.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
