package lectern.sfu.sdp;

import static lectern.sfu.sdp.SdpReader.cut;
import static lectern.sfu.sdp.SdpReader.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the lines of one section.
final class SectionReader {
    private final String kind;
    private final int port;
    private final String protocol;
    private final List<String> formats = new ArrayList<>();
    private final Map<Integer, Payload> payloads = new LinkedHashMap<>();
    private final List<String> feedbackForAll = new ArrayList<>();
    private final List<HeaderExtension> extensions = new ArrayList<>();
    private final Map<Integer, Map<String, String>> sources = new LinkedHashMap<>();
    private final List<SourceGroup> groups = new ArrayList<>();
    private final List<Rid> rids = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final TransportReader transport = new TransportReader();
    private String mid = "";
    private @Nullable Direction direction;
    private @Nullable Simulcast simulcast;
    private @Nullable String msid;
    private boolean rtcpMux;
    private boolean rtcpReducedSize;
    private boolean bundleOnly;

    /// What the lines of one payload type have said so far.
    private static final class Payload {
        String encoding = "";
        int clockHz;
        int channels = 1;
        String format = "";
        final List<String> feedback = new ArrayList<>();
    }

    SectionReader(String line) {
        String[] part = line.split(" +");
        if (part.length < 4)
            throw new SdpException("an m-line is kind, port, protocol and formats: " + cut(line));
        kind = part[0];
        port = number(part[1].split("/")[0], 65_535, "a port");
        protocol = part[2];
        for (int i = 3; i < part.length; i++)
            if (protocol.contains("RTP/"))
                payloads.put(number(part[i], 127, "a payload type"), new Payload());
            else
                formats.add(part[i]);
    }

    void attribute(String text) {
        int colon = text.indexOf(':');
        String value = colon < 0 ? "" : text.substring(colon + 1).strip();
        switch (colon < 0 ? text : text.substring(0, colon)) {
            case "sendrecv", "sendonly", "recvonly", "inactive" -> direction = Direction.parse(text);
            case "mid" -> mid = token(value);
            case "msid" -> msid = value;
            case "rtcp-mux" -> rtcpMux = true;
            case "rtcp-rsize" -> rtcpReducedSize = true;
            case "bundle-only" -> bundleOnly = true;
            case "rtcp" -> {
                // the address of RTCP of its own, which multiplexing leaves no meaning
            }
            case "rtpmap" -> rtpmap(value);
            case "fmtp" -> {
                Payload payload = payload(value);
                if (payload != null)
                    payload.format = after(value);
            }
            case "rtcp-fb" -> feedback(value);
            case "extmap" -> extension(value);
            case "rid" -> rid(value);
            case "simulcast" -> simulcast(value);
            case "ssrc" -> source(value);
            case "ssrc-group" -> group(value);
            default -> {
                if (!transport.attribute(text))
                    others.add(text);
            }
        }
    }

    /// A mid travels in a header extension of at most 16 bytes, so that is what it may have.
    private static String token(String value) {
        if (!value.matches("[!-~]{1,16}"))
            throw new SdpException("a mid has 1 to 16 characters and no space: " + cut(value));
        return value;
    }

    private void rtpmap(String value) {
        Payload payload = payload(value);
        if (payload == null)
            return;
        String[] part = after(value).split("/");
        if (part.length < 2)
            throw new SdpException("an rtpmap names encoding and clock: " + cut(value));
        payload.encoding = part[0];
        payload.clockHz = number(part[1], 999_999_999, "a clock rate");
        payload.channels = part.length > 2 ? number(part[2], 255, "a channel count") : 1;
    }

    private void feedback(String value) {
        if (value.startsWith("*"))
            feedbackForAll.add(after(value));
        else {
            Payload payload = payload(value);
            if (payload != null)
                payload.feedback.add(after(value));
        }
    }

    /// The payload type that a line begins with; null for one that the m-line doesn't list.
    private @Nullable Payload payload(String value) {
        return payloads.get(number(value.split(" ", 2)[0], 127, "a payload type"));
    }

    private static String after(String value) {
        int space = value.indexOf(' ');
        return space < 0 ? "" : value.substring(space + 1).strip();
    }

    private void extension(String value) {
        String[] part = value.split(" +", 3);
        String[] id = part[0].split("/", 2);
        if (part.length < 2)
            throw new SdpException("an extmap has an id and a URI: " + cut(value));
        int number = number(id[0], 65_535, "an extmap's id");
        if (number >= 1 && number <= 255) // RFC 8285 §5: ids from 4096 on are offers for later
            extensions.add(new HeaderExtension(number, id.length == 2 ? Direction.parse(id[1]) : null, part[1],
                    part.length == 3 ? part[2].strip() : ""));
    }

    private void rid(String value) {
        String[] part = value.split(" +", 3);
        if (part.length < 2 || !part[0].matches("[A-Za-z0-9_-]{1,16}")) // RFC 8852: it travels in 16 bytes
            throw new SdpException("a rid has a name and a direction: " + cut(value));
        rids.add(new Rid(part[0], part[1].equals("send"), part.length == 3 ? part[2].strip() : ""));
    }

    private void simulcast(String value) {
        List<String> send = List.of();
        List<String> receive = List.of();
        String[] part = value.split(" +");
        for (int i = 0; i + 1 < part.length; i += 2) {
            if (part[i].equals("send"))
                send = firsts(part[i + 1]);
            else
                if (part[i].equals("recv"))
                    receive = firsts(part[i + 1]);
        }
        simulcast = new Simulcast(send, receive);
    }

    private static List<String> firsts(String streams) {
        var ids = new ArrayList<String>();
        for (String alternatives : streams.split(";")) {
            String id = alternatives.split(",")[0];
            id = id.startsWith("~") ? id.substring(1) : id;
            if (!id.isEmpty())
                ids.add(id);
        }
        return ids;
    }

    private void source(String value) {
        Map<String, String> attributes = sources.computeIfAbsent(ssrc(value.split(" ", 2)[0]),
                _ -> new LinkedHashMap<>());
        String rest = after(value);
        int colon = rest.indexOf(':');
        if (!rest.isEmpty())
            attributes.put(colon < 0 ? rest : rest.substring(0, colon), colon < 0 ? "" : rest.substring(colon + 1));
    }

    private void group(String value) {
        String[] part = value.split(" +");
        var ssrcs = new ArrayList<Integer>();
        for (int i = 1; i < part.length; i++)
            ssrcs.add(ssrc(part[i]));
        groups.add(new SourceGroup(part[0], ssrcs));
    }

    private static int ssrc(String text) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new SdpException("an SSRC is a number of 32 bits: " + cut(text));
        }
    }

    MediaSection section(Transport sessionTransport, Direction sessionDirection) {
        var types = new ArrayList<PayloadType>();
        payloads.forEach((number, p) -> {
            var feedback = new ArrayList<>(p.feedback);
            if (!p.encoding.equalsIgnoreCase("rtx"))
                feedback.addAll(feedbackForAll);
            types.add(new PayloadType(number, p.encoding, p.clockHz, p.channels, p.format, feedback));
        });
        var list = new ArrayList<Source>();
        sources.forEach((ssrc, attributes) -> list.add(new Source(ssrc, attributes)));
        return new MediaSection(kind, port, protocol, formats, mid, direction != null ? direction : sessionDirection,
                types, extensions, list, groups, rids, simulcast, msid, transport.transport(sessionTransport), rtcpMux,
                rtcpReducedSize, bundleOnly, others);
    }
}
