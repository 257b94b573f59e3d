package lectern.ui.lesson;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lectern.protocol.Role;

/// Decides who stands in the middle: who was pinned, else a shared screen, else whoever speaks. A cough doesn't change
/// it: somebody else must speak for a second while the one on stage is silent, or for three while both do. Before anybody
/// speaks it is the teacher. People and time come in, a [Stage] comes out; call it at each change and a few times a second.
final class StageChoice {
    private static final long SPEAKS_NS = 1_000_000_000L;
    private static final long SPEAKS_OVER_NS = 3_000_000_000L;

    record Seat(String id, Role role, boolean self, boolean speaking, boolean screenOn) {}

    private String onStage = "";
    private String challenger = "";
    private long challengedSinceNs;

    Stage choose(List<Seat> everybody, String pinned, long nowNs) {
        var seats = everybody.stream().filter(seat -> seat.role.maySend()).toList();
        var others = seats.stream().filter(seat -> !seat.self).toList();
        var pin = first(seats, seat -> seat.id.equals(pinned));
        if (pin.isPresent()) return new Stage.Camera(pin.get().id);
        var shares = first(others, Seat::screenOn);
        if (shares.isPresent()) return new Stage.Screen(shares.get().id);
        if (first(seats, seat -> seat.self && seat.screenOn).isPresent()) return new Stage.OwnScreen();
        if (others.isEmpty()) return new Stage.Nobody();
        return new Stage.Camera(speaker(others, nowNs));
    }

    private String speaker(List<Seat> others, long nowNs) {
        var now = first(others, seat -> seat.id.equals(onStage));
        if (now.isEmpty()) {
            onStage = first(others, Seat::speaking).or(() -> first(others, seat -> seat.role == Role.TEACHER))
                    .orElse(others.getFirst()).id;
            challenger = "";
            return onStage;
        }
        var rival = first(others, seat -> seat.speaking && seat.id.equals(challenger))
                .or(() -> first(others, seat -> seat.speaking && !seat.id.equals(onStage)));
        if (rival.isEmpty()) {
            challenger = "";
            return onStage;
        }
        if (!rival.get().id.equals(challenger)) {
            challenger = rival.get().id;
            challengedSinceNs = nowNs;
        }
        long neededNs = now.get().speaking ? SPEAKS_OVER_NS : SPEAKS_NS;
        if (nowNs - challengedSinceNs >= neededNs) {
            onStage = challenger;
            challenger = "";
        }
        return onStage;
    }

    private static Optional<Seat> first(List<Seat> seats, Predicate<Seat> which) {
        return seats.stream().filter(which).findFirst();
    }
}
