package lectern.materials;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// LibreOffice, where it is installed: a process of its own for each file, with a profile of its own that forbids it to reach for
/// anything else.
final class Office {
    private static final System.Logger LOG = System.getLogger(Office.class.getName());
    private static final long LONGEST_S = 60;
    /// Of addresses, most of which it never touches; a file it writes.
    private static final long MEMORY_KB = 6L << 20;
    private static final long MOST_OUTPUT = 256L << 20;
    private static final List<String> PLACES = List.of("/usr/bin/soffice", "/usr/local/bin/soffice",
            "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice", "/snap/bin/libreoffice",
            "/Applications/LibreOffice.app/Contents/MacOS/soffice",
            "C:\\Program Files\\LibreOffice\\program\\soffice.exe",
            "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe");

    private final Path program;

    Office(Path program) { this.program = program; }

    static Optional<Path> installed() {
        var names = onWindows() ? List.of("soffice.exe") : List.of("soffice", "libreoffice");
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        var candidates = Stream.of(path.split(File.pathSeparator)).filter(folder -> !folder.isBlank())
                .flatMap(folder -> names.stream().map(name -> folder + File.separator + name));
        return Stream.concat(candidates, PLACES.stream()).map(Office::executable).flatMap(Optional::stream).findFirst();
    }

    /// @param to     `pdf` or `pptx`
    /// @param folder that is this conversion's alone
    Outcome<Path> convert(Path file, FileKind kind, String to, Path folder) throws IOException, InterruptedException {
        Path profile = Files.createDirectories(folder.resolve("profile"));
        Path results = Files.createDirectories(folder.resolve("results"));
        Path source = folder.resolve("source." + kind.extension());
        Files.copy(file, source);
        Files.writeString(Files.createDirectories(profile.resolve("user")).resolve("registrymodifications.xcu"),
                OfficeProfile.TEXT);
        var builder = new ProcessBuilder(command(source, to, profile, results)).directory(folder.toFile())
                .redirectInput(nothing()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        Process process = builder.start();
        try {
            if (!process.waitFor(LONGEST_S, TimeUnit.SECONDS)) return new Outcome.Refused<>(Refusal.TOO_SLOW);
        } finally {
            kill(process);
        }
        Path result = results.resolve("source." + to);
        if (Files.isRegularFile(result) && Files.size(result) > 0) {
            if (Files.size(result) > MOST_OUTPUT) return new Outcome.Refused<>(Refusal.UNPACKS_TOO_LARGE);
            return new Outcome.Done<>(result);
        }
        LOG.log(System.Logger.Level.INFO, "LibreOffice ended with " + process.exitValue() + " and made nothing.");
        return new Outcome.Refused<>(Refusal.BROKEN);
    }

    private List<String> command(Path source, String to, Path profile, Path results) {
        // Hidden slides, too: whether they are shown is the teacher's choice.
        String filter = !to.equals("pdf")
                ? to
                : switch (source.getFileName().toString()) {
                    case "source.pptx", "source.ppt", "source.odp" ->
                        "pdf:impress_pdf_Export:{\"ExportHiddenSlides\":{\"type\":\"boolean\",\"value\":\"true\"}}";
                    default -> "pdf";
                };
        var command = new ArrayList<String>();
        if (!onWindows()) {
            // Not every system has each limit; what it has holds for the children, too.
            command.addAll(List.of("/bin/sh", "-c", "ulimit -v " + MEMORY_KB + " 2>/dev/null; ulimit -f "
                    + MOST_OUTPUT / 512 + " 2>/dev/null; ulimit -c 0; exec \"$@\"", "sh"));
        }
        command.addAll(List.of(program.toString(), "-env:UserInstallation=" + profile.toUri(), "--headless",
                "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard",
                "--convert-to", filter, "--outdir", results.toString(), source.toString()));
        return command;
    }

    /// The program starts others, which it doesn't end when it is killed.
    private static void kill(Process process) throws InterruptedException {
        var all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        boolean interrupted = Thread.interrupted();
        for (ProcessHandle handle : all)
            handle.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(_ -> null).join();
        if (interrupted) throw new InterruptedException();
    }

    private static Optional<Path> executable(String name) {
        try {
            Path path = Path.of(name);
            return Files.isRegularFile(path) && Files.isExecutable(path) ? Optional.of(path) : Optional.empty();
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static ProcessBuilder.Redirect nothing() {
        return ProcessBuilder.Redirect.from(new File(onWindows() ? "NUL" : "/dev/null"));
    }

    private static boolean onWindows() { return File.separatorChar == '\\'; }
}
