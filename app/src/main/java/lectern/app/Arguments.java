package lectern.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lectern.app.Command.Camera;
import lectern.app.Command.Host;
import lectern.app.Command.Look;
import lectern.app.Command.Microphone;
import lectern.app.Command.Outputs;
import lectern.protocol.Limits;
import lectern.resources.Language;
import lectern.signaling.Link;
import lectern.signaling.LinkException;
import lectern.ui.model.SettingsModel.Theme;
import org.jspecify.annotations.Nullable;

/// Reads the command line. It is a contract with other programs: options are added, never changed.
final class Arguments {
    static final String HELP = """
            Lectern, the desktop classroom.

              start                        the window
              start --join LINK            into a class, by its link
              start --server               the server alone, with no display
              start --demo                 a whole class on this machine, to look at

            Joining:   --name NAME         how to be called; without it the lobby asks
                       --camera WHAT       device (the default), test-card or none
                       --microphone WHAT   device (the default), tone or none
                       --headless          with no window; needs --name
                       --seconds S         leave after so long
                       --report FILE       write what was received, as JSON
                       --screenshot FILE   write the window's picture at the end, as PNG
            Server:    --port N            TCP and UDP port; 0 (the default) takes a free one
                       --host ADDRESS      what stands in the links; 127.0.0.1 keeps it on this machine
                       --lessons DIR       where key, certificate and lessons are kept
                       --title TEXT        what the class is called
                       --room ID           go on with this room: its board, its title
            Demo:      --seconds S, --report FILE, --screenshot FILE
            Window:    --lang en|zh, --theme light|dark|system; the server's options hold for classes started in it
            Else:      --help, --version

            The server's first line on stdout is a JSON object with the links; logs go to stderr.
            Exit status: 0 done, 1 it didn't work (stderr says why), 2 the command line is wrong.
            """;

    private static final Set<String> FLAGS = Set.of("--server", "--demo", "--headless", "--help", "--version");
    private static final Set<String> HOST = Set.of("--port", "--host", "--lessons", "--title");
    private static final Set<String> LOOK = Set.of("--lang", "--theme");
    private static final Set<String> OUTPUTS = Set.of("--seconds", "--report", "--screenshot");
    private static final Set<String> JOIN = Set.of("--join", "--name", "--camera", "--microphone", "--headless");
    private static final int MAX_SECONDS = 7 * 24 * 3600;

    private final Map<String, String> given = new LinkedHashMap<>();

    /// @throws UsageException in words
    static Command parse(String... arguments) {
        return new Arguments(arguments).command();
    }

    private Arguments(String[] arguments) {
        for (int at = 0; at < arguments.length; at++) {
            String name = arguments[at];
            String value = "";
            if (name.startsWith("lectern://")) { // as the system opens a link
                value = name;
                name = "--join";
            } else if (!FLAGS.contains(name)) {
                if (!isKnown(name))
                    throw new UsageException("\"" + name + "\" isn't known here; --help lists what is.");
                if (++at == arguments.length) throw new UsageException(name + " needs a value after it.");
                value = arguments[at];
            }
            if (given.put(name, value) != null) throw new UsageException(name + " is there twice.");
        }
    }

    private Command command() {
        if (given.containsKey("--help")) return new Command.Help();
        if (given.containsKey("--version")) return new Command.Version();
        if (given.containsKey("--server")) {
            allow("--server", Set.of("--server", "--room"), HOST);
            if (given.containsKey("--room") && given.containsKey("--title"))
                throw new UsageException("--title has no meaning with --room: the room has its own.");
            return new Command.Serve(host(), given.get("--room"));
        }
        if (given.containsKey("--demo")) {
            allow("--demo", Set.of("--demo"), OUTPUTS, LOOK);
            return new Command.Demo(seconds(), outputs(), look());
        }
        if (given.containsKey("--join")) return join();
        allow("the window", HOST, LOOK);
        return new Command.Window(host(), look());
    }

    private Command join() {
        allow("--join", JOIN, OUTPUTS, LOOK);
        boolean headless = given.containsKey("--headless");
        String name = given.get("--name");
        if (name != null && (name.isBlank() || name.strip().length() > Limits.NAME_CHARS))
            throw new UsageException("--name: 1 to " + Limits.NAME_CHARS + " characters.");
        if (headless && name == null) throw new UsageException("--headless needs --name: there is nobody to ask.");
        if (headless && given.containsKey("--screenshot"))
            throw new UsageException("--screenshot needs the window, and --headless has none.");
        Link link;
        try {
            link = Link.parse(given.get("--join"));
        } catch (LinkException e) {
            throw new UsageException("--join: " + e.getMessage());
        }
        return new Command.Join(link, name == null ? null : name.strip(),
                choice("--camera", Camera.class, Camera.DEVICE),
                choice("--microphone", Microphone.class, Microphone.DEVICE), headless, seconds(), outputs(), look());
    }

    private Host host() {
        String title = given.get("--title");
        if (title != null && (title.isBlank() || title.length() > Limits.TITLE_CHARS))
            throw new UsageException("--title: 1 to " + Limits.TITLE_CHARS + " characters.");
        return new Host(given.get("--host"), number("--port", 0, 65_535), path("--lessons"), title);
    }

    private int seconds() { return number("--seconds", 0, MAX_SECONDS); }

    private Outputs outputs() { return new Outputs(path("--report"), path("--screenshot")); }

    private Look look() {
        String language = given.get("--lang");
        if (language != null && !language.equals("en") && !language.equals("zh"))
            throw new UsageException("--lang: en or zh, not \"" + language + "\".");
        return new Look(language == null ? null : Language.of(Locale.of(language)),
                given.containsKey("--theme") ? choice("--theme", Theme.class, Theme.SYSTEM) : null);
    }

    private int number(String option, int standard, int max) {
        String text = given.get(option);
        if (text == null) return standard;
        try {
            int value = Integer.parseInt(text);
            if (value >= 0 && value <= max) return value;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new UsageException(option + ": a number from 0 to " + max + ", not \"" + text + "\".");
    }

    private @Nullable Path path(String option) {
        String text = given.get(option);
        if (text == null) return null;
        try {
            if (!text.isBlank()) return Path.of(text);
        } catch (InvalidPathException e) {
            // said below
        }
        throw new UsageException(option + ": \"" + text + "\" can't be a file's name.");
    }

    private <E extends Enum<E>> E choice(String option, Class<E> type, E standard) {
        String text = given.get(option);
        if (text == null) return standard;
        var words = new TreeSet<String>();
        for (E value : type.getEnumConstants()) {
            String word = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (word.equals(text)) return value;
            words.add(word);
        }
        throw new UsageException(option + ": one of " + String.join(", ", words) + ", not \"" + text + "\".");
    }

    @SafeVarargs
    private void allow(String mode, Set<String>... sets) {
        for (String name : given.keySet()) {
            boolean allowed = false;
            for (Set<String> set : sets) allowed |= set.contains(name);
            if (!allowed) throw new UsageException(name + " has no meaning with " + mode + ".");
        }
    }

    private static boolean isKnown(String name) {
        return HOST.contains(name) || LOOK.contains(name) || OUTPUTS.contains(name) || name.equals("--room")
                || JOIN.contains(name);
    }
}
