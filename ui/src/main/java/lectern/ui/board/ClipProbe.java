package lectern.ui.board;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import lectern.protocol.BoardLimits;

/// What a file says of itself in its head: is it a clip, and how large is its picture. Told from the container alone, so the answer
/// is there at once and for clips, too, that this program doesn't play. Bounded in what it reads; any thread.
public final class ClipProbe {
    private static final int HEAD_BYTES = 1 << 20; // Matroska: what is wanted stands before the first cluster
    private static final int MOOV_BYTES = 16 << 20;
    private static final int TOP_BOXES = 1_000;

    /// @param picture   false for sound alone
    /// @param width     of the picture in its own pixels; 0 where that isn't known or there is none
    /// @param durationS 0 where it isn't known
    public record Found(boolean picture, int width, int height, double durationS) {
        static final Found SOUND = new Found(false, 0, 0, 0);

        public Found {
            if (width <= 0 || height <= 0 || width > 16_384 || height > 16_384) width = height = 0;
            if (!(durationS > 0 && durationS <= BoardLimits.CLIP_S)) durationS = 0;
        }
    }

    /// Empty for what is no film and no sound.
    public static Optional<Found> of(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            var head = read(channel, 0, (int) Math.min(HEAD_BYTES, channel.size()));
            if (head.remaining() < 12) return Optional.empty();
            String four = ascii(head, 0), eight = ascii(head, 4), twelve = ascii(head, 8);
            return switch (four) {
                case "RIFF" -> twelve.equals("WAVE") ? Optional.of(Found.SOUND) : Optional.empty();
                case "FORM" -> twelve.startsWith("AIF") ? Optional.of(Found.SOUND) : Optional.empty();
                case "OggS", "fLaC" -> Optional.of(Found.SOUND);
                default -> {
                    if (four.startsWith("ID3") || isFrameOfSound(head)) yield Optional.of(Found.SOUND);
                    if (head.getInt(0) == Matroska.EBML) yield Optional.of(Matroska.read(head));
                    yield isMovie(eight, twelve) ? Optional.of(movie(channel)) : Optional.empty();
                }
            };
        }
    }

    /// ISO/IEC 14496-12 §4.3, and QuickTime's files from before it. Pictures (HEIC, AVIF) are kept in the same boxes.
    private static boolean isMovie(String type, String brand) {
        return switch (type) {
            case "ftyp" -> !brand.startsWith("hei") && !brand.startsWith("hev") && !brand.startsWith("avi")
                    && !brand.startsWith("mif") && !brand.startsWith("msf");
            case "moov", "mdat", "wide", "free", "skip", "pnot" -> true;
            default -> false;
        };
    }

    /// MPEG sound, layer III or AAC in ADTS: eleven ones, then a version and a layer.
    private static boolean isFrameOfSound(ByteBuffer head) {
        int first = head.getShort(0) & 0xffff;
        return (first & 0xffe6) == 0xffe2 || (first & 0xfff6) == 0xfff0;
    }

    private static Found movie(SeekableByteChannel channel) throws IOException {
        long at = 0;
        for (int i = 0; i < TOP_BOXES && at + 8 <= channel.size(); i++) {
            var box = read(channel, at, (int) Math.min(16, channel.size() - at));
            long size = box.getInt(0) & 0xffff_ffffL;
            int skip = 8;
            if (size == 1 && box.remaining() == 16) {
                size = box.getLong(8);
                skip = 16;
            } else if (size == 0) size = channel.size() - at;
            if (size < skip || size > channel.size() - at) break;
            if (ascii(box, 4).equals("moov") && size <= MOOV_BYTES)
                return Boxes.movie(read(channel, at + skip, (int) (size - skip)));
            at += size;
        }
        return new Found(true, 0, 0, 0);
    }

    private static ByteBuffer read(SeekableByteChannel channel, long at, int bytes) throws IOException {
        var buffer = ByteBuffer.allocate(bytes);
        channel.position(at);
        while (buffer.hasRemaining()) if (channel.read(buffer) < 0) throw new EOFException("the file grew shorter");
        return buffer.flip();
    }

    private static String ascii(ByteBuffer from, int at) {
        var four = new byte[4];
        from.get(at, four);
        return new String(four, StandardCharsets.ISO_8859_1);
    }

    /// What is within a `moov`.
    private static final class Boxes {
        private double durationS;
        private boolean picture;
        private int width, height;

        static Found movie(ByteBuffer moov) {
            var boxes = new Boxes();
            try {
                boxes.each(moov, 0);
            } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
                // cut short: what was found until then is what is known
            }
            return new Found(boxes.picture, boxes.width, boxes.height, boxes.durationS);
        }

        private void each(ByteBuffer in, int depth) {
            int tall = 0, wide = 0;
            while (in.remaining() >= 8) {
                int size = in.getInt();
                String type = ascii(in, in.position());
                in.getInt();
                if (size < 8 || size - 8 > in.remaining()) return;
                var box = in.slice(in.position(), size - 8);
                in.position(in.position() + size - 8);
                switch (type) {
                    case "mvhd" -> durationS = box.get(0) == 1
                            ? (double) box.getLong(24) / box.getInt(20)
                            : (double) (box.getInt(16) & 0xffff_ffffL) / box.getInt(12);
                    case "tkhd" -> {
                        int matrix = box.get(0) == 1 ? 52 : 40;
                        boolean lies = box.getInt(matrix) == 0; // turned by a quarter, as phones do
                        wide = box.getInt(matrix + (lies ? 40 : 36)) >>> 16;
                        tall = box.getInt(matrix + (lies ? 36 : 40)) >>> 16;
                    }
                    case "hdlr" -> picture |= ascii(box, 8).equals("vide");
                    case "trak", "mdia" -> {
                        boolean before = picture;
                        if (depth < 2) each(box, depth + 1);
                        if (type.equals("mdia") && picture && !before) {
                            width = wide;
                            height = tall;
                        }
                    }
                    default -> {
                    }
                }
            }
        }
    }

    /// What is within Matroska and WebM (RFC 9559).
    private static final class Matroska {
        static final int EBML = 0x1a45dfa3;
        private static final int SEGMENT = 0x18538067, INFO = 0x1549a966, SCALE = 0x2ad7b1, DURATION = 0x4489;
        private static final int TRACKS = 0x1654ae6b, ENTRY = 0xae, VIDEO = 0xe0, WIDTH = 0xb0, HEIGHT = 0xba;

        private long scaleNs = 1_000_000;
        private double duration;
        private boolean picture;
        private int width, height;

        static Found read(ByteBuffer head) {
            var found = new Matroska();
            try {
                found.each(head, 0);
            } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
                // the head ends here
            }
            return new Found(found.picture, found.width, found.height, found.duration * found.scaleNs / 1e9);
        }

        private void each(ByteBuffer in, int depth) {
            while (in.remaining() >= 2) {
                int id = (int) number(in, false);
                long size = number(in, true);
                boolean open = size < 0 || size > in.remaining(); // a segment's end isn't in its head
                var element = in.slice(in.position(), open ? in.remaining() : (int) size);
                switch (id) {
                    case SEGMENT, INFO, TRACKS, ENTRY -> {
                        if (depth < 4) each(element, depth + 1);
                    }
                    case VIDEO -> {
                        picture = true;
                        if (width == 0) each(element, depth + 1);
                    }
                    case SCALE -> scaleNs = whole(element);
                    case DURATION -> duration = element.remaining() == 4 ? element.getFloat() : element.getDouble();
                    case WIDTH -> width = (int) whole(element);
                    case HEIGHT -> height = (int) whole(element);
                    default -> {
                    }
                }
                if (open) return;
                in.position(in.position() + (int) size);
            }
        }

        /// RFC 8794 §4: as many bytes as the first has zeros in front, and one.
        ///
        /// @param plain without the bit that marks the length; -1 when all others are one: unknown
        private static long number(ByteBuffer in, boolean plain) {
            int first = in.get() & 0xff;
            int more = Integer.numberOfLeadingZeros(first) - 24;
            if (more > 7) throw new IndexOutOfBoundsException();
            long value = plain ? first & 0x7f >> more : first;
            for (int i = 0; i < more; i++) value = value << 8 | in.get() & 0xff;
            return plain && value == (1L << 7 * (more + 1)) - 1 ? -1 : value;
        }

        private static long whole(ByteBuffer element) {
            long value = 0;
            while (element.hasRemaining()) value = value << 8 | element.get() & 0xff;
            return value;
        }
    }

    private ClipProbe() {}
}
