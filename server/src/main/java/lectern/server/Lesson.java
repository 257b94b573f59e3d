package lectern.server;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import lectern.classroom.Room;
import lectern.classroom.RoomInput;

/// A room and its journal, as they were left or new.
///
/// @param first what the room is to be told first
record Lesson(Room room, Journal journal, RoomInput first) {
    /// The room that the settings name; else the one that was used last, unless its class was ended, its links have run out, or
    /// the one now is called otherwise: a teacher who closed the app after Monday's class means another one on Tuesday.
    static Lesson open(LessonsFolder lessons, ServerSettings settings, Instant now) throws IOException {
        if (settings.room() != null) return goOn(lessons, settings.room(), settings, now);
        var last = lessons.lastRoom();
        if (last.isPresent()) {
            Lesson lesson = goOn(lessons, last.get(), settings, now);
            var room = lesson.room();
            boolean hasBegun = room.since().isPresent();
            if (!hasBegun || lesson.first instanceof RoomInput.Reopened && room.title().equals(settings.title()))
                return lesson;
            lesson.journal.close();
        }
        String id = lessons.newRoom();
        return new Lesson(new Room(id), Journal.open(lessons.journal(id), _ -> {}),
                new RoomInput.Open(settings.title()));
    }

    /// The lesson that was going on when the server stopped goes on; one that is over is followed by another of its name.
    private static Lesson goOn(LessonsFolder lessons, String id, ServerSettings settings, Instant now)
            throws IOException {
        if (!lessons.has(id))
            throw new ServerException("There is no lesson " + id + " in " + settings.lessons() + ".");
        var room = new Room(id);
        Journal journal = Journal.open(lessons.journal(id), room::recall);
        if (room.since().isEmpty()) return new Lesson(room, journal, new RoomInput.Open(settings.title()));
        return new Lesson(room, journal, isOver(room, settings.tokenLifetime(), now)
                ? new RoomInput.Open(lessons.title(id).orElse(room.title()))
                : new RoomInput.Reopened());
    }

    private static boolean isOver(Room room, Duration tokenLifetime, Instant now) {
        return room.ended() || !now.isBefore(room.since().orElseThrow().plus(tokenLifetime));
    }
}
