package lectern.server;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lectern.protocol.TrackKind;

/// The lines of an SDP offer, as far as one has to know them to say what they are: which carry sound and which pictures, and
/// in which direction. Everything else is the media plane's.
record OfferedLines(List<Line> lines) {
    private static final int MAX_LINES = 32;

    /// @param direction sendrecv, sendonly, recvonly, inactive
    record Line(String kind, String mid, String direction) {
        boolean sends() {
            return direction.equals("sendonly") || direction.equals("sendrecv");
        }

        boolean receives() {
            return direction.equals("recvonly") || direction.equals("sendrecv");
        }
    }

    OfferedLines {
        lines = List.copyOf(lines);
    }

    static OfferedLines of(String sdp) {
        var lines = new ArrayList<Line>();
        String kind = "";
        String mid = "";
        String direction = "sendrecv"; // RFC 8866 §6.7
        for (String row : (sdp + "\nm=end").split("\r?\n")) {
            if (row.startsWith("m=")) {
                if (!kind.isEmpty() && !mid.isEmpty() && lines.size() < MAX_LINES)
                    lines.add(new Line(kind, mid, direction));
                kind = row.substring(2).split(" ", 2)[0];
                mid = "";
                direction = "sendrecv";
            } else if (row.startsWith("a=mid:")) mid = row.substring(6).strip();
            else if (row.matches("a=(sendrecv|sendonly|recvonly|inactive)\\s*")) direction = row.substring(2).strip();
        }
        return new OfferedLines(lines);
    }

    /// The first sound and picture are a voice and a face, the second ones a screen and its sound.
    Map<String, TrackKind> tracks() {
        var tracks = new HashMap<String, TrackKind>();
        var sounds = mids("audio", true);
        var pictures = mids("video", true);
        if (!sounds.isEmpty()) tracks.put(sounds.getFirst(), TrackKind.MICROPHONE);
        if (!pictures.isEmpty()) tracks.put(pictures.getFirst(), TrackKind.CAMERA);
        if (sounds.size() > 1) tracks.put(sounds.get(1), TrackKind.SCREEN_AUDIO);
        if (pictures.size() > 1) tracks.put(pictures.get(1), TrackKind.SCREEN);
        return tracks;
    }

    List<String> receiving(String kind) {
        return mids(kind, false);
    }

    private List<String> mids(String kind, boolean sending) {
        return lines.stream().filter(line -> line.kind().equals(kind) && (sending ? line.sends() : line.receives()))
                .map(Line::mid).distinct().toList();
    }
}
