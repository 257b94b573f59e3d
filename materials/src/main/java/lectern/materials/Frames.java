package lectern.materials;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// What goes between parent and child: the JSON's length, the body's length (both 32 bits, big end first), the JSON, the
/// body.
final class Frames {
    /// 20,000 words with their boxes, and room.
    private static final int MOST_JSON = 8 << 20;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build()).build()).build();

    record Frame<T>(T message, byte[] body) {}

    static void write(DataOutputStream out, Object message, byte[] body) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(message);
        out.writeInt(json.length);
        out.writeInt(body.length);
        out.write(json);
        out.write(body);
        out.flush();
    }

    /// @throws IOException at the stream's end, and when what comes is no frame or longer than it may be
    static <T> Frame<T> read(DataInputStream in, Class<T> type, int mostBody) throws IOException {
        int jsonBytes = in.readInt();
        int bodyBytes = in.readInt();
        if (jsonBytes <= 0 || jsonBytes > MOST_JSON || bodyBytes < 0 || bodyBytes > mostBody)
            throw new IOException("a frame of " + jsonBytes + " and " + bodyBytes + " bytes");
        byte[] json = in.readNBytes(jsonBytes);
        byte[] body = in.readNBytes(bodyBytes);
        if (json.length < jsonBytes || body.length < bodyBytes) throw new IOException("the frame ends early");
        return new Frame<>(parse(json, type), body);
    }

    static String text(Object value) { return MAPPER.writeValueAsString(value); }

    static <T> T parse(String json, Class<T> type) { return MAPPER.readValue(json, type); }

    private static <T> T parse(byte[] json, Class<T> type) throws IOException {
        try {
            return MAPPER.readValue(json, type);
        } catch (JacksonException e) {
            throw new IOException("no " + type.getSimpleName(), e);
        }
    }

    private Frames() {}
}
