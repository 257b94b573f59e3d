package lectern.media;

import java.nio.ByteOrder;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// A real X server's pictures through a real connection.
class X11ShareTest {
    @Test
    void aSharedScreenArrivesAndEnds() throws Exception {
        try (var server = new XServer(800, 600); var loop = loop(server.display())) {
            var window = server.window("Red Board", "#ff0000", 400, 300, 100, 50);
            Await.until("the window", () -> windows(loop) == 1);
            loop.connect();
            assertFalse(loop.negotiate(false).tracks().containsValue(TrackKind.SCREEN));

            var screen = source(loop, ScreenSource.Kind.SCREEN);
            Await.get(loop.sender.share(screen));
            Await.until("a call to negotiate", () -> loop.calls.size() == 1);
            assertTrue(loop.negotiate(false).tracks().containsValue(TrackKind.SCREEN));
            var seen = new Screenful(4000, 4000);
            loop.down().pictures(loop.mid(TrackKind.SCREEN), seen);
            Await.until("red", () -> seen.count() > 0 && near(seen.colour(300 / 800.0, 250 / 600.0), 0xff0000));
            assertTrue(near(seen.colour(0.9, 0.9), 0x000000), Integer.toHexString(seen.colour(0.9, 0.9)));
            assertEquals("800x600", seen.size());

            server.window("Green Board", "#00ff00", 200, 100, 550, 450);
            Await.until("green", () -> near(seen.colour(650 / 800.0, 500 / 600.0), 0x00ff00));

            var own = new Screenful(400, 300);
            loop.sender.screenPreview(own);
            Await.until("the own picture of it", () -> own.count() > 0 && near(own.colour(0.8, 0.85), 0x00ff00));
            loop.sender.screenPreview(null);

            Await.get(loop.sender.share(null));
            Await.until("a second call to negotiate", () -> loop.calls.size() == 2);
            assertFalse(loop.negotiate(false).tracks().containsValue(TrackKind.SCREEN));
            window.destroy();

            Await.get(loop.sender.share(screen));
            Await.until("a third call to negotiate", () -> loop.calls.size() == 3);
            assertTrue(loop.negotiate(false).tracks().containsValue(TrackKind.SCREEN));
            int count = seen.count();
            Await.until("pictures again", () -> seen.count() > count + 3);
        }
    }

    @Test
    void aSharedWindowShowsWhereOthersCoverItAndEndsWithIt() throws Exception {
        try (var server = new XServer(800, 600); var loop = loop(server.display())) {
            var below = server.window("Blue Board", "#0000ff", 301, 201, 50, 50);
            Await.until("the window", () -> windows(loop) == 1);
            server.window("Yellow Board", "#ffff00", 301, 201, 60, 60);
            Await.until("the cover", () -> windows(loop) == 2);
            var blue = Await.get(loop.sender.devices()).screens().stream()
                    .filter(source -> source.title().equals("Blue Board")).findFirst().orElseThrow();
            Await.get(loop.sender.share(blue));
            loop.connect();
            var seen = new Screenful(4000, 4000);
            loop.down().pictures(loop.mid(TrackKind.SCREEN), seen);
            Await.until("blue", () -> seen.count() > 0 && near(seen.colour(0.6, 0.6), 0x0000ff));

            below.destroy();
            Await.until("a call to negotiate", () -> loop.calls.size() == 1);
            assertFalse(loop.negotiate(false).tracks().containsValue(TrackKind.SCREEN));
            assertEquals(MediaException.Reason.NOT_FOUND, Await.refused(loop.sender.share(blue)).reason());
        }
    }

    @Test
    void bigScreensAreScaledDown() throws Exception {
        try (var server = new XServer(2560, 1440); var loop = loop(server.display())) {
            loop.connect();
            Await.get(loop.sender.share(source(loop, ScreenSource.Kind.SCREEN)));
            loop.negotiate(false);
            var seen = new Screenful(4000, 4000);
            loop.down().pictures(loop.mid(TrackKind.SCREEN), seen);
            Await.until(() -> "1920x1080, not " + seen.size(), () -> seen.size().equals("1920x1080"));
        }
    }

    @Test
    void thumbnailsShowWhatIsThereUntilNobodyLooks() throws Exception {
        try (var server = new XServer(800, 600); var loop = loop(server.display())) {
            server.window("Below", "#0000ff", 300, 200, 30, 30);
            server.window("Above", "#ff0000", 300, 200, 30, 30);
            Await.until("two windows", () -> windows(loop) == 2);
            var sources = Await.get(loop.sender.devices()).screens();
            var seen = new ConcurrentHashMap<String, Integer>();
            var sizes = new ConcurrentHashMap<String, String>();
            var calls = new AtomicInteger();
            var stop = loop.sender.thumbnails(sources, 208, 117, (source, bgra, width, height) -> {
                calls.incrementAndGet();
                sizes.put(source.title(), width + "x" + height);
                seen.put(source.title(),
                        bgra.order(ByteOrder.LITTLE_ENDIAN).getInt((height / 2 * width + width / 2) * 4)
                                & 0xffffff);
            });
            Await.until(() -> "the three of them, not " + seen + sizes, () -> seen.size() == 3
                    && near(seen.getOrDefault("Below", 0), 0x0000ff) && near(seen.getOrDefault("Above", 0), 0xff0000));
            assertEquals("156x116", sizes.get("Screen 1"));
            stop.run();
            int before = calls.get();
            server.window("Third", "#00ff00", 300, 200, 30, 30);
            Await.until("a third window", () -> windows(loop) == 3);
            assertTrue(calls.get() <= before + 1, "one may have been under way");
        }
    }

    @Test
    void withoutADisplayItSaysSo() {
        try (var engine = MediaEngine
                .start(new MediaSettings(MediaSettings.Sound.SYNTHETIC, MediaSettings.Transport.ANY, ":64321"))) {
            var devices = Await.get(engine.devices());
            assertTrue(devices.screens().isEmpty());
            assertTrue(devices.trouble() != null && devices.trouble().contains("no X11 display"), devices.trouble());
            var refusal = Await.refused(engine.share(new ScreenSource(ScreenSource.Kind.SCREEN, 0, "Screen 1")));
            assertEquals(MediaException.Reason.UNSUPPORTED, refusal.reason());
        }
    }

    private static Loopback loop(String display) {
        return new Loopback(
                new MediaSettings(MediaSettings.Sound.SYNTHETIC, MediaSettings.Transport.ANY, display),
                new MediaSettings(MediaSettings.Sound.SYNTHETIC));
    }

    private static long windows(Loopback loop) {
        return Await.get(loop.sender.devices()).screens().stream()
                .filter(source -> source.kind() == ScreenSource.Kind.WINDOW).count();
    }

    private static ScreenSource source(Loopback loop, ScreenSource.Kind kind) {
        return Await.get(loop.sender.devices()).screens().stream().filter(source -> source.kind() == kind).findFirst()
                .orElseThrow();
    }

    /// Equal but for what coding takes.
    private static boolean near(int colour, int wanted) {
        for (int shift = 0; shift < 24; shift += 8)
            if (Math.abs((colour >> shift & 0xff) - (wanted >> shift & 0xff)) > 40)
                return false;
        return true;
    }
}
