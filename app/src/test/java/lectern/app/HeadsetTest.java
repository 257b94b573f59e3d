package lectern.app;

import java.nio.file.Path;
import java.util.Map;
import lectern.server.LecternServer;
import lectern.server.ServerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A microphone and a speaker that are pulled out while they are in use.
class HeadsetTest {
    @Test
    void theStandardDevicesTakeOverAndItIsSaid(@TempDir Path folder) throws Exception {
        var settings = ServerSettings.in(folder.resolve("lessons")).withHost("127.0.0.1").withLoopbackCandidates(true);
        try (var server = LecternServer.start(settings);
                var sound = new SoundServer(folder.resolve("sound"));
                var ada = new Steered(Map.of("PULSE_SERVER", sound.address()), server.links().student(), folder)) {
            ada.tells("screen CLASS");
            var microphone = sound.plug("module-null-source", "source_name=headset", "description=Headset");
            ada.tells("microphones Desk, Headset");
            ada.wish("speak Headset");
            ada.tells("microphone Headset");
            sound.pull(microphone);
            ada.tells("toast Headset was unplugged. Now using Desk.");

            var speaker = sound.plug("module-null-sink", "sink_name=phones",
                    "sink_properties=device.description=Phones");
            ada.tells("speakers Built-in, Phones");
            ada.wish("listen Phones");
            ada.tells("speaker Phones");
            sound.pull(speaker);
            ada.tells("toast Phones was unplugged. Now using Built-in.");
        }
    }
}
