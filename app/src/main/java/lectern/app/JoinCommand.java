package lectern.app;

import java.util.Objects;
import java.util.concurrent.CompletionException;
import lectern.media.MediaSettings;
import lectern.protocol.Reason;
import lectern.signaling.Ending;

/// `--join --headless`: into a class with no window, and a report of what was received.
final class JoinCommand {
    static int run(Command.Join command, Lifetime lifetime) throws InterruptedException {
        var sources = Sources.of(command);
        try (var guest = new HeadlessGuest(new MediaSettings(sources.sound()))) {
            guest.join(command.link(), Objects.requireNonNull(command.name()), sources);
            guest.ended().thenRun(lifetime::end);
            lifetime.await(command.seconds());
            var report = report(guest);
            if (command.outputs().report() != null) report.write(command.outputs().report());
            return status(guest);
        }
    }

    static Report report(HeadlessGuest guest) { return report(guest.live()); }

    static Report report(LiveClass live) {
        try {
            return live.report().join();
        } catch (CompletionException e) {
            throw new CommandException("the media engine doesn't say what it received");
        }
    }

    /// A class that the teacher ended is no failure; a door that stayed shut is one, and is said.
    private static int status(HeadlessGuest guest) {
        var why = guest.ended().getNow(new Ending.Said(Reason.LEFT, ""));
        if (why instanceof Ending.Said(Reason reason, var _) && (reason == Reason.LEFT || reason == Reason.ENDED))
            return 0;
        System.err.println("lectern: " + Endings.words(why));
        return 1;
    }

    private JoinCommand() {}
}
