package lectern.ui.board;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// Decoded pictures as long as there is room for them; then those go that weren't looked at for longest. What is held (it is
/// on the screen) stays, however much that is.
final class PictureRoom<P> {
    private final long roomPx;
    private final ToLongFunction<P> areaPx;
    private final Map<Object, P> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Object, Set<?>> held = new LinkedHashMap<>();
    private long pixels;

    PictureRoom(long roomPx, ToLongFunction<P> areaPx) {
        this.roomPx = roomPx;
        this.areaPx = areaPx;
    }

    /// It counts as looked at.
    @Nullable
    P get(Object key) { return pictures.get(key); }

    boolean has(Object key) { return pictures.containsKey(key); }

    boolean hasAny(Predicate<Object> which) { return pictures.keySet().stream().anyMatch(which); }

    void put(Object key, P picture) {
        var before = pictures.put(key, picture);
        pixels += areaPx.applyAsLong(picture) - (before == null ? 0 : areaPx.applyAsLong(before));
        makeRoom(key);
    }

    /// What this holder has on the screen: all of it each time.
    void hold(Object holder, Set<?> keys) {
        if (keys.isEmpty()) held.remove(holder);
        else held.put(holder, Set.copyOf(keys));
    }

    long pixels() { return pixels; }

    private void makeRoom(Object newest) {
        if (pixels <= roomPx) return;
        var stay = new HashSet<>();
        held.values().forEach(stay::addAll);
        stay.add(newest);
        Iterator<Map.Entry<Object, P>> oldest = pictures.entrySet().iterator();
        while (pixels > roomPx && oldest.hasNext()) {
            var next = oldest.next();
            if (stay.contains(next.getKey())) continue;
            pixels -= areaPx.applyAsLong(next.getValue());
            oldest.remove();
        }
    }
}
