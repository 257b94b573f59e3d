package lectern.app.library;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lectern.ui.model.Prepared;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The one file of the [LibraryState]. A file that can't be read, or a newer version's, is set aside, never overwritten.
final class LibraryFile {
    private static final System.Logger LOG = System.getLogger(LibraryFile.class.getName());
    private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final int VERSION = 1;
    private static final long MAX_BYTES = 64L << 20;
    private static final int PAGES = 5_000;
    private static final int ROOM_CHARS = 200;
    private static final int ASIDE = 1_000;

    private final Path file;

    /// @param aside where a file went that can't be read
    record Found(LibraryState state, @Nullable Path aside) {}

    private record Kept(int version, @Nullable List<String> folders, @Nullable List<String> recent,
            @Nullable List<KeptList> lists) {}

    private record KeptList(String room, List<KeptMaterial> materials) {}

    private record KeptMaterial(String file, @Nullable Set<Integer> hidden, @Nullable Set<Integer> leftOut) {}

    LibraryFile(Path file) { this.file = file; }

    Found read() {
        try {
            if (Files.size(file) > MAX_BYTES) throw new IOException("larger than a library can be");
            var kept = MAPPER.readValue(Files.readString(file), Kept.class);
            if (kept == null || kept.version() != VERSION) throw new IOException("of another version");
            return new Found(state(kept), null);
        } catch (NoSuchFileException first) {
            return new Found(LibraryState.EMPTY, null);
        } catch (IOException | JacksonException e) {
            LOG.log(Level.WARNING, "the library can''t be read and starts anew: {0}", e.getMessage());
            return new Found(LibraryState.EMPTY, setAside());
        }
    }

    /// Whole or not at all: written beside it, then moved over it.
    void write(LibraryState state) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"),
                MAPPER.writeValueAsString(kept(state)));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Beside those that were set aside before.
    private Path setAside() {
        Path aside = file.resolveSibling(file.getFileName() + ".unreadable");
        for (int number = 2; Files.exists(aside) && number < ASIDE; number++)
            aside = file.resolveSibling(file.getFileName() + ".unreadable-" + number);
        try {
            Files.move(file, aside);
            return aside;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "nor can it be set aside: {0}", e.getMessage());
            return file;
        }
    }

    private static Kept kept(LibraryState state) {
        return new Kept(VERSION, texts(state.folders()), texts(state.recent()), state.lists().entrySet().stream()
                .map(list -> new KeptList(list.getKey(), list.getValue().stream().map(it -> new KeptMaterial(
                        it.file().toString(), new TreeSet<>(it.hidden()), new TreeSet<>(it.leftOut()))).toList()))
                .toList());
    }

    private static LibraryState state(Kept kept) {
        var lists = new LinkedHashMap<String, List<Prepared>>();
        if (kept.lists() != null)
            for (var list : kept.lists())
                if (list != null && list.room() != null && list.room().length() <= ROOM_CHARS
                        && list.materials() != null)
                    lists.put(list.room(), list.materials().stream().filter(Objects::nonNull)
                            .flatMap(it -> path(it.file()).stream()
                                    .map(file -> new Prepared(file, pages(it.hidden()), pages(it.leftOut()))))
                            .toList());
        return new LibraryState(paths(kept.folders()), paths(kept.recent()), lists);
    }

    private static Set<Integer> pages(@Nullable Set<@Nullable Integer> pages) {
        return pages == null
                ? Set.of()
                : pages.stream().filter(it -> it != null && it >= 0 && it < PAGES).collect(Collectors.toSet());
    }

    private static List<String> texts(Collection<Path> paths) { return paths.stream().map(Path::toString).toList(); }

    private static List<Path> paths(@Nullable List<@Nullable String> texts) {
        return texts == null ? List.of() : texts.stream().flatMap(it -> path(it).stream()).toList();
    }

    private static Optional<Path> path(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Path::of).filter(it -> it.isAbsolute() && it.getFileName() != null);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
