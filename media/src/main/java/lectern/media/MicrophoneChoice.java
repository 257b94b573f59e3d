package lectern.media;

/// What the microphone track carries.
public sealed interface MicrophoneChoice {
    /// A real microphone, by the name the system gives it.
    record Device(String name) implements MicrophoneChoice {}

    record SystemDefault() implements MicrophoneChoice {}

    /// A steady sine; needs [MediaSettings.Sound#SYNTHETIC].
    record Tone(double hertz) implements MicrophoneChoice {
        public Tone {
            if (!(hertz >= 20 && hertz <= 20_000))
                throw new IllegalArgumentException("a tone has 20 to 20000 Hz: " + hertz);
        }
    }

    record None() implements MicrophoneChoice {}
}
