package lectern.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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
    static final int MAX_JSON_BYTES = 64 * 1024;

    private final Path file;
    private final FileChannel channel;
    private final List<Recorded> events = new ArrayList<>();
    private final List<Recorded> waiting = new ArrayList<>();
    private long length;
    private boolean failing;

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static Journal open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PrivateFiles.mode("rw-------"));
        var journal = new Journal(file, channel);
        try {
            journal.read();
            return journal;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /// What the file held when it was opened.
    List<Recorded> events() {
        return List.copyOf(events);
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

    private void read() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        if (bytes.remaining() < MAGIC.length) {
            cut(bytes, 0);
            channel.write(ByteBuffer.wrap(MAGIC), 0);
            channel.force(true);
            length = MAGIC.length;
            return;
        }
        byte[] magic = new byte[MAGIC.length];
        bytes.get(magic);
        if (!Arrays.equals(magic, MAGIC)) throw new ServerException(file + " is no journal of this program.");
        while (true) {
            int at = bytes.position();
            Recorded next = next(bytes);
            if (next == null) {
                cut(bytes, at);
                length = at;
                return;
            }
            events.add(next);
        }
    }

    private @Nullable Recorded next(ByteBuffer bytes) {
        if (bytes.remaining() < HEADER_BYTES) return null;
        int jsonBytes = bytes.getInt();
        int checksum = bytes.getInt();
        if (jsonBytes < 0 || jsonBytes > MAX_JSON_BYTES || bytes.remaining() < 16 + jsonBytes) return null;
        var crc = new CRC32C();
        crc.update(bytes.slice(bytes.position(), 16 + jsonBytes));
        if ((int) crc.getValue() != checksum) return null;
        long seq = bytes.getLong();
        Instant at = Instant.ofEpochMilli(bytes.getLong());
        byte[] json = new byte[jsonBytes];
        bytes.get(json);
        if (seq != events.size() + 1) return null;
        try {
            return new Recorded(seq, at, Json.readEvent(new String(json, StandardCharsets.UTF_8)));
        } catch (ProtocolException unknown) {
            throw new ServerException(file + ": event " + seq + " can't be read (" + unknown.getMessage()
                    + "). It was written by a newer version: use that one.", unknown);
        }
    }

    private void cut(ByteBuffer bytes, int at) throws IOException {
        int lost = bytes.limit() - at;
        if (lost == 0) return;
        Path rest = file.resolveSibling(file.getFileName() + ".cut");
        Files.write(rest, Arrays.copyOfRange(bytes.array(), at, bytes.limit()), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        channel.truncate(at);
        channel.force(true);
        LOG.log(System.Logger.Level.WARNING,
                "The journal " + file + " has a record that isn't whole after event " + events.size()
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
