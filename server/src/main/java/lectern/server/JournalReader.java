package lectern.server;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;
import lectern.classroom.Recorded;
import lectern.protocol.Json;
import lectern.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/// Reads a [Journal]'s records one by one, as far as they are whole: a lesson's journal may be larger than what should be in
/// memory at once.
final class JournalReader {
    static final byte[] MAGIC = "LECTERN1".getBytes(StandardCharsets.US_ASCII);
    static final int HEADER_BYTES = 24;
    private static final int BODY_HEADER_BYTES = 16;
    private static final int READ_BYTES = 1 << 16;
    private static final byte[] TYPE = "{\"type\":\"".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final DataInputStream in;
    private final long size;
    private long length;
    private long seq;

    /// @param name of the file, for what is said to people
    /// @param size of the file
    JournalReader(String name, InputStream in, long size) throws IOException {
        this.name = name;
        this.in = new DataInputStream(new BufferedInputStream(in, READ_BYTES));
        this.size = size;
        if (!Arrays.equals(this.in.readNBytes(MAGIC.length), MAGIC))
            throw new ServerException(name + " is no journal of this program.");
        length = MAGIC.length;
    }

    /// The next record; null where no whole one stands.
    @Nullable
    Entry next() throws IOException {
        if (size - length < HEADER_BYTES) return null;
        int jsonBytes = in.readInt();
        int checksum = in.readInt();
        if (jsonBytes < 0 || jsonBytes > Journal.MAX_JSON_BYTES || size - length < HEADER_BYTES + jsonBytes)
            return null;
        byte[] body = in.readNBytes(BODY_HEADER_BYTES + jsonBytes);
        var crc = new CRC32C();
        crc.update(body);
        if (body.length < BODY_HEADER_BYTES + jsonBytes || (int) crc.getValue() != checksum) return null;
        var header = ByteBuffer.wrap(body);
        if (header.getLong() != seq + 1) return null;
        seq++;
        length += HEADER_BYTES - BODY_HEADER_BYTES + body.length;
        return new Entry(seq, Instant.ofEpochMilli(header.getLong()), body);
    }

    /// Bytes of the file that are whole, up to here.
    long length() {
        return length;
    }

    /// Of the last record that was read.
    long seq() {
        return seq;
    }

    /// One event as it stands in the file.
    final class Entry {
        final long seq;
        final Instant at;
        private final byte[] body;

        private Entry(long seq, Instant at, byte[] body) {
            this.seq = seq;
            this.at = at;
            this.body = body;
        }

        /// The event's type without reading the rest of it; empty where it doesn't stand in front.
        String type() {
            int from = BODY_HEADER_BYTES + TYPE.length, to = from;
            if (body.length < from || !Arrays.equals(body, BODY_HEADER_BYTES, from, TYPE, 0, TYPE.length)) return "";
            while (to < body.length && body[to] != '"') to++;
            return new String(body, from, to - from, StandardCharsets.UTF_8);
        }

        Recorded recorded() {
            try {
                String json = new String(body, BODY_HEADER_BYTES, body.length - BODY_HEADER_BYTES,
                        StandardCharsets.UTF_8);
                return new Recorded(seq, at, Json.readEvent(json));
            } catch (ProtocolException unknown) {
                throw new ServerException(name + ": event " + seq + " can't be read (" + unknown.getMessage()
                        + "). It was written by a newer version: use that one.", unknown);
            }
        }
    }
}
