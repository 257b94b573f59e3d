package lectern.media;

import dev.onvoid.webrtc.media.MediaDevices;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

import static java.lang.foreign.ValueLayout.JAVA_INT;

/// The cameras that are plugged in. On Linux by ourselves: webrtc-java's list hangs when two come at the same time. Used on
/// the [NativeThread] alone.
final class CameraList {
    private static final int NODES = 64; // as many as libwebrtc looks at
    private static final int VIDEO_CAPTURE = 1;

    private final @Nullable V4l2 v4l2 = System.getProperty("os.name").startsWith("Linux") ? new V4l2() : null;
    private final Map<String, String> names = new TreeMap<>(); // by path; a node is opened once, since that wakes a camera up

    /// `path`: what the system calls it; equal cameras are told apart by a number in `name`.
    record Found(String name, String path) {}

    List<Found> all() {
        if (v4l2 == null)
            return MediaDevices.getVideoCaptureDevices().stream()
                    .map(device -> new Found(device.getName(), device.getDescriptor())).toList();
        var all = new ArrayList<Found>();
        for (int i = 0; i < NODES; i++) {
            var path = "/dev/video" + i;
            if (!v4l2.exists(path))
                names.remove(path);
            else
                if (!names.containsKey(path))
                    name(v4l2, path).ifPresent(name -> names.put(path, name));
            var name = names.getOrDefault(path, "");
            if (!name.isBlank())
                all.add(new Found(unlike(all, name), path));
        }
        return all;
    }

    Optional<Found> named(String name) {
        return all().stream().filter(found -> found.name.equals(name)).findFirst();
    }

    private static String unlike(List<Found> others, String name) {
        var unlike = name;
        for (int number = 2; has(others, unlike); number++)
            unlike = name + " (" + number + ")";
        return unlike;
    }

    private static boolean has(List<Found> all, String name) {
        return all.stream().anyMatch(found -> found.name.equals(name));
    }

    /// Blank if it isn't a camera: one may have nodes for other things. Empty if it can't be asked now.
    private static Optional<String> name(V4l2 v4l2, String path) {
        try (var frame = Arena.ofConfined()) {
            int file = v4l2.open(path);
            try {
                var answer = frame.allocate(104, 8);
                v4l2.ioctl(file, V4l2.QUERYCAP, answer);
                boolean camera = (answer.get(JAVA_INT, 88) & VIDEO_CAPTURE) != 0;
                return Optional.of(camera ? answer.asSlice(16, 32).getString(0) : "");
            } finally {
                v4l2.close(file);
            }
        } catch (V4l2.Refused notNow) {
            return Optional.empty();
        }
    }
}
