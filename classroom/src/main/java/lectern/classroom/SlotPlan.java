package lectern.classroom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.protocol.ParticipantId;
import lectern.protocol.Slot;
import lectern.protocol.TrackKind;

/// Which line of a receiving connection carries whom.
///
/// A picture and the voice that belongs to it share a slot, so that lips and voice stay together. Voices without a picture
/// take the voice lines and the sound lines of slots that show nothing. A source keeps its line for as long as it is wanted,
/// since each change costs a key frame or a click in the sound.
record SlotPlan(List<Slot> slots) {
    SlotPlan {
        slots = List.copyOf(slots);
    }

    static final SlotPlan EMPTY = new SlotPlan(List.of());

    record Source(ParticipantId participant, TrackKind track) {
        /// The voice that belongs to a picture.
        Source voice() {
            return new Source(participant, track == TrackKind.SCREEN ? TrackKind.SCREEN_AUDIO : TrackKind.MICROPHONE);
        }
    }

    /// @param pictures the most wanted first; those that find no slot wait
    /// @param sounds   everything that can be heard
    /// @param voices   who is to be heard without a picture, the most wanted first
    SlotPlan next(Pool pool, List<Source> pictures, Set<Source> sounds, List<Source> voices) {
        var before = new HashMap<String, Source>();
        for (Slot slot : slots) before.put(slot.mid(), new Source(slot.participant(), slot.track()));

        var plan = new LinkedHashMap<String, Source>();
        var freeSounds = new ArrayList<String>(pool.voices());
        placePictures(pool, pictures, before, plan);
        for (Pool.Place place : pool.slots()) {
            Source picture = plan.get(place.video());
            if (place.audio() == null) continue;
            if (picture == null) freeSounds.add(place.audio());
            else if (sounds.contains(picture.voice())) plan.put(place.audio(), picture.voice());
        }
        placeVoices(freeSounds, voices, before, plan);
        return new SlotPlan(pool.mids().filter(plan::containsKey)
                .map(mid -> new Slot(mid, plan.get(mid).participant(), plan.get(mid).track())).toList());
    }

    private static void placePictures(Pool pool, List<Source> pictures, Map<String, Source> before,
            Map<String, Source> plan) {
        var wanted = pictures.stream().distinct().limit(pool.slots().size()).toList();
        place(pool.slots().stream().map(Pool.Place::video).toList(), wanted, before, plan);
    }

    private static void placeVoices(List<String> lines, List<Source> voices, Map<String, Source> before,
            Map<String, Source> plan) {
        var carried = new HashSet<>(plan.values());
        var wanted = voices.stream().distinct().filter(v -> !carried.contains(v)).limit(lines.size()).toList();
        place(lines, wanted, before, plan);
    }

    /// Those who have a line keep it; the others take what is free, in order.
    private static void place(List<String> lines, List<Source> wanted, Map<String, Source> before,
            Map<String, Source> plan) {
        var waiting = new ArrayList<>(wanted);
        var free = new ArrayList<String>();
        for (String line : lines) {
            Source held = before.get(line);
            if (held != null && waiting.remove(held)) plan.put(line, held);
            else free.add(line);
        }
        for (int i = 0; i < waiting.size(); i++) plan.put(free.get(i), waiting.get(i));
    }
}
