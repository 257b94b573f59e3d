package lectern.sfu.core;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Why packets were thrown away, and how many. Bad input ends here and nowhere else.
final class Drops {
    enum Reason {
        NOT_MEDIA, UNKNOWN_ADDRESS, BAD_STUN, STUN_FOR_NOBODY, DTLS_TOO_EARLY, BEFORE_KEYS, MALFORMED, AUTH_FAILED, REPLAYED, TOO_MANY_SSRCS, MALFORMED_RTP, UNKNOWN_SSRC, UNKNOWN_PAYLOAD_TYPE, DUPLICATE, PAUSED, PADDING, NOT_A_PUBLISHER, CODEC_NOT_TAKEN, BEFORE_SWITCH, RESEND_LIMIT, RESEND_GONE, OUTBOX_FULL
    }

    private static final Reason[] REASONS = Reason.values();
    private final long[] counts = new long[REASONS.length];

    void count(Reason reason) {
        counts[reason.ordinal()]++;
    }

    long of(Reason reason) {
        return counts[reason.ordinal()];
    }

    Map<String, Long> byName() {
        Map<String, Long> named = new LinkedHashMap<>();
        for (Reason reason : REASONS)
            if (of(reason) > 0)
                named.put(reason.name().toLowerCase(Locale.ROOT).replace('_', '-'), of(reason));
        return named;
    }
}
