package lectern.server;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import lectern.classroom.Recorded;
import lectern.protocol.Json;
import lectern.protocol.ProtocolException;
import org.jspecify.annotations.Nullable;

/// What happened in a room, on disk: an append-only file that outlives a killed process and a pulled plug.
///
/// Eight bytes of magic, then records: length of the JSON (4 bytes), CRC-32C of what follows it (4), sequence number (8), time in
/// ms since 1970 (8), the event as JSON. A batch is written at once and forced once. A record that isn't whole ends the
/// story: what stands behind is moved to `<name>.cut`, never thrown away. Owned by one thread.
final class Journal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
    private static final byte[] MAGIC = "LECTERN1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 24;
    private static final int BODY_HEADER_BYTES = 16;
    private static final int READ_BYTES = 1 << 16;
    /// An edit is a client's message of at most 128 KB; with every number and field written out it stays under this.
    static final int MAX_JSON_BYTES = 1024 * 1024;

    private final Path file;
    private final FileChannel channel;
    private final List<Recorded> waiting = new ArrayList<>();
    private long length;
    private long seq;
    private boolean failing;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// @param story is told what the file holds, event by event
    static Journal open(Path file, Consumer<Recorded> story) throws IOException {
        FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PrivateFiles.mode("rw-------"));
        var journal = new Journal(file, channel);
        try {
            journal.read(story);
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    long bytes() {
        return length;
    }

    /// Writes and forces. Where the disk refuses, the class goes on: the records wait here and are tried again with the next
    /// ones.
    ///
    /// @return whether everything is on disk now
    boolean append(List<Recorded> batch) {
        waiting.addAll(batch);
        if (waiting.isEmpty()) return true;
        try {
            ByteBuffer bytes = encode(waiting);
            long at = length;
            while (bytes.hasRemaining()) at += channel.write(bytes, at);
            channel.force(false);
            length = at;
            waiting.clear();
            if (failing) LOG.log(System.Logger.Level.INFO, "The journal is written again.");
            failing = false;
            return true;
        } catch (IOException e) {
            if (!failing)
                LOG.log(System.Logger.Level.ERROR, "The journal " + file
                        + " can't be written; the class goes on, and what happens is kept in memory until it can.", e);
            failing = true;
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        append(List.of());
        channel.close();
    }

    /// Record by record: a lesson's journal may be larger than what should be in memory at once.
    private void read(Consumer<Recorded> story) throws IOException {
        long size = channel.size();
        if (size < MAGIC.length) {
            cut(size);
            channel.write(ByteBuffer.wrap(MAGIC), 0);
            channel.force(true);
            length = MAGIC.length;
            return;
        }
        var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), READ_BYTES));
        if (!Arrays.equals(in.readNBytes(MAGIC.length), MAGIC))
            throw new ServerException(file + " is no journal of this program.");
        length = MAGIC.length;
        byte[] body = next(in, size);
        while (body != null) {
            story.accept(recorded(body));
            length += HEADER_BYTES - BODY_HEADER_BYTES + body.length;
            body = next(in, size);
        }
        cut(size);
    }

    /// What the checksum of the next record is over; null where no whole record stands.
    private byte @Nullable [] next(DataInputStream in, long size) throws IOException {
        if (size - length < HEADER_BYTES) return null;
        int jsonBytes = in.readInt();
        int checksum = in.readInt();
        if (jsonBytes < 0 || jsonBytes > MAX_JSON_BYTES || size - length < HEADER_BYTES + jsonBytes) return null;
        byte[] body = in.readNBytes(BODY_HEADER_BYTES + jsonBytes);
        var crc = new CRC32C();
        crc.update(body);
        if (body.length < BODY_HEADER_BYTES + jsonBytes || (int) crc.getValue() != checksum) return null;
        return ByteBuffer.wrap(body).getLong() == seq + 1 ? body : null;
    }

    private Recorded recorded(byte[] body) {
        var header = ByteBuffer.wrap(body);
        seq = header.getLong();
        Instant at = Instant.ofEpochMilli(header.getLong());
        try {
            String json = new String(body, BODY_HEADER_BYTES, body.length - BODY_HEADER_BYTES, StandardCharsets.UTF_8);
            return new Recorded(seq, at, Json.readEvent(json));
        } catch (ProtocolException unknown) {
            throw new ServerException(file + ": event " + seq + " can't be read (" + unknown.getMessage()
                    + "). It was written by a newer version: use that one.", unknown);
        }
    }

    private void cut(long size) throws IOException {
        long lost = size - length;
        if (lost == 0) return;
        Path rest = file.resolveSibling(file.getFileName() + ".cut");
        try (var out = FileChannel.open(rest, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                PrivateFiles.mode("rw-------"))) {
            for (long at = length; at < size;) at += channel.transferTo(at, size - at, out);
        }
        channel.truncate(length);
        channel.force(true);
        LOG.log(System.Logger.Level.WARNING, "The journal " + file + " has a record that isn't whole after event " + seq
                + ": " + lost + " bytes were moved to " + rest.getFileName() + ".");
    }

    private static ByteBuffer encode(List<Recorded> batch) {
        var jsons = batch.stream().map(r -> Json.write(r.event()).getBytes(StandardCharsets.UTF_8)).toList();
        ByteBuffer out = ByteBuffer.allocate(jsons.stream().mapToInt(json -> HEADER_BYTES + json.length).sum());
        for (int i = 0; i < batch.size(); i++) {
            byte[] json = jsons.get(i);
            int start = out.position();
            out.putInt(json.length).putInt(0).putLong(batch.get(i).seq()).putLong(batch.get(i).at().toEpochMilli())
                    .put(json);
            var crc = new CRC32C();
            crc.update(out.slice(start + 8, 16 + json.length));
            out.putInt(start + 4, (int) crc.getValue());
        }
        return out.flip();
    }
}
