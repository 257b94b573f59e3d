package lectern.sfu.sdp;

import java.util.List;
import java.util.Map;

/// Writes a description in the order of lines that RFC 8866 asks for.
final class SdpWriter {
    private final StringBuilder out = new StringBuilder(4_096);

    private SdpWriter() {
    }

    static String write(Sdp sdp) {
        var writer = new SdpWriter();
        writer.session(sdp);
        sdp.media().forEach(writer::section);
        return writer.out.toString();
    }

    private void session(Sdp sdp) {
        line("v=0");
        line("o=- " + Long.toUnsignedString(sdp.sessionId()) + " " + sdp.version() + " IN IP4 127.0.0.1");
        line("s=-");
        line("t=0 0");
        if (!sdp.bundle().isEmpty())
            attribute("group:BUNDLE " + String.join(" ", sdp.bundle()));
        sdp.others().forEach(this::attribute);
        if (sdp.iceLite())
            attribute("ice-lite");
    }

    private void section(MediaSection m) {
        boolean rtp = m.overRtp();
        var formats = rtp ? m.payloads().stream().map(p -> "" + p.number()).toList() : m.formats();
        line("m=" + m.kind() + " " + m.port() + " " + m.protocol() + " "
                + (formats.isEmpty() ? "0" : String.join(" ", formats)));
        line("c=IN IP4 0.0.0.0");
        if (rtp && !m.rejected())
            attribute("rtcp:9 IN IP4 0.0.0.0");
        transport(m.transport());
        if (!m.mid().isEmpty())
            attribute("mid:" + m.mid());
        m.extensions().forEach(this::extension);
        if (rtp || m.direction() != Direction.SENDRECV)
            attribute(m.direction().attribute());
        optional("msid:", m.msid());
        flag("rtcp-mux", m.rtcpMux());
        flag("rtcp-rsize", m.rtcpReducedSize());
        flag("bundle-only", m.bundleOnly());
        m.payloads().forEach(this::payload);
        m.rids().forEach(r -> attribute("rid:" + r.id() + (r.send() ? " send" : " recv")
                + (r.restrictions().isEmpty() ? "" : " " + r.restrictions())));
        if (m.simulcast() != null)
            attribute("simulcast:" + simulcast(m.simulcast()));
        for (SourceGroup group : m.groups())
            attribute("ssrc-group:" + group.semantics() + ssrcs(group.ssrcs()));
        m.sources().forEach(this::source);
        m.others().forEach(this::attribute);
    }

    private void transport(Transport t) {
        for (Candidate candidate : t.candidates())
            attribute("candidate:" + candidate.write());
        flag("end-of-candidates", t.endOfCandidates());
        optional("ice-ufrag:", t.ufrag());
        optional("ice-pwd:", t.password());
        if (!t.iceOptions().isEmpty())
            attribute("ice-options:" + t.iceOptions());
        for (Fingerprint fingerprint : t.fingerprints())
            attribute("fingerprint:" + fingerprint.hash() + " " + fingerprint.value());
        optional("setup:", t.setup());
    }

    private void extension(HeaderExtension e) {
        attribute("extmap:" + e.id() + (e.direction() == null ? "" : "/" + e.direction().attribute()) + " " + e.uri()
                + (e.attributes().isEmpty() ? "" : " " + e.attributes()));
    }

    private void payload(PayloadType p) {
        if (!p.encoding().isEmpty())
            attribute("rtpmap:" + p.number() + " " + p.encoding() + "/" + p.clockHz()
                    + (p.channels() == 1 ? "" : "/" + p.channels()));
        for (String feedback : p.feedback())
            attribute("rtcp-fb:" + p.number() + " " + feedback);
        if (!p.format().isEmpty())
            attribute("fmtp:" + p.number() + " " + p.format());
    }

    private void source(Source source) {
        String ssrc = "ssrc:" + Integer.toUnsignedString(source.ssrc());
        if (source.attributes().isEmpty())
            attribute(ssrc);
        for (Map.Entry<String, String> a : source.attributes().entrySet())
            attribute(ssrc + " " + a.getKey() + (a.getValue().isEmpty() ? "" : ":" + a.getValue()));
    }

    private static String simulcast(Simulcast s) {
        String send = s.send().isEmpty() ? "" : "send " + String.join(";", s.send());
        String receive = s.receive().isEmpty() ? "" : "recv " + String.join(";", s.receive());
        return (send + " " + receive).strip();
    }

    private static String ssrcs(List<Integer> ssrcs) {
        var text = new StringBuilder();
        ssrcs.forEach(s -> text.append(' ').append(Integer.toUnsignedString(s)));
        return text.toString();
    }

    private void optional(String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null)
            attribute(name + value);
    }

    private void flag(String name, boolean set) {
        if (set)
            attribute(name);
    }

    private void attribute(String text) {
        line("a=" + text);
    }

    private void line(String text) {
        out.append(text).append("\r\n");
    }
}
