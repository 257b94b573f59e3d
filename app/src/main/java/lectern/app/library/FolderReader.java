package lectern.app.library;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import lectern.ui.model.Material;
import lectern.ui.model.MaterialKind;
import org.jspecify.annotations.Nullable;

/// Reads what is in the library's folders and all below them. Hidden ones and what no class can be shown are left out; a link
/// back to a folder above ends there. Blocks.
final class FolderReader {
    static final int FILES = 10_000;
    private static final int VISITS = 200_000;
    private static final int DEPTH = 24;

    /// @param full there is more than the library holds
    record Contents(List<Material> files, boolean full) {}

    private FolderReader() {}

    static Contents read(List<Path> folders, BooleanSupplier stop) {
        var files = new ArrayList<Material>();
        var seen = new HashSet<Path>(); // a folder and one below it may both be in the library
        var walk = new Walk(files, seen, stop);
        for (Path folder : folders) {
            walk.root = folder;
            try {
                Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, walk);
            } catch (IOException gone) {
                continue; // of this folder, nothing is there
            }
        }
        return new Contents(files, walk.full);
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final List<Material> files;
        private final Set<Path> seen;
        private final BooleanSupplier stop;
        private Path root = Path.of("");
        private int visits;
        private boolean full;

        Walk(List<Material> files, Set<Path> seen, BooleanSupplier stop) {
            this.files = files;
            this.seen = seen;
            this.stop = stop;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is) {
            if (isOver()) return FileVisitResult.TERMINATE;
            return !folder.equals(root) && isHidden(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
            if (isOver()) return FileVisitResult.TERMINATE;
            if (!is.isRegularFile() || isHidden(file)) return FileVisitResult.CONTINUE;
            MaterialKind.of(file).filter(_ -> seen.add(file)).ifPresent(
                    kind -> files.add(new Material(file, kind, is.size(), is.lastModifiedTime().toInstant())));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) { return FileVisitResult.CONTINUE; }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
            return FileVisitResult.CONTINUE;
        }

        private boolean isOver() {
            if (files.size() >= FILES || ++visits > VISITS) full = true;
            return full || stop.getAsBoolean();
        }

        /// Those that an office program has open have a file of this name beside them.
        private static boolean isHidden(Path file) {
            String name = file.getFileName().toString();
            if (name.startsWith(".") || name.startsWith("~$")) return true;
            try {
                return Files.isHidden(file);
            } catch (IOException e) {
                return true;
            }
        }
    }
}
