package lectern.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The piece of SDP that a WHIP client sends for trickled candidates and ICE restarts (RFC 8840), and ours in return.
record IceFragment(String ufrag, String password) {
    private static final Pattern UFRAG = Pattern.compile("(?m)^a=ice-ufrag:([A-Za-z0-9+/]{4,256})\\s*$");
    private static final Pattern PASSWORD = Pattern.compile("(?m)^a=ice-pwd:([A-Za-z0-9+/]{22,256})\\s*$");

    /// The credentials in a fragment or a whole description; empty when it has none.
    static Optional<IceFragment> of(String sdp) {
        Matcher ufrag = UFRAG.matcher(sdp);
        Matcher password = PASSWORD.matcher(sdp);
        return ufrag.find() && password.find()
                ? Optional.of(new IceFragment(ufrag.group(1), password.group(1)))
                : Optional.empty();
    }

    /// The offer with these credentials in the place of its own: an ICE restart, and nothing else.
    String in(String offer) {
        String replaced = offer.replaceAll("(?m)^a=ice-ufrag:\\S*", Matcher.quoteReplacement("a=ice-ufrag:" + ufrag));
        return replaced.replaceAll("(?m)^a=ice-pwd:\\S*", Matcher.quoteReplacement("a=ice-pwd:" + password));
    }

    /// The lines about ICE of our answer. Everything is bundled, so the first media section says it all.
    static String ofAnswer(String answer) {
        int first = answer.indexOf("\r\nm=") + 2;
        int second = answer.indexOf("\r\nm=", first);
        String session = answer.substring(0, first);
        String media = second < 0 ? answer.substring(first) : answer.substring(first, second + 2);
        String ice = (session + media).lines()
                .filter(line -> line.matches("(m=|a=(ice-|group:BUNDLE|mid:|candidate:|end-of-candidates)).*"))
                .collect(Collectors.joining("\r\n"));
        return ice + "\r\n";
    }
}
