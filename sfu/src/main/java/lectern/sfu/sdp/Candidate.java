package lectern.sfu.sdp;

import org.jspecify.annotations.Nullable;

/// An ICE candidate (RFC 8839 §5.1). `protocol` is "udp" or "tcp", `tcpType` only for the latter; `rest` is what follows and we
/// have no use for (related address, generation).
public record Candidate(String foundation, int component, String protocol, long priority, String address, int port,
        String type, @Nullable String tcpType, String rest) {
    private static final int HOST_PREFERENCE = 126;

    /// A host candidate of a single-component transport with RFC 8445's priority; `preference` from 65,535 (best) down.
    public static Candidate host(String foundation, boolean tcp, int preference, String address, int port) {
        // RFC 6544 §4.2: TCP's direction preference is 4 for passive; below every UDP candidate either way.
        int local = tcp ? 4 << 13 | preference & 0x1fff : preference;
        long priority = (long) (tcp ? HOST_PREFERENCE - 36 : HOST_PREFERENCE) << 24 | (long) local << 8 | 255;
        return new Candidate(foundation, 1, tcp ? "tcp" : "udp", priority, address, port, "host",
                tcp ? "passive" : null, "");
    }

    /// Null when the text is no candidate that we understand: one more way to us less, no reason to refuse.
    static @Nullable Candidate parse(String text) {
        String[] part = text.strip().split(" +", 9);
        if (part.length < 8 || !part[6].equals("typ") || !part[1].matches("[0-9]{1,3}")
                || !part[3].matches("[0-9]{1,10}") || !part[5].matches("[0-9]{1,5}"))
            return null;
        String rest = part.length == 9 ? part[8] : "";
        String tcpType = null;
        var kept = new StringBuilder();
        String[] words = rest.split(" +");
        for (int i = 0; i < words.length; i++)
            if (words[i].equals("tcptype") && i + 1 < words.length)
                tcpType = words[++i];
            else
                kept.append(kept.isEmpty() ? "" : " ").append(words[i]);
        return new Candidate(part[0], Integer.parseInt(part[1]), part[2].toLowerCase(java.util.Locale.ROOT),
                Long.parseLong(part[3]), part[4], Integer.parseInt(part[5]), part[7], tcpType, kept.toString());
    }

    String write() {
        return foundation + " " + component + " " + protocol + " " + priority + " " + address + " " + port + " typ "
                + type + (tcpType == null ? "" : " tcptype " + tcpType) + (rest.isEmpty() ? "" : " " + rest);
    }
}
