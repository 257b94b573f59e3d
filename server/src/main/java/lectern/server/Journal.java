package lectern.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import lectern.classroom.Recorded;
import lectern.protocol.Json;

/// What happened in a room, on disk: an append-only file that outlives a killed process and a pulled plug.
///
/// Eight bytes of magic, then records: length of the JSON (4 bytes), CRC-32C of what follows it (4), sequence number (8), time in
/// ms since 1970 (8), the event as JSON. A batch is written at once and forced once. A record that isn't whole ends the
/// story: what stands behind is moved to `<name>.cut`, never thrown away. Owned by one thread.
final class Journal implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Journal.class.getName());
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

    private void read(Consumer<Recorded> story) throws IOException {
        long size = channel.size();
        if (size < JournalReader.MAGIC.length) {
            cut(size);
            channel.write(ByteBuffer.wrap(JournalReader.MAGIC), 0);
            channel.force(true);
            length = JournalReader.MAGIC.length;
            return;
        }
        var reader = new JournalReader(file.toString(), Channels.newInputStream(channel), size);
        for (var entry = reader.next(); entry != null; entry = reader.next()) story.accept(entry.recorded());
        length = reader.length();
        seq = reader.seq();
        cut(size);
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
        ByteBuffer out = ByteBuffer
                .allocate(jsons.stream().mapToInt(json -> JournalReader.HEADER_BYTES + json.length).sum());
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
