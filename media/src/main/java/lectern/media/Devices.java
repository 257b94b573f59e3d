package lectern.media;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What this machine has. `trouble` says in a person's words what is missing and why, when something is.
public record Devices(List<Device> cameras, List<Device> microphones, List<Device> speakers, List<ScreenSource> screens,
        @Nullable String trouble) {
    public Devices {
        cameras = List.copyOf(cameras);
        microphones = List.copyOf(microphones);
        speakers = List.copyOf(speakers);
        screens = List.copyOf(screens);
    }

    /// `standard` marks the one the system would take.
    public record Device(String name, boolean standard) {}
}
