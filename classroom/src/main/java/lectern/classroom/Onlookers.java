package lectern.classroom;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.board.Page;
import lectern.protocol.board.PageId;
import org.jspecify.annotations.Nullable;

/// Those who are shown the board now, and who of all people may know of a page.
final class Onlookers {
    static final Audience EVERYBODY = new Audience.Everybody();

    private final RoomState room;
    private final Consumer<Outcome> follow;
    private final Map<ParticipantId, BoardViewer> viewers = new HashMap<>();

    Onlookers(RoomState room, Consumer<Outcome> follow) {
        this.room = room;
        this.follow = follow;
    }

    void add(BoardViewer viewer) {
        viewers.put(viewer.id, viewer);
    }

    void remove(ParticipantId who) {
        viewers.remove(who);
    }

    @Nullable
    BoardViewer find(ParticipantId who) {
        return viewers.get(who);
    }

    Audience knowing(Page page) {
        if (BoardRights.isForAll(page)) return EVERYBODY;
        return new Audience.Only(room.people().stream().filter(p -> BoardRights.maySee(p, page)).map(Participant::id)
                .collect(Collectors.toSet()));
    }

    /// Who knew of the page or knows of it now.
    Audience knowing(Page before, Page now) {
        if (!(knowing(before) instanceof Audience.Only(var some)) || !(knowing(now) instanceof Audience.Only(var more)))
            return EVERYBODY;
        var all = new LinkedHashSet<>(some);
        all.addAll(more);
        return new Audience.Only(all);
    }

    /// Who has it open; the caller's to change.
    Set<ParticipantId> openers(PageId page) {
        return viewers.values().stream().filter(v -> v.open.contains(page)).map(v -> v.id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Closes the page for those who may not see it, or, where it is null, is gone.
    void close(PageId id, @Nullable Page page) {
        for (BoardViewer viewer : viewers.values()) {
            Participant who = room.find(viewer.id);
            boolean maySee = page != null && who != null && BoardRights.maySee(who, page);
            if (!maySee && viewer.open.remove(id)) follow.accept(new Outcome.HidePage(viewer.connection, id));
        }
    }
}
