package lectern.classroom;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of a receiving connection: slots (picture, and the voice that belongs to it) and lines for voices alone.
public record Pool(List<Place> slots, List<String> voices) {
    static final int MAX_SLOTS = 32;
    private static final int FIRST_SLOTS = 4;
    private static final int VOICES = 3;

    /// @param audio null where the picture has no voice line of its own (WHEP)
    public record Place(String video, @Nullable String audio) {}

    public Pool {
        slots = List.copyOf(slots);
        voices = List.copyOf(voices);
    }

    static final Pool EMPTY = new Pool(List.of(), List.of());

    /// `a0`, `v0`, `a1`, `v1`, … and `x0`, `x1`, `x2`: the mids of the server's offer.
    static Pool ofSlots(int slots) {
        return new Pool(IntStream.range(0, slots).mapToObj(i -> new Place("v" + i, "a" + i)).toList(),
                IntStream.range(0, VOICES).mapToObj(i -> "x" + i).toList());
    }

    static Pool first() {
        return ofSlots(FIRST_SLOTS);
    }

    /// A reader's lines: a player with one audio line hears whoever speaks, whatever it shows.
    static Pool ofReader(List<String> videoMids, List<String> audioMids) {
        return new Pool(videoMids.stream().map(mid -> new Place(mid, null)).toList(), audioMids);
    }

    /// The smallest pool that shows so many pictures: 4, 8, 16 or 32 slots. Never smaller than this one, since lines once
    /// negotiated stay.
    Pool grownTo(int pictures) {
        int size = Math.max(FIRST_SLOTS, slots.size());
        while (size < pictures && size < MAX_SLOTS) size *= 2;
        return size <= slots.size() ? this : ofSlots(size);
    }

    Stream<String> mids() {
        return Stream.concat(slots.stream().flatMap(s -> Stream.of(s.video(), s.audio())), voices.stream())
                .filter(mid -> mid != null);
    }
}
