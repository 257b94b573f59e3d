package lectern.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import lectern.media.CameraChoice;
import lectern.media.Devices;
import lectern.media.MediaEngine;
import lectern.media.MediaException;
import lectern.media.MediaSettings.Sound;
import lectern.media.MicrophoneChoice;
import org.jspecify.annotations.Nullable;

/// What a client sends: chosen on the command line, found on the machine.
///
/// @param testCard used when the camera is the test card
/// @param hertz    used when the microphone is the tone
record Sources(Command.Camera camera, Command.Microphone microphone, CameraChoice.TestCard testCard, double hertz) {
    static Sources of(Command.Join join) {
        String name = join.name() == null ? "Lectern" : join.name();
        return new Sources(join.camera(), join.microphone(), new CameraChoice.TestCard(name, 640, 360, 15), 440);
    }

    static Sources devices() {
        return new Sources(Command.Camera.DEVICE, Command.Microphone.DEVICE,
                new CameraChoice.TestCard("Lectern", 640, 360, 15), 440);
    }

    /// With nobody at the screen nobody listens: only a real microphone needs real sound.
    Sound sound() { return microphone == Command.Microphone.DEVICE ? Sound.DEVICE : Sound.SYNTHETIC; }

    /// With a window somebody listens, unless there is a tone: that can't go where real sound is.
    Sound soundForEars() { return microphone == Command.Microphone.TONE ? Sound.SYNTHETIC : Sound.DEVICE; }

    /// Opens the camera; whether there is one to send.
    CompletableFuture<Boolean> camera(MediaEngine engine) {
        return switch (camera) {
            case NONE -> engine.camera(new CameraChoice.None()).thenApply(_ -> false);
            case TEST_CARD -> engine.camera(testCard).thenApply(_ -> true);
            case DEVICE -> engine.devices().thenCompose(devices -> {
                var first = standard(devices.cameras());
                if (first == null)
                    return CompletableFuture.failedFuture(
                            new MediaException(MediaException.Reason.NOT_FOUND, "There is no camera on this machine."));
                return engine.camera(new CameraChoice.Device(first.name())).thenApply(_ -> true);
            });
        };
    }

    CompletableFuture<Boolean> microphone(MediaEngine engine) {
        return switch (microphone) {
            case NONE -> engine.microphone(new MicrophoneChoice.None()).thenApply(_ -> false);
            case TONE -> engine.microphone(new MicrophoneChoice.Tone(hertz)).thenApply(_ -> true);
            case DEVICE -> engine.microphone(new MicrophoneChoice.SystemDefault()).thenApply(_ -> true);
        };
    }

    private static Devices.@Nullable Device standard(List<Devices.Device> devices) {
        for (var device : devices) if (device.standard()) return device;
        return devices.isEmpty() ? null : devices.getFirst();
    }
}
