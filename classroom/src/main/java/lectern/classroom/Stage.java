package lectern.classroom;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.ServerMessage;
import lectern.protocol.TrackKind;
import org.jspecify.annotations.Nullable;

/// Who publishes which lines and who shows what, and the orders for the media plane that follow. Belongs to its [Room].
///
/// Nothing is negotiated when something changes on stage: [#direct] gives every receiver a new [SlotPlan] and orders what
/// differs from the last one. Only a client that shows more pictures than it has slots gets a new offer.
final class Stage {
    /// What a reader without wishes of its own is shown at.
    private static final int READER_HEIGHT_PX = 720;

    private final RoomState state;
    private final Speakers speakers;
    private final Map<ParticipantId, Presence> present = new LinkedHashMap<>();

    Stage(RoomState state, Speakers speakers) {
        this.state = state;
        this.speakers = speakers;
    }

    @Nullable
    Presence find(ParticipantId id) {
        return present.get(id);
    }

    List<Presence> present() {
        return List.copyOf(present.values());
    }

    /// Begins with no media, whatever there was before.
    Presence enter(Presence presence, List<Outcome> out) {
        if (present.put(presence.id, presence) != null) out.add(new Outcome.CloseMedia(presence.id));
        if (presence.manner == Manner.CLIENT) offer(presence, Pool.first(), false, out);
        return presence;
    }

    void leave(ParticipantId id, List<Outcome> out) {
        if (present.remove(id) != null) out.add(new Outcome.CloseMedia(id));
    }

    void publish(Presence presence, Map<TrackKind, String> lines, String sdp, List<Outcome> out) {
        presence.lines = Map.copyOf(lines);
        out.add(new Outcome.AnswerUp(presence.id, presence.connection, sdp));
        lines.forEach((track, mid) -> out.add(new Outcome.Pause(presence.id, mid, !state.isOn(presence.id, track))));
    }

    void pause(Presence presence, TrackKind track, boolean paused, List<Outcome> out) {
        String mid = presence.line(track);
        if (mid != null) out.add(new Outcome.Pause(presence.id, mid, paused));
    }

    void restartIce(Presence presence, List<Outcome> out) {
        if (presence.offered != null) presence.restartWanted = true;
        else offer(presence, presence.pool, true, out);
    }

    /// Returns whether there was an offer to answer.
    boolean answered(Presence presence, String sdp, List<Outcome> out) {
        Pool agreed = presence.offered;
        if (agreed == null) return false;
        presence.pool = agreed;
        presence.offered = null;
        out.add(new Outcome.TakeAnswer(presence.id, presence.connection, sdp));
        if (presence.restartWanted) offer(presence, presence.pool, true, out);
        return true;
    }

    void read(Presence reader, Pool pool, String sdp, List<Outcome> out) {
        reader.pool = pool;
        out.add(new Outcome.AnswerReader(reader.id, reader.connection, sdp));
    }

    private static void offer(Presence presence, Pool pool, boolean restartIce, List<Outcome> out) {
        presence.offered = pool;
        presence.restartWanted = false;
        out.add(new Outcome.OfferDown(presence.id, presence.connection, pool, restartIce));
    }

    /// Gives every receiving connection what it should carry now.
    void direct(List<Outcome> out) {
        var sounds = new HashSet<SlotPlan.Source>();
        for (Presence presence : present.values()) {
            if (isSent(presence.id, TrackKind.MICROPHONE)) sounds.add(microphone(presence.id));
            if (isSent(presence.id, TrackKind.SCREEN_AUDIO))
                sounds.add(new SlotPlan.Source(presence.id, TrackKind.SCREEN_AUDIO));
        }
        var voices = ranked().map(Stage::microphone).filter(sounds::contains).toList();
        for (Presence viewer : present.values()) direct(viewer, sounds, voices, out);
    }

    private void direct(Presence viewer, Set<SlotPlan.Source> sounds, List<SlotPlan.Source> voices, List<Outcome> out) {
        var heights = wishes(viewer);
        var pictures = List.copyOf(heights.keySet());
        if (viewer.manner == Manner.CLIENT && viewer.offered == null && viewer.connection != Presence.NO_CONNECTION) {
            Pool grown = viewer.pool.grownTo(pictures.size());
            if (!grown.equals(viewer.pool)) offer(viewer, grown, false, out);
        }
        var others = voices.stream().filter(v -> !v.participant().equals(viewer.id)).toList();
        SlotPlan plan = viewer.plan.next(viewer.pool, pictures, sounds, others);
        var feeds = plan.slots().stream().map(slot -> {
            var source = new SlotPlan.Source(slot.participant(), slot.track());
            String mid = Objects.requireNonNull(present.get(slot.participant()).line(slot.track()));
            return new Outcome.Feed(slot.mid(), slot.participant(), mid, heights.getOrDefault(source, 0));
        }).toList();
        if (!feeds.equals(viewer.feeds)) out.add(new Outcome.Direct(viewer.id, feeds));
        if (!plan.equals(viewer.plan) && viewer.connection != Presence.NO_CONNECTION)
            out.add(new Outcome.Reply(viewer.connection, new ServerMessage.Slots(plan.slots())));
        viewer.feeds = feeds;
        viewer.plan = plan;
    }

    /// The pictures that are to be shown and can be, with their heights, the most wanted first.
    private Map<SlotPlan.Source, Integer> wishes(Presence viewer) {
        var wishes = new LinkedHashMap<SlotPlan.Source, Integer>();
        if (viewer.manner == Manner.WHEP)
            readersChoice().filter(s -> !s.participant().equals(viewer.id))
                    .forEach(source -> wishes.put(source, READER_HEIGHT_PX));
        else
            for (var view : viewer.views)
                if (!view.participant().equals(viewer.id) && isSent(view.participant(), view.track()))
                    wishes.merge(new SlotPlan.Source(view.participant(), view.track()), view.height(), Math::max);
        return wishes;
    }

    /// What somebody sees who can't choose: shared screens, then faces; the teacher's before the others'.
    private Stream<SlotPlan.Source> readersChoice() {
        var ranked = ranked().toList();
        return Stream.of(TrackKind.SCREEN, TrackKind.CAMERA)
                .flatMap(track -> Stream.concat(ranked.stream().filter(this::isTeacher),
                        ranked.stream().filter(id -> !isTeacher(id)))
                        .filter(id -> isSent(id, track)).map(id -> new SlotPlan.Source(id, track)));
    }

    /// Everybody, by their claim to be heard: who speaks or spoke, then teachers, then the rest as they came.
    private Stream<ParticipantId> ranked() {
        var ranked = new LinkedHashSet<>(speakers.order());
        var everybody = state.people().stream().map(Participant::id).toList();
        everybody.stream().filter(this::isTeacher).forEach(ranked::add);
        ranked.addAll(everybody);
        return ranked.stream();
    }

    private boolean isTeacher(ParticipantId id) {
        Participant participant = state.find(id);
        return participant != null && participant.role() == Role.TEACHER;
    }

    private boolean isSent(ParticipantId id, TrackKind track) {
        Presence sender = present.get(id);
        return sender != null && sender.line(track) != null && state.isOn(id, track);
    }

    private static SlotPlan.Source microphone(ParticipantId id) {
        return new SlotPlan.Source(id, TrackKind.MICROPHONE);
    }
}
