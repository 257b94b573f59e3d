package lectern.media;

import org.jspecify.annotations.Nullable;

/// How an engine stands on its machine. `display`: the X display that is shared from, null for the one in DISPLAY.
public record MediaSettings(Sound sound, Transport transport, @Nullable String display) {
    public enum Sound {
        /// The machine's microphone and speakers; silence, with [Devices#trouble] saying why, if there are none.
        DEVICE,
        /// Tones out, and what comes in is decoded and measured but not heard. For simulated participants and tests.
        SYNTHETIC
    }

    public enum Transport {
        ANY,
        /// As if UDP were blocked: media over ICE-TCP alone.
        TCP_ONLY
    }

    public MediaSettings(Sound sound) {
        this(sound, Transport.ANY, null);
    }
}
