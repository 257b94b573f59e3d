package lectern.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import lectern.server.ServerException;

/// Where the program begins. It doesn't extend JavaFX's Application: on the class path that can't be started.
public final class Main {
    private static final int DONE = 0, FAILED = 1, USAGE = 2;

    public static void main(String[] arguments) {
        if (System.getProperty("java.util.logging.SimpleFormatter.format") == null)
            System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tF %1$tT.%1$tL %4$s %3$s: %5$s%6$s%n");
        Command command;
        try {
            command = Arguments.parse(arguments);
        } catch (UsageException e) {
            System.err.println("lectern: " + e.getMessage());
            System.exit(USAGE);
            return;
        }
        var lifetime = Lifetime.ofProcess();
        int status;
        try {
            status = run(command, lifetime);
        } catch (ServerException | CommandException e) {
            System.err.println("lectern: " + e.getMessage());
            status = FAILED;
        } catch (InterruptedException e) {
            status = FAILED;
        } catch (RuntimeException | Error bug) {
            bug.printStackTrace();
            status = FAILED;
        }
        lifetime.finish(status);
    }

    private static int run(Command command, Lifetime lifetime) throws InterruptedException {
        return switch (command) {
            case Command.Help _ -> say(Arguments.HELP);
            case Command.Version _ -> say("lectern " + version() + "\n");
            case Command.Serve serve -> ServerCommand.run(serve, lifetime);
            case Command.Join join when join.headless() -> JoinCommand.run(join, lifetime);
            case Command.Join join -> WindowCommand.run(join, lifetime);
            case Command.Window window -> WindowCommand.run(window, lifetime);
            case Command.Demo demo -> DemoCommand.run(demo, lifetime);
        };
    }

    static String version() {
        try (var in = Objects.requireNonNull(Main.class.getResourceAsStream("version.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int say(String text) {
        System.out.print(text);
        return DONE;
    }

    private Main() {}
}
