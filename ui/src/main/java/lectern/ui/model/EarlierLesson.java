package lectern.ui.model;

import java.time.Duration;
import java.time.Instant;

/// A class that was held on this machine and can be gone on with.
///
/// @param since      when it was held last
/// @param pages      on its board, without the private ones
/// @param bytes      on disk
/// @param unfinished it was never ended: going on brings everybody back, by the links they have
public record EarlierLesson(String room, String title, Instant since, Duration length, int pages, long bytes,
        boolean unfinished) {}
