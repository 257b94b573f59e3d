package lectern.server;

import java.time.Instant;

/// One room of a lessons folder, in a list to choose from.
///
/// @param since      when its newest lesson began
/// @param until      the last that happened in it
/// @param pages      of all, without the private ones
/// @param bytes      on disk
/// @param unfinished its lesson was never ended and its links are still good: going on brings everybody back
public record KeptLesson(String room, String title, Instant since, Instant until, int pages, long bytes,
        boolean unfinished) {}
