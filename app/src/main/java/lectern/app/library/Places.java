package lectern.app.library;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import lectern.ui.model.Material;

/// What is where, of all that the library has.
final class Places {
    private Places() {}

    static List<Material> in(Collection<Material> all, Path folder) {
        return all.stream().filter(it -> folder.equals(it.file().getParent())).toList();
    }

    /// Those in which there is something, however far below.
    static List<Path> below(Collection<Material> all, Path folder) {
        var found = new TreeSet<Path>();
        int depth = folder.getNameCount();
        for (Material one : all)
            if (one.file().startsWith(folder) && one.file().getNameCount() > depth + 1)
                found.add(folder.resolve(one.file().getName(depth)));
        return List.copyOf(found);
    }

    static List<Material> named(Collection<Material> all, String query, int most) {
        var words = Folding.words(query);
        return all.stream().filter(it -> Folding.hasAll(Folding.fold(it.name()), words)).limit(most).toList();
    }
}
