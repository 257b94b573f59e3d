package lectern.media;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Turns the one SSRC pair of a video line into several layers by `a=ssrc-group:SIM`. webrtc-java knows no rids, and
/// encodings made by rid can't be changed while sending; libwebrtc takes this older form from its own offer and then
/// lets every layer be switched.
final class SimulcastOffer {
    private SimulcastOffer() {}

    /// `sdp` with `layers` layers on the line `mid`; unchanged if the line has them already or sends nothing.
    static String withLayers(String sdp, String mid, int layers) {
        var out = new StringBuilder();
        var section = new ArrayList<String>();
        for (String line : sdp.split("\r\n")) {
            if (line.startsWith("m=")) {
                flush(section, mid, layers, out);
                section.clear();
            }
            section.add(line);
        }
        flush(section, mid, layers, out);
        return out.toString();
    }

    private static void flush(List<String> section, String mid, int layers, StringBuilder out) {
        var lines = section.contains("a=mid:" + mid) ? layered(section, layers) : section;
        lines.forEach(line -> out.append(line).append("\r\n"));
    }

    private static List<String> layered(List<String> section, int layers) {
        var pair = section.stream().filter(line -> line.startsWith("a=ssrc-group:FID ")).findFirst();
        if (pair.isEmpty() || section.stream().anyMatch(line -> line.startsWith("a=ssrc-group:SIM ")))
            return section;
        String[] words = pair.get().split(" ");
        long media = Long.parseLong(words[1]);
        long repair = Long.parseLong(words[2]);
        String cname = attribute(section, " cname:");
        String msid = attribute(section, " msid:");
        var lines = new ArrayList<>(section.stream().filter(line -> !line.startsWith("a=ssrc")).toList());
        var primaries = LongStream.range(media, media + layers).mapToObj(Long::toString).toList();
        lines.add("a=ssrc-group:SIM " + String.join(" ", primaries));
        IntStream.range(0, layers)
                .forEach(layer -> lines.add("a=ssrc-group:FID " + (media + layer) + " " + (repair + layer)));
        IntStream.range(0, layers).boxed().flatMap(layer -> List.of(media + layer, repair + layer).stream())
                .forEach(ssrc -> {
                    lines.add("a=ssrc:" + ssrc + " cname:" + cname);
                    if (msid != null)
                        lines.add("a=ssrc:" + ssrc + " msid:" + msid);
                });
        return lines;
    }

    private static @Nullable String attribute(List<String> section, String name) {
        return section.stream().filter(line -> line.startsWith("a=ssrc:") && line.contains(name))
                .map(line -> line.substring(line.indexOf(name) + name.length())).findFirst().orElse(null);
    }
}
