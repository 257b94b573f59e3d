package lectern.classroom;

import java.time.Instant;
import lectern.protocol.RoomEvent;

/// An event with its place in the room's story.
public record Recorded(long seq, Instant at, RoomEvent event) {}
