package lectern.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// Files that harm those who read them in good faith, with what a person is told of each.
final class HostileFiles {
    private static final String BROKEN = "damaged";
    private final Path folder;
    private final Map<Path, String> words = new LinkedHashMap<>();

    private HostileFiles(Path folder) { this.folder = folder; }

    /// By file, a part of the words; empty where the file may come onto the board, since only a part of it is bad.
    static Map<Path, String> in(Path folder) throws IOException {
        var files = new HostileFiles(folder);
        files.documents();
        files.decks();
        files.pictures();
        return files.words;
    }

    private void documents() throws IOException {
        Path huge = is("huge.pdf", "too large");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 30); // takes no room
        }
        pages(is("long.pdf", "too many pages"), 5_000, PDRectangle.A4);
        pages(is("wall.pdf", "too large"), 1, new PDRectangle(28_346, 28_346)); // 10 x 10 m
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            document.save(is("locked.pdf", "password").toFile());
        }
        byte[] book = Files.readAllBytes(Papers.pdf(folder.resolve("whole.pdf"), 3));
        Files.write(is("cut.pdf", BROKEN), Arrays.copyOf(book, 200));
        byte[] noise = new byte[200_000];
        new Random(4).nextBytes(noise);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 9);
        Files.write(is("noise.pdf", BROKEN), noise);
        Files.write(is("bomb.pdf", ""), bomb());
        Files.write(is("program.pdf", "can’t be"),
                new byte[]{ 'M', 'Z', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
                        16, 17, 18});
    }

    private void decks() throws IOException {
        byte[] deck = Files.readAllBytes(Papers.deck(folder.resolve("whole.pptx"), 1));
        Files.write(is("cut.pptx", "can’t be"), Arrays.copyOf(deck, deck.length / 2));
        String laughs = "<!DOCTYPE p [<!ENTITY a \"ha\">";
        for (char c = 'b'; c < 'n'; c++)
            laughs += "<!ENTITY " + c + " \"" + ("&" + (char) (c - 1) + ";").repeat(10) + "\">";
        Files.write(is("laughs.pptx", "can’t be"), with(deck, "ppt/slides/slide1.xml",
                ("<?xml version=\"1.0\"?>" + laughs + "]><p>&m;</p>").getBytes(StandardCharsets.UTF_8), 0));
        Files.write(is("zip.pptx", "can’t be"), with(deck, "ppt/slides/slide1.xml",
                "<?xml version=\"1.0\"?><p>".getBytes(StandardCharsets.UTF_8), 2L << 30));
        Files.write(is("climbing.pptx", ""),
                with(deck, "../../../../../../climbed.txt", "climbed".getBytes(StandardCharsets.UTF_8), 0));
        Files.writeString(is("laughs.svg", "can’t be"), "<?xml version=\"1.0\"?>" + laughs
                + "]><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><text>&m;</text></svg>");
    }

    private void pictures() throws IOException {
        Files.write(is("wide.png", "too large"), png(60_000, 60_000));
        Files.write(is("phone.heic", "HEIC"),
                ByteBuffer.allocate(64).putInt(24).put("ftypheic".getBytes(StandardCharsets.US_ASCII))
                        .putInt(0).put("mif1heic".getBytes(StandardCharsets.US_ASCII)).array());
    }

    private Path is(String name, String what) {
        Path file = folder.resolve(name);
        words.put(file, what);
        return file;
    }

    private static void pages(Path file, int count, PDRectangle size) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < count; i++) document.addPage(new PDPage(size));
            document.save(file.toFile());
        }
    }

    /// A page whose content is 3 GB of blanks in 3 MB.
    private static byte[] bomb() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            blanks(out, 3L << 30);
        }
        String start = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1"
                + "/Kids[3 0 R]>>\nendobj\n3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>\n"
                + "endobj\n4 0 obj\n<</Filter/FlateDecode/Length " + packed.size() + ">>\nstream\n";
        var out = new ByteArrayOutputStream();
        out.write(start.getBytes(StandardCharsets.US_ASCII));
        packed.writeTo(out);
        out.write("\nendstream\nendobj\ntrailer\n<</Size 5/Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void blanks(OutputStream out, long bytes) throws IOException {
        byte[] blank = new byte[1 << 16];
        Arrays.fill(blank, (byte) ' ');
        for (long done = 0; done < bytes; done += blank.length) out.write(blank);
    }

    /// The deck with another entry in the place of that of the same name, or besides.
    private static byte[] with(byte[] deck, String name, byte[] content, long blanks) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new java.io.ByteArrayInputStream(deck));
                var out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (ZipEntry entry; (entry = in.getNextEntry()) != null;) {
                if (entry.getName().equals(name)) continue;
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.transferTo(out);
            }
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
            blanks(out, blanks);
        }
        return bytes.toByteArray();
    }

    /// Says that it has that many pixels and has few bytes.
    private static byte[] png(int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[]{ (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array());
        chunk(out, "IDAT", new byte[1000]);
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        var named = new ByteArrayOutputStream();
        named.write(type.getBytes(StandardCharsets.US_ASCII));
        named.write(data);
        var crc = new CRC32();
        crc.update(named.toByteArray());
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        named.writeTo(out);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
