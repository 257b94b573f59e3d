package lectern.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioOptions;
import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The machine's microphone and speakers: one audio module and one factory for both directions, because echo cancelling
/// has to know what is played.
final class DeviceSound implements SoundPath {
    private static final String STANDARD = "default: "; // how libwebrtc marks the entry that follows the system's choice

    private final AudioDeviceModule module;
    private final AudioProcessing processing = new AudioProcessing();
    private final PeerConnectionFactory factory;
    private final AudioTrack voice;
    private final AudioTrack music;
    private final MicrophoneMeter meter = new MicrophoneMeter();
    private final Optional<PulseStreams> pulse = PulseStreams.open();
    private boolean playsMusic;
    private boolean chosen;
    private boolean sending;
    private boolean receiving;
    private volatile boolean on = true;

    private DeviceSound(AudioDeviceModule module) {
        this.module = module;
        factory = new PeerConnectionFactory(module, processing);
        // Options belong to a source and are applied whenever its track starts: so one of each, and music is a swap.
        voice = factory.createAudioTrack("microphone", factory.createAudioSource(options(true)));
        music = factory.createAudioTrack("music", factory.createAudioSource(options(false)));
    }

    /// Real sound, or silence that says why.
    static SoundPath open(Pacer pacer) {
        AudioDeviceModule module;
        try {
            module = new AudioDeviceModule();
        } catch (Error | RuntimeException refused) {
            return new SyntheticSound(pacer, "This computer's sound can't be used: no sound server answers. "
                    + "You can join, but not hear or be heard.");
        }
        return new DeviceSound(module);
    }

    private static AudioOptions options(boolean processed) {
        var options = new AudioOptions();
        options.echoCancellation = processed;
        options.noiseSuppression = processed;
        options.autoGainControl = processed;
        options.highpassFilter = processed;
        return options;
    }

    @Override
    public PeerConnectionFactory upFactory() {
        return factory;
    }

    @Override
    public PeerConnectionFactory downFactory() {
        return factory;
    }

    @Override
    public @Nullable AudioTrack track() {
        return chosen ? anyTrack() : null;
    }

    @Override
    public AudioTrack anyTrack() {
        return playsMusic ? music : voice;
    }

    @Override
    public void microphone(MicrophoneChoice choice) throws MediaException {
        meter.close();
        chosen = false;
        try {
            switch (choice) {
                case MicrophoneChoice.None _ -> {
                }
                case MicrophoneChoice.Tone _ -> throw new MediaException(MediaException.Reason.UNSUPPORTED,
                        "A tone can't be sent by real sound.");
                case MicrophoneChoice.SystemDefault _ -> record(module.getRecordingDevices().stream().findFirst()
                        .orElseThrow(() -> new MediaException(MediaException.Reason.NOT_FOUND,
                                "No microphone is connected.")));
                case MicrophoneChoice.Device device -> record(find(module.getRecordingDevices(), device.name()));
            }
        } finally {
            if (!chosen)
                Natives.dispose(module::stopRecording); // a line that lost its track goes on recording
        }
    }

    private void record(AudioDevice device) throws MediaException {
        pulse.ifPresent(streams -> streams.record(ownName(device)));
        meter.start(device);
        try {
            module.stopRecording();
            module.setRecordingDevice(device);
            module.initRecording();
            if (sending)
                module.startRecording();
        } catch (Error | RuntimeException refused) {
            meter.close();
            throw new MediaException(MediaException.Reason.BUSY,
                    "The microphone “" + plain(device.getName()) + "” doesn't start.");
        }
        chosen = true;
    }

    @Override
    public void speaker(String name) throws MediaException {
        var device = find(module.getPlayoutDevices(), name);
        pulse.ifPresent(streams -> streams.play(ownName(device)));
        try {
            module.stopPlayout();
            module.setPlayoutDevice(device);
            module.initPlayout();
            if (receiving)
                module.startPlayout();
        } catch (Error | RuntimeException refused) {
            throw new MediaException(MediaException.Reason.BUSY, "The speaker “" + name + "” doesn't start.");
        }
    }

    /// A device by its own name; the marked entry stands for the system's choice, which may change under it.
    private static AudioDevice find(List<AudioDevice> devices, String name) throws MediaException {
        return devices.stream().filter(device -> device.getName().equals(name)).findFirst()
                .orElseThrow(() -> new MediaException(MediaException.Reason.NOT_FOUND,
                        "There is no “" + name + "” on this computer now."));
    }

    @Override
    public void microphoneOn(boolean wanted) {
        on = wanted;
        voice.setEnabled(wanted);
        music.setEnabled(wanted);
    }

    @Override
    public void music(boolean wanted) {
        playsMusic = wanted;
    }

    @Override
    public void running(boolean nowSending, boolean nowReceiving) {
        sending = nowSending;
        receiving = nowReceiving;
    }

    @Override
    public double level() {
        return on ? meter.level() : 0;
    }

    @Override
    public List<Devices.Device> microphones() {
        return named(module.getRecordingDevices());
    }

    @Override
    public List<Devices.Device> speakers() {
        return named(module.getPlayoutDevices());
    }

    private static List<Devices.Device> named(List<AudioDevice> devices) {
        var standard = devices.stream().map(AudioDevice::getName).filter(name -> name.startsWith(STANDARD)).findFirst()
                .map(DeviceSound::plain).orElse("");
        var named = new ArrayList<Devices.Device>();
        for (var device : devices) {
            if (!device.getName().startsWith(STANDARD))
                named.add(new Devices.Device(device.getName(), device.getName().equals(standard)));
        }
        return named;
    }

    private static @Nullable String ownName(AudioDevice device) {
        return device.getName().startsWith(STANDARD) ? null : device.getName();
    }

    private static String plain(String name) {
        return name.startsWith(STANDARD) ? name.substring(STANDARD.length()) : name;
    }

    @Override
    public @Nullable String trouble() {
        return module.getRecordingDevices().isEmpty() ? "No microphone is connected." : null;
    }

    @Override
    public void close() {
        meter.close();
        pulse.ifPresent(PulseStreams::close);
        Natives.dispose(voice::dispose);
        Natives.dispose(music::dispose);
        Natives.dispose(factory::dispose);
        Natives.dispose(module::dispose);
        Natives.dispose(processing::dispose);
    }
}
