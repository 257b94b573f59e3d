package lectern.sfu.sdp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.sfu.rtp.Codec;
import org.jspecify.annotations.Nullable;

/// One number of an m-line with its `rtpmap`, `fmtp` and `rtcp-fb` lines. `channels` is 1 where the line doesn't say;
/// `format` is the text after `a=fmtp:<number> `, empty without one; `feedback` entries are as written ("nack pli").
public record PayloadType(int number, String encoding, int clockHz, int channels, String format,
        List<String> feedback) {
    public PayloadType {
        if (number < 0 || number > 127)
            throw new SdpException("payload type " + number + " is not between 0 and 127");
        feedback = List.copyOf(feedback);
    }

    /// Null for an encoding that we don't know.
    public @Nullable Codec codec() {
        return Codec.of(encoding);
    }

    /// The format's parameters by name, lower case; one without `=` has an empty value.
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        for (String part : format.split(";")) {
            int equals = part.indexOf('=');
            if (equals >= 0)
                parameters.put(part.substring(0, equals).strip().toLowerCase(java.util.Locale.ROOT),
                        part.substring(equals + 1).strip());
            else
                if (!part.isBlank())
                    parameters.put(part.strip().toLowerCase(java.util.Locale.ROOT), "");
        }
        return parameters;
    }

    /// The payload type that this one repairs (`apt`), -1 when it repairs none.
    public int repairs() {
        String apt = parameters().getOrDefault("apt", "");
        return apt.matches("[0-9]{1,3}") ? Integer.parseInt(apt) : -1;
    }

    public PayloadType withNumber(int newNumber) {
        return new PayloadType(newNumber, encoding, clockHz, channels, format, feedback);
    }
}
