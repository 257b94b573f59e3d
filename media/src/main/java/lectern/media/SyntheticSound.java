package lectern.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sound without hardware. Tones are pushed into a factory whose audio module does nothing; a second factory with a
/// headless module pulls what comes in, so that it is decoded and its level and losses can be measured.
final class SyntheticSound implements SoundPath {
    private static final int SAMPLE_RATE = 48_000;
    private static final int SAMPLES = SAMPLE_RATE / 100;
    private static final long PUSH_NS = 10_000_000; // the only length the audio send stream takes
    private static final double AMPLITUDE = 0.25;

    private final AudioDeviceModule dummy = new AudioDeviceModule(AudioLayer.kDummyAudio);
    private final HeadlessAudioDeviceModule headless = new HeadlessAudioDeviceModule();
    private final PeerConnectionFactory upFactory = new PeerConnectionFactory(dummy);
    private final PeerConnectionFactory downFactory = new PeerConnectionFactory(headless);
    private final CustomAudioSource source = new CustomAudioSource();
    private final AudioTrack track = upFactory.createAudioTrack("microphone", source);
    private final Object pushing = new Object();
    private final Pacer pacer;
    private final @Nullable String trouble;
    private Runnable stop = () -> {};
    private boolean closed;
    private volatile boolean sounding;
    private volatile boolean on = true;

    /// `trouble`: why there is no real sound, if some was wanted.
    SyntheticSound(Pacer pacer, @Nullable String trouble) {
        this.pacer = pacer;
        this.trouble = trouble;
    }

    @Override
    public PeerConnectionFactory upFactory() {
        return upFactory;
    }

    @Override
    public PeerConnectionFactory downFactory() {
        return downFactory;
    }

    @Override
    public AudioTrack track() {
        return track;
    }

    @Override
    public AudioTrack anyTrack() {
        return track;
    }

    @Override
    public void microphone(MicrophoneChoice choice) throws MediaException {
        stop.run();
        stop = () -> {};
        sounding = false;
        switch (choice) {
            case MicrophoneChoice.None _ -> {
            }
            case MicrophoneChoice.Tone tone -> {
                stop = pacer.every(PUSH_NS, new Sine(tone.hertz())::push);
                sounding = true;
            }
            case MicrophoneChoice.Device _,MicrophoneChoice.SystemDefault _ ->
                throw new MediaException(MediaException.Reason.NO_SOUND,
                        trouble != null ? trouble : "Synthetic sound has tones, no microphones.");
        }
    }

    private final class Sine {
        private final byte[] pcm = new byte[SAMPLES * 2];
        private final double step;
        private double phase;

        Sine(double hertz) {
            step = 2 * Math.PI * hertz / SAMPLE_RATE;
        }

        void push() {
            for (int i = 0; i < SAMPLES; i++) {
                short sample = (short) (AMPLITUDE * Short.MAX_VALUE * Math.sin(phase));
                phase += step;
                pcm[2 * i] = (byte) sample;
                pcm[2 * i + 1] = (byte) (sample >> 8);
            }
            phase %= 2 * Math.PI;
            synchronized (pushing) {
                if (!closed)
                    source.pushAudio(pcm, 16, SAMPLE_RATE, 1, SAMPLES);
            }
        }
    }

    /// The source's list of listeners has no lock of its own.
    @Override
    public void quietly(Runnable change) {
        synchronized (pushing) {
            change.run();
        }
    }

    @Override
    public void speaker(String name) throws MediaException {
        throw new MediaException(MediaException.Reason.NO_SOUND,
                trouble != null ? trouble : "Synthetic sound has no speakers.");
    }

    @Override
    public void microphoneOn(boolean wanted) {
        on = wanted;
        track.setEnabled(wanted);
    }

    @Override
    public void music(boolean on) {
        // A tone passes through no processing that could be switched off.
    }

    @Override
    public void running(boolean sending, boolean receiving) {
        // Neither module has anything to start.
    }

    @Override
    public double level() {
        return sounding && on ? AMPLITUDE : 0;
    }

    @Override
    public List<Devices.Device> microphones() {
        return List.of();
    }

    @Override
    public List<Devices.Device> speakers() {
        return List.of();
    }

    @Override
    public @Nullable String trouble() {
        return trouble;
    }

    @Override
    public void close() {
        stop.run();
        synchronized (pushing) {
            closed = true;
        }
        Natives.dispose(track::dispose);
        Natives.dispose(source::dispose);
        Natives.dispose(upFactory::dispose);
        Natives.dispose(downFactory::dispose);
        Natives.dispose(dummy::dispose);
        Natives.dispose(headless::dispose);
    }
}
