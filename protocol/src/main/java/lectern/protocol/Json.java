package lectern.protocol;

import java.util.List;
import lectern.protocol.material.DocumentReport;
import lectern.protocol.material.Hit;
import lectern.protocol.material.PageText;
import lectern.protocol.material.Uploaded;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/// Messages and events as JSON text and back. Fields that aren't known are passed over, so that a newer peer can say
/// more; fields that are missing or wrong are a [ProtocolException] that names them.
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16)
                    .maxStringLength(Limits.SDP_CHARS + 1).maxNumberLength(32).build())
            .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
            .build();

    public static String write(ClientMessage message) { return MAPPER.writeValueAsString(message); }

    public static String write(ServerMessage message) { return MAPPER.writeValueAsString(message); }

    public static String write(RoomEvent event) { return MAPPER.writeValueAsString(event); }

    public static ClientMessage readClient(String json) {
        return read(json, ClientMessage.class, Limits.MESSAGE_BYTES);
    }

    public static ServerMessage readServer(String json) {
        return read(json, ServerMessage.class, Limits.SERVER_MESSAGE_BYTES);
    }

    public static RoomEvent readEvent(String json) { return read(json, RoomEvent.class, Limits.SERVER_MESSAGE_BYTES); }

    public static String write(DocumentReport report) { return MAPPER.writeValueAsString(report); }

    public static DocumentReport readReport(String json) {
        return read(json, DocumentReport.class, Limits.SERVER_MESSAGE_BYTES);
    }

    public static String write(PageText text) { return MAPPER.writeValueAsString(text); }

    public static PageText readPageText(String json) { return read(json, PageText.class, Limits.SERVER_MESSAGE_BYTES); }

    public static String write(List<Hit> hits) { return MAPPER.writeValueAsString(hits); }

    public static List<Hit> readHits(String json) {
        return List.of(read(json, Hit[].class, Limits.SERVER_MESSAGE_BYTES));
    }

    public static String write(Uploaded uploaded) { return MAPPER.writeValueAsString(uploaded); }

    public static Uploaded readUploaded(String json) { return read(json, Uploaded.class, Limits.SERVER_MESSAGE_BYTES); }

    /// The message's `type`, as it stands in the JSON.
    public static String typeOf(ClientMessage message) {
        return message.getClass().getAnnotation(com.fasterxml.jackson.annotation.JsonTypeName.class).value();
    }

    private static <T> T read(String json, Class<T> type, int maxChars) {
        if (json.length() > maxChars) throw new ProtocolException("longer than a message may be");
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) throw new ProtocolException("null is no message");
            return value;
        } catch (JacksonException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause())
                if (cause instanceof ProtocolException named) throw named;
            throw new ProtocolException(e.getOriginalMessage());
        }
    }

    private Json() {}
}
