package lectern.sfu.sdp;

import java.util.ArrayList;
import java.util.List;

/// Reads a description line by line. What stands before the first m-line counts for every section that doesn't say otherwise.
final class SdpReader {
    private final String[] lines;
    private long sessionId;
    private long version;
    private boolean iceLite;
    private final List<String> bundle = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final TransportReader sessionTransport = new TransportReader();
    private Direction sessionDirection = Direction.SENDRECV;
    private final List<SectionReader> sections = new ArrayList<>();

    SdpReader(String text) {
        if (text.length() > Sdp.MAX_CHARACTERS)
            throw new SdpException("a description may have " + Sdp.MAX_CHARACTERS + " characters");
        lines = text.split("\r\n|\n|\r", -1);
    }

    Sdp read() {
        if (!lines[0].equals("v=0"))
            throw new SdpException("a description begins with v=0");
        int inSection = 0;
        for (String line : lines) {
            if (line.isEmpty())
                continue;
            if (line.length() < 2 || line.charAt(1) != '=')
                throw new SdpException("not a line of a description: " + cut(line));
            if (++inSection > Sdp.MAX_LINES_A_SECTION)
                throw new SdpException("a section may have " + Sdp.MAX_LINES_A_SECTION + " lines");
            String value = line.substring(2);
            switch (line.charAt(0)) {
                case 'm' -> {
                    openSection(value);
                    inSection = 0;
                }
                case 'o' -> origin(value);
                case 'a' -> {
                    if (sections.isEmpty())
                        sessionAttribute(value);
                    else
                        sections.getLast().attribute(value);
                }
                default -> {
                    // v, s, t, c, b and what else there is: nothing that ICE and bundling leave a meaning
                }
            }
        }
        var media = sections.stream().map(s -> s.section(sessionTransport.transport(Transport.NONE), sessionDirection))
                .toList();
        refuseTwins(media);
        return new Sdp(sessionId, version, iceLite, bundle, others, media);
    }

    private static void refuseTwins(List<MediaSection> media) {
        var mids = new java.util.HashSet<String>();
        for (MediaSection section : media)
            if (!section.mid().isEmpty() && !mids.add(section.mid()))
                throw new SdpException("two sections have the mid " + cut(section.mid()));
    }

    private void openSection(String value) {
        if (sections.size() == Sdp.MAX_SECTIONS)
            throw new SdpException("a description may have " + Sdp.MAX_SECTIONS + " m-lines");
        sections.add(new SectionReader(value));
    }

    private void origin(String value) {
        String[] part = value.split(" ");
        if (part.length != 6)
            throw new SdpException("the origin line has six fields: " + cut(value));
        try {
            sessionId = Long.parseUnsignedLong(part[1]);
            version = Long.parseUnsignedLong(part[2]);
        } catch (NumberFormatException e) {
            throw new SdpException("the origin's session id and version are numbers: " + cut(value));
        }
    }

    private void sessionAttribute(String text) {
        Direction direction = Direction.parse(text);
        if (direction != null)
            sessionDirection = direction;
        else
            if (text.equals("ice-lite"))
                iceLite = true;
            else
                if (text.startsWith("group:BUNDLE")) {
                    if (bundle.isEmpty())
                        for (String mid : text.substring("group:BUNDLE".length()).strip().split(" +"))
                            if (!mid.isEmpty())
                                bundle.add(mid);
                } else
                    if (!sessionTransport.attribute(text))
                        others.add(text);
    }

    static String cut(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    static int number(String text, int max, String what) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > max)
            throw new SdpException(what + " is a number up to " + max + ": " + cut(text));
        return Integer.parseInt(text);
    }
}
