package lectern.materials;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks at a picture of a page: photo, greys, or few colours. Counts pixels beside each other, since text is flat with sharp
/// edges and a photo is neither.
///
/// @param busy    part of the pixels that differ from the one to the left
/// @param soft    part that differs by little: shades, which are seen when colours are left out
/// @param palette what to write instead of the colours; null when there are too many for one
record Colours(boolean grey, double busy, double soft, @Nullable Palette palette) {
    private static final int LITTLE = 8;
    /// Of colours that are told apart while counting.
    private static final int MOST = 1 << 12;
    private static final int SLOTS = 1 << 14;
    /// What a colour may be off by, in each of red, green and blue.
    private static final int OFF = 8;

    /// @param isExact whether it has all the colours
    /// @param keys  the colours counted, in a table by their hash; -1: none
    /// @param index of each the colour in the palette
    record Palette(boolean isExact, int[] colours, int[] keys, byte[] index) {
        int indexOf(int rgb) { return index[slot(keys, rgb)] & 255; }
    }

    static Colours of(int[] pixels, int width, int height) {
        long busy = 0;
        long soft = 0;
        boolean grey = true;
        var keys = new int[SLOTS];
        var counts = new int[SLOTS];
        Arrays.fill(keys, -1);
        int colours = 0;
        for (int y = 0; y < height; y++) {
            int before = pixels[y * width] & 0xffffff;
            int run = 0;
            for (int x = 0; x < width; x++) {
                int rgb = pixels[y * width + x] & 0xffffff;
                if (rgb == before) {
                    run++;
                    continue;
                }
                busy++;
                if (difference(rgb, before) <= LITTLE) soft++;
                colours += count(keys, counts, before, run, colours);
                grey &= isGrey(before);
                before = rgb;
                run = 1;
            }
            grey &= isGrey(before);
            colours += count(keys, counts, before, run, colours);
        }
        double all = (double) width * height;
        return new Colours(grey, busy / all, soft / all, colours >= MOST ? null : palette(keys, counts, colours));
    }

    private static boolean isGrey(int rgb) { return (rgb & 255) * 0x10101 == rgb; }

    private static int count(int[] keys, int[] counts, int rgb, int run, int colours) {
        if (colours >= MOST) return 0;
        int slot = slot(keys, rgb);
        counts[slot] += run;
        if (keys[slot] == rgb) return 0;
        keys[slot] = rgb;
        return 1;
    }

    private static int slot(int[] keys, int rgb) {
        int slot = rgb * 0x9e3779b1 >>> 18;
        while (keys[slot] != -1 && keys[slot] != rgb) slot = slot + 1 & SLOTS - 1;
        return slot;
    }

    /// The most frequent colours; each other one becomes the one that is nearest.
    private static @Nullable Palette palette(int[] keys, int[] counts, int colours) {
        List<Integer> slots = java.util.stream.IntStream.range(0, SLOTS).filter(slot -> keys[slot] != -1).boxed()
                .sorted(Comparator.comparingInt(slot -> -counts[slot])).toList();
        var kept = new int[Math.min(256, colours)];
        var index = new byte[SLOTS];
        for (int i = 0; i < slots.size(); i++) {
            int rgb = keys[slots.get(i)];
            int nearest = i;
            if (i < kept.length) kept[i] = rgb;
            else if (difference(rgb, kept[nearest = nearest(kept, rgb)]) > OFF) return null;
            index[slots.get(i)] = (byte) nearest;
        }
        return new Palette(colours <= 256, kept, keys, index);
    }

    private static int nearest(int[] colours, int rgb) {
        int nearest = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int difference = difference(rgb, colours[i]);
            if (difference < least) {
                least = difference;
                nearest = i;
            }
        }
        return nearest;
    }

    private static int difference(int a, int b) {
        return Math.max(Math.abs((a >> 16) - (b >> 16)),
                Math.max(Math.abs((a >> 8 & 255) - (b >> 8 & 255)), Math.abs((a & 255) - (b & 255))));
    }
}
