package lectern.media;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The machine's sound, by a real sound server without hardware, and by none.
class DeviceSoundTest {
    private static final MediaSettings DEVICE = new MediaSettings(MediaSettings.Sound.DEVICE);
    private static final MediaSettings SYNTHETIC = new MediaSettings(MediaSettings.Sound.SYNTHETIC);

    @Test
    void theChosenMicrophoneIsTheOneThatIsHeard() throws Exception {
        try (var server = new SoundServer(); var loop = new Loopback(DEVICE, SYNTHETIC)) {
            var devices = Await.get(loop.sender.devices());
            assertTrue(devices.microphones().contains(new Devices.Device(SoundServer.SILENCE, true)),
                    devices.toString());
            assertTrue(devices.microphones().contains(new Devices.Device(SoundServer.HUM, false)), devices.toString());
            assertTrue(devices.speakers().contains(new Devices.Device("First", true)), devices.toString());

            Await.get(loop.sender.microphone(new MicrophoneChoice.Device(SoundServer.HUM)));
            Await.until("a level in the lobby", () -> loop.sender.microphoneLevel() > 0.3);
            loop.sender.music(true); // noise suppression takes a steady tone for noise
            loop.connect();
            Await.until("the hum", () -> loop.level() > 0.2);

            loop.sender.microphoneOn(false);
            Await.until("mute", () -> loop.level() < 0.001);
            assertEquals(0, loop.sender.microphoneLevel());
            loop.sender.microphoneOn(true);
            Await.until("the hum again", () -> loop.level() > 0.2);

            Await.get(loop.sender.microphone(new MicrophoneChoice.SystemDefault()));
            Await.until("the silent one", () -> loop.level() < 0.001 && loop.sender.microphoneLevel() < 0.001);
            Await.get(loop.sender.microphone(new MicrophoneChoice.Device(SoundServer.HUM)));
            Await.until("the hum while connected", () -> loop.level() > 0.2);
            Await.get(loop.sender.microphone(new MicrophoneChoice.None()));
            Await.until(() -> "no stream open, but " + server.pactl("list", "source-outputs"),
                    () -> server.pactl("list", "short", "source-outputs").isBlank());

            assertEquals(MediaException.Reason.NOT_FOUND,
                    Await.refused(loop.sender.microphone(new MicrophoneChoice.Device("No Such"))).reason());
            assertEquals(MediaException.Reason.UNSUPPORTED,
                    Await.refused(loop.sender.microphone(new MicrophoneChoice.Tone(440))).reason());
        }
    }

    @Test
    void musicPassesWhatNoiseSuppressionTakesAway() throws Exception {
        try (var server = new SoundServer(); var loop = new Loopback(DEVICE, SYNTHETIC)) {
            assertTrue(server.pactl("info").contains("silence"));
            Await.get(loop.sender.microphone(new MicrophoneChoice.Device(SoundServer.HUM)));
            loop.connect();
            Await.until("the tone to be taken for noise", () -> {
                double level = loop.level();
                return level > 0 && level < 0.1;
            });
            loop.sender.music(true);
            Await.until("the tone as it is", () -> loop.level() > 0.3);
        }
    }

    @Test
    void theChosenSpeakerPlays() throws Exception {
        try (var server = new SoundServer(); var loop = new Loopback(SYNTHETIC, DEVICE)) {
            Await.get(loop.sender.microphone(new MicrophoneChoice.Tone(300)));
            Await.get(loop.receiver.speaker("Second"));
            loop.connect();
            Await.until("the tone", () -> loop.level() > 0.05);
            Await.until("it to play on the second", () -> playsOn(server, "second"));
            Await.get(loop.receiver.speaker("First"));
            Await.until("it to play on the first", () -> playsOn(server, "first"));
            assertEquals(MediaException.Reason.NOT_FOUND, Await.refused(loop.receiver.speaker("No Such")).reason());
        }
    }

    private static boolean playsOn(SoundServer server, String sink) {
        return server.pactl("list", "short", "sinks").lines().filter(line -> line.split("\t")[1].equals(sink))
                .anyMatch(line -> server.pactl("list", "short", "sink-inputs").lines()
                        .anyMatch(input -> input.split("\t")[1].equals(line.split("\t")[0])));
    }

    @Test
    void devicesComeAndGo() throws Exception {
        try (var server = new SoundServer(); var engine = MediaEngine.start(DEVICE)) {
            var calls = new AtomicInteger();
            engine.onDevicesChanged(_ -> calls.incrementAndGet());
            Await.get(engine.devices());
            var module = server.pactl("load-module", "module-null-sink", "sink_name=third",
                    "sink_properties=device.description=Third").strip();
            Await.until(() -> "a call; " + Await.get(engine.devices()), () -> calls.get() == 1);
            assertTrue(Await.get(engine.devices()).speakers().contains(new Devices.Device("Third", false)));
            server.pactl("unload-module", module);
            Await.until("a second call", () -> calls.get() == 2);
        }
    }

    @Test
    void withoutASoundServerOneJoinsAnyway() {
        SoundServer.use(Path.of("/nonexistent/lectern"));
        try (var loop = new Loopback(DEVICE, DEVICE)) {
            long startNs = System.nanoTime();
            var devices = Await.get(loop.receiver.devices());
            assertTrue(System.nanoTime() - startNs < 2_500_000_000L);
            assertTrue(devices.trouble() != null && devices.trouble().contains("sound server"), devices.toString());
            assertEquals(MediaException.Reason.NO_SOUND,
                    Await.refused(loop.sender.microphone(new MicrophoneChoice.SystemDefault())).reason());
            Await.get(loop.sender.microphone(new MicrophoneChoice.Tone(440)));
            loop.connect();
            Await.until("sound to be received", () -> loop.level() > 0.05);
        }
    }
}
