package lectern.server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import lectern.classroom.Room;

/// A room and its journal, as they were left or new.
record Lesson(Room room, Journal journal, boolean isNew) {
    /// The room that was used last, unless its class was ended, its links have run out, or the one now is called
    /// otherwise: a teacher who closed the app after Monday's class means another one on Tuesday.
    static Lesson open(LessonsFolder lessons, String title, Duration tokenLifetime, Instant now) throws IOException {
        var last = lessons.lastRoom();
        if (last.isPresent()) {
            var room = new Room(last.get());
            Journal journal = Journal.open(lessons.journal(last.get()), room::recall);
            boolean hasBegun = room.since().isPresent();
            boolean isOver = room.ended() || hasBegun && !room.title().equals(title)
                    || hasBegun && !now.isBefore(room.since().get().plus(tokenLifetime));
            if (!isOver) return new Lesson(room, journal, !hasBegun);
            journal.close();
        }
        String id = lessons.newRoom();
        return new Lesson(new Room(id), Journal.open(lessons.journal(id), _ -> {}), true);
    }
}
