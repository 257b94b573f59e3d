package lectern.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lectern.media.ConnectionState;
import lectern.media.MediaStats;
import lectern.media.Pictures;
import lectern.protocol.Participant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import lectern.protocol.Slot;
import lectern.protocol.TrackKind;
import lectern.signaling.JoinSteps;
import org.jspecify.annotations.Nullable;

/// What a [Report] will say. Owned by the class's thread; time is given.
final class Measurements {
    private static final int ERRORS = 100;

    private record Key(ParticipantId participant, TrackKind track) {}

    private static final class Track {
        final PictureCounter counter;
        int width, height;
        double decodeMs;

        Track(PictureCounter counter) { this.counter = counter; }
    }

    private record Sound(double level, double concealed) {}

    private final long startNs;
    private final Map<Key, Track> tracks = new HashMap<>();
    private final Map<Key, Long> announcedNs = new HashMap<>();
    private final Map<ParticipantId, Sound> sounds = new HashMap<>();
    private final Map<ParticipantId, Participant> everybody = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private @Nullable JoinSteps steps;
    private long upNs, downPathNs, downNs, paintNs;
    private long roundTripNs;
    private int welcomes;
    private boolean looked;
    private @Nullable String self, room, ended;
    private @Nullable Role role;

    Measurements(long startNs) { this.startNs = startNs; }

    void joined(JoinSteps first) { if (steps == null) steps = first; }

    void welcomed(String selfId, Role as, String roomId) {
        welcomes++;
        self = selfId;
        role = as;
        room = roomId;
    }

    /// The class as it is now: remembers everybody, and since when each of their tracks could be received. What was
    /// there before us could from the start.
    void present(Roster roster, long nowNs) {
        long sinceNs = !looked ? startNs : nowNs;
        looked = true;
        for (var person : roster.people()) {
            if (roster.isSelf(person.id())) continue;
            everybody.put(person.id(), person);
            for (var kind : person.tracks()) announcedNs.putIfAbsent(new Key(person.id(), kind), sinceNs);
        }
    }

    Pictures count(ParticipantId participant, TrackKind kind, Pictures next) {
        return tracks.computeIfAbsent(new Key(participant, kind), _ -> new Track(new PictureCounter(next))).counter
                .passingTo(next);
    }

    void upState(ConnectionState state, long nowNs) {
        if (state == ConnectionState.CONNECTED && upNs == 0) upNs = nowNs;
    }

    void downPath(long nowNs) { if (downPathNs == 0) downPathNs = nowNs; }

    void downState(ConnectionState state, long nowNs) {
        if (state == ConnectionState.CONNECTED && downNs == 0) downNs = nowNs;
    }

    void painted(long nowNs) { if (paintNs == 0) paintNs = nowNs; }

    void roundTrip(long ns) { roundTripNs = ns; }

    void trouble(String words) { if (errors.size() < ERRORS) errors.add(words); }

    void ended(String why) { ended = why; }

    /// What the connections counted, by what each line carries now.
    void stats(MediaStats stats, List<Slot> slots) {
        sounds.replaceAll((_, before) -> new Sound(0, before.concealed)); // whoever no line carries is silent
        for (var slot : slots) {
            var picture = stats.pictures().get(slot.mid());
            var track = tracks.get(new Key(slot.participant(), slot.track()));
            if (picture != null && track != null && picture.width() > 0) {
                track.width = picture.width();
                track.height = picture.height();
                track.decodeMs = picture.decodeMs();
            }
            var sound = stats.sounds().get(slot.mid());
            if (sound != null && slot.track() == TrackKind.MICROPHONE)
                sounds.put(slot.participant(), new Sound(sound.level(), sound.concealed()));
        }
    }

    Report report(@Nullable String name, Roster roster, Report.Board board, long nowNs) {
        long firstNs = tracks.values().stream().map(t -> t.counter.seen(nowNs)).filter(s -> s.frames() > 0)
                .mapToLong(s -> s.firstNs() - startNs).min().orElse(-1);
        var done = new Report.Steps(ms(steps == null ? -1 : steps.tcpNs()), ms(steps == null ? -1 : steps.tlsNs()),
                ms(steps == null ? -1 : steps.webSocketNs()), ms(steps == null ? -1 : steps.welcomeNs()),
                sinceStart(upNs), sinceStart(downPathNs), sinceStart(downNs), ms(firstNs), sinceStart(paintNs));
        var remotes = everybody.values().stream().map(person -> remote(person, roster, nowNs)).toList();
        return new Report(name, self, role, room, (nowNs - startNs) / 1e9, done, Math.max(0, welcomes - 1),
                roundTripNs / 1e6, ended, List.copyOf(errors), remotes, board, List.of());
    }

    private Report.Remote remote(Participant person, Roster roster, long nowNs) {
        var id = person.id();
        var camera = tracks.get(new Key(id, TrackKind.CAMERA));
        var screen = tracks.get(new Key(id, TrackKind.SCREEN));
        var sound = sounds.getOrDefault(id, new Sound(0, 0));
        var seen = camera == null ? new PictureCounter.Seen(0, 0, 0, false, true) : camera.counter.seen(nowNs);
        var now = roster.person(id);
        return new Report.Remote(id.value(), person.name(), person.role(), now != null,
                roster.sends(id, TrackKind.CAMERA), seen.frames(), camera == null ? 0 : camera.width,
                camera == null ? 0 : camera.height, rounded(seen.framesPerSecond()),
                camera == null ? 0 : rounded(camera.decodeMs), first(seen),
                waited(new Key(id, TrackKind.CAMERA), seen), seen.moving() && !seen.blank(), rounded(sound.level),
                rounded(sound.concealed), screen == null ? null : screen(new Key(id, TrackKind.SCREEN), screen, nowNs));
    }

    private Report.Screen screen(Key key, Track track, long nowNs) {
        var seen = track.counter.seen(nowNs);
        return new Report.Screen(seen.frames(), track.width, track.height, rounded(seen.framesPerSecond()), first(seen),
                waited(key, seen), seen.moving() && !seen.blank());
    }

    private double first(PictureCounter.Seen seen) { return seen.frames() == 0 ? -1 : sinceStart(seen.firstNs()); }

    private double waited(Key key, PictureCounter.Seen seen) {
        if (seen.frames() == 0) return -1;
        return ms(Math.max(0, seen.firstNs() - announcedNs.getOrDefault(key, startNs)));
    }

    private double sinceStart(long atNs) { return atNs == 0 ? -1 : ms(atNs - startNs); }

    private static double ms(long ns) { return ns < 0 ? -1 : rounded(ns / (double) TimeUnit.MILLISECONDS.toNanos(1)); }

    private static double rounded(double value) { return Math.round(value * 1000) / 1000.0; }
}
