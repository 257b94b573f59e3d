package lectern.classroom;

/// How good a line is, in bars: 4 is one nobody notices, 0 is one nobody can use.
public final class LineQuality {
    /// Loss that is repaired by asking again is hardly seen up to 2 %; voices break up from 10 %, pictures before.
    public static int bars(double lossFraction, double rttMs) {
        return Math.min(byLoss(lossFraction), byRoundTrip(rttMs));
    }

    private static int byLoss(double fraction) {
        if (fraction <= 0.01) return 4;
        if (fraction <= 0.03) return 3;
        if (fraction <= 0.10) return 2;
        return fraction <= 0.30 ? 1 : 0;
    }

    /// ITU-T G.114: up to 150 ms one way passes for most; 400 ms is the limit for a conversation.
    private static int byRoundTrip(double ms) {
        if (ms <= 200) return 4;
        if (ms <= 400) return 3;
        return ms <= 800 ? 2 : 1;
    }

    private LineQuality() {}
}
