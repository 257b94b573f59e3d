package lectern.app;

import java.util.ArrayList;
import java.util.List;
import lectern.app.Command.Camera;
import lectern.app.Command.Microphone;
import lectern.media.CameraChoice;
import lectern.media.MediaSettings;
import lectern.media.MediaSettings.Sound;
import lectern.media.MediaSettings.Transport;
import lectern.signaling.Link;

/// People in the app without a window, each with a test card and a tone of their own.
final class Guests implements AutoCloseable {
    private final List<HeadlessGuest> inside = new ArrayList<>();

    HeadlessGuest join(String link, String name, double hertz) { return join(link, name, hertz, Transport.ANY); }

    HeadlessGuest join(String link, String name, double hertz, Transport transport) {
        return join(link, name, sources(name, hertz), new MediaSettings(Sound.SYNTHETIC, transport, null));
    }

    HeadlessGuest watch(String link, String name) {
        return join(link, name, new Sources(Camera.NONE, Microphone.NONE, card(name), 440),
                new MediaSettings(Sound.SYNTHETIC));
    }

    HeadlessGuest join(String link, String name, Sources sources, MediaSettings settings) {
        var guest = new HeadlessGuest(settings);
        inside.add(guest);
        guest.join(Link.parse(link), name, sources);
        return guest;
    }

    static Sources sources(String name, double hertz) {
        return new Sources(Camera.TEST_CARD, Microphone.TONE, card(name), hertz);
    }

    static CameraChoice.TestCard card(String name) { return new CameraChoice.TestCard(name, 320, 180, 15); }

    /// What somebody gets from somebody.
    static Report.Remote from(HeadlessGuest guest, String name) { return from(JoinCommand.report(guest), name); }

    static Report.Remote from(Report report, String name) {
        return report.participants().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(name + " isn't in the class: " + report.json()));
    }

    /// Whether all that is expected arrives and moves.
    static boolean receivesAll(HeadlessGuest guest, int cameras) {
        var sending = JoinCommand.report(guest).participants().stream().filter(Report.Remote::sends).toList();
        return sending.size() == cameras && sending.stream().allMatch(one -> one.moving() && one.framesPerSecond() > 5);
    }

    @Override
    public void close() { inside.forEach(HeadlessGuest::close); }
}
