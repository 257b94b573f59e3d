package lectern.app.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import lectern.ui.model.LibraryModel;
import lectern.ui.model.Prepared;

/// What the library remembers. A value: each change gives another one. What goes beyond a limit is left out, the oldest
/// first.
///
/// @param recent what was brought into a class, the newest first
/// @param lists  what is prepared, by room; a room without anything isn't there. Those changed last stand last
record LibraryState(List<Path> folders, List<Path> recent, Map<String, List<Prepared>> lists) {
    static final int FOLDERS = 64;
    static final int RECENT = 50;
    static final int LISTS = 500;
    static final int MATERIALS = 200;

    static final LibraryState EMPTY = new LibraryState(List.of(), List.of(), Map.of());

    LibraryState {
        folders = List.copyOf(new LinkedHashSet<>(folders)).stream().limit(FOLDERS).toList();
        recent = List.copyOf(new LinkedHashSet<>(recent)).stream().limit(RECENT).toList();
        var kept = new LinkedHashMap<String, List<Prepared>>();
        lists.forEach((room, list) -> {
            if (!list.isEmpty()) kept.put(room, list.stream().limit(MATERIALS).toList());
        });
        var oldest = kept.keySet().iterator();
        for (int over = kept.size() - LISTS; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
        lists = java.util.Collections.unmodifiableMap(kept);
    }

    List<Prepared> list(String room) { return lists.getOrDefault(room, List.of()); }

    LibraryState withFolder(Path folder) {
        var now = new ArrayList<>(folders);
        now.add(folder);
        return new LibraryState(now, recent, lists);
    }

    LibraryState withoutFolder(Path folder) {
        return new LibraryState(folders.stream().filter(it -> !it.equals(folder)).toList(), recent, lists);
    }

    LibraryState used(Collection<Path> files) {
        var now = new ArrayList<>(files);
        now.addAll(recent);
        return new LibraryState(folders, now, lists);
    }

    LibraryState insert(String room, int index, List<Path> files) {
        return edit(room, list -> {
            int free = Math.min(files.size(), MATERIALS - list.size());
            var now = new ArrayList<>(list);
            now.addAll(Math.clamp(index, 0, list.size()), files.stream().limit(free).map(Prepared::whole).toList());
            return now;
        });
    }

    LibraryState move(String room, int from, int to) {
        return edit(room, list -> {
            if (from < 0 || from >= list.size()) return list;
            var now = new ArrayList<>(list);
            var one = now.remove(from);
            now.add(Math.clamp(to, 0, now.size()), one);
            return now;
        });
    }

    LibraryState change(String room, int index, Prepared next) {
        return edit(room, list -> {
            if (index < 0 || index >= list.size()) return list;
            var now = new ArrayList<>(list);
            now.set(index, next);
            return now;
        });
    }

    /// Those at these places, to be given to [#without] and, later, to [#undone].
    Removed.Materials removal(String room, Collection<Integer> indices) {
        var these = new TreeMap<Integer, Prepared>();
        var list = list(room);
        for (int index : indices) if (index >= 0 && index < list.size()) these.put(index, list.get(index));
        return new Removed.Materials(room, these);
    }

    LibraryState without(Removed.Materials removed) {
        return edit(removed.room(), list -> {
            var now = new ArrayList<>(list);
            for (int index : new TreeSet<>(removed.materials().keySet()).descendingSet())
                if (index < now.size() && now.get(index).equals(removed.materials().get(index))) now.remove(index);
            return now;
        });
    }

    /// Back to where it was, or as near as what was done meanwhile allows.
    LibraryState undone(Removed removed) {
        return switch (removed) {
            case Removed.Folder(var folder, int index) -> {
                var now = new ArrayList<>(folders);
                if (!now.contains(folder)) now.add(Math.min(index, now.size()), folder);
                yield new LibraryState(now, recent, lists);
            }
            case Removed.Materials(var room, var materials) -> edit(room, list -> {
                var now = new ArrayList<>(list);
                new TreeMap<>(materials).forEach((index, one) -> now.add(Math.min(index, now.size()), one));
                return now;
            });
        };
    }

    /// A file has moved: everywhere.
    LibraryState found(Path before, Path now) {
        var moved = new LinkedHashMap<String, List<Prepared>>();
        lists.forEach((room, list) -> moved.put(room,
                list.stream().map(it -> it.file().equals(before) ? it.at(now) : it).toList()));
        return new LibraryState(folders, recent.stream().map(it -> it.equals(before) ? now : it).toList(), moved);
    }

    /// The coming class has begun in this room: what was prepared for it is the room's, behind what that had already.
    LibraryState began(String room) {
        var coming = list(LibraryModel.COMING);
        if (coming.isEmpty() || room.equals(LibraryModel.COMING)) return this;
        return edit(room, list -> {
            var now = new ArrayList<>(list);
            var there = new HashSet<>(list);
            coming.stream().filter(it -> !there.contains(it)).forEach(now::add);
            return now;
        }).edit(LibraryModel.COMING, _ -> List.of());
    }

    private LibraryState edit(String room, UnaryOperator<List<Prepared>> change) {
        var before = list(room);
        var after = change.apply(before);
        if (after.equals(before)) return this;
        var now = new LinkedHashMap<>(lists);
        now.remove(room); // to the end: it was changed last
        now.put(room, after);
        return new LibraryState(folders, recent, now);
    }
}
