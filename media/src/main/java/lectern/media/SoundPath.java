package lectern.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where sound comes from and goes to, with the factories that this decides. A factory with a recording device must never
/// see a pushed source (the process dies): hence two kinds that share nothing. Used on the [NativeThread] alone.
sealed interface SoundPath extends AutoCloseable permits DeviceSound, SyntheticSound {
    PeerConnectionFactory upFactory();

    PeerConnectionFactory downFactory();

    /// The track to send now; null when no microphone is chosen.
    @Nullable
    AudioTrack track();

    /// A track that a line can be made with, whatever is chosen.
    AudioTrack anyTrack();

    void microphone(MicrophoneChoice choice) throws MediaException;

    void speaker(String name) throws MediaException;

    void microphoneOn(boolean on);

    void music(boolean on);

    /// Whether connections carry sound now, each way.
    void running(boolean sending, boolean receiving);

    /// Runs `change`, in which a connection gains or loses the track, while nothing is pushed into it.
    default void quietly(Runnable change) {
        change.run();
    }

    /// From any thread.
    double level();

    List<Devices.Device> microphones();

    List<Devices.Device> speakers();

    @Nullable
    String trouble();

    @Override
    void close();
}
