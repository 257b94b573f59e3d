package lectern.sfu.sdp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/// Descriptions that browsers and libwebrtc really wrote (Firefox's by hand, after RFC 8829), and ways to break them.
final class SdpSamples {
    private SdpSamples() {
    }

    static String text(String name) {
        try (var in = SdpSamples.class.getResourceAsStream(name + ".sdp")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sdp read(String name) {
        return Sdp.parse(text(name));
    }

    static List<String> all() {
        return Stream.of("chromium-publish-rids", "chromium-whep-recvonly", "chromium-datachannel",
                "webrtc-java-publish-sim", "firefox-publish").map(SdpSamples::text).toList();
    }

    /// Every attribute of every section, sorted, but for `a=rtcp`, which says nothing once RTCP is multiplexed.
    static List<String> attributes(String text) {
        var found = new ArrayList<String>();
        int section = 0;
        for (String line : text.split("\r?\n")) {
            if (line.startsWith("m="))
                section++;
            if (line.startsWith("a=") && !line.startsWith("a=rtcp:"))
                found.add(
                        section + " " + line.strip().replace("msid-semantic:", "msid-semantic: ").replace(":  ", ": "));
        }
        found.sort(null);
        return found;
    }

    static String mutate(String text, Random random) {
        var lines = new ArrayList<>(List.of(text.split("\r\n")));
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int i = random.nextInt(lines.size());
            String line = lines.get(i);
            int at = line.isEmpty() ? 0 : random.nextInt(line.length());
            switch (random.nextInt(7)) {
                case 0 -> lines.remove(i);
                case 1 -> lines.add(i, lines.get(random.nextInt(lines.size())));
                case 2 -> lines.set(i, line.substring(0, at));
                case 3 -> lines.set(i, line.substring(at));
                case 4 -> lines.set(i, line.substring(0, at) + (char) random.nextInt(1, 300) + line.substring(at));
                case 5 -> lines.set(i, line.substring(0, at) + random.nextLong() + line.substring(at));
                default -> lines.set(i, line.replaceFirst("[0-9]+", "" + random.nextInt()));
            }
            if (lines.isEmpty())
                lines.add("");
        }
        return String.join("\r\n", lines) + "\r\n";
    }
}
