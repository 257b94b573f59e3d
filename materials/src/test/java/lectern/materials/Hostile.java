package lectern.materials;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// Files that harm those who read them in good faith.
final class Hostile {
    static Path encrypted(Path file) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    static Path truncated(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(Samples.book(file, 1));
        return Files.write(file, Arrays.copyOf(whole, 200));
    }

    static Path noise(Path file) throws IOException {
        byte[] noise = new byte[200_000];
        new Random(4).nextBytes(noise);
        System.arraycopy("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), 0, noise, 0, 9);
        return Files.write(file, noise);
    }

    static Path pages(Path file, int count) throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < count; i++) document.addPage(new PDPage());
            document.save(file.toFile());
        }
        return file;
    }

    /// A page of 10 x 10 m.
    static Path wall(Path file) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(28_346, 28_346)));
            document.save(file.toFile());
        }
        return file;
    }

    /// A page whose content is 3 GB of blanks in 3 MB.
    static Path bomb(Path file) throws IOException {
        byte[] content = blanks(3_000L << 20);
        return pdf(file, List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>"), content);
    }

    static Path nested(Path file) throws IOException {
        return pdf(file, List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Deep " + "[".repeat(500_000) + "]".repeat(500_000)
                        + ">>"),
                null);
    }

    /// A tree of pages that has itself as its child.
    static Path endless(Path file) throws IOException {
        return pdf(file, List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 3/Kids[3 0 R 2 0 R]>>",
                "<</Type/Pages/Parent 2 0 R/Count 2/Kids[2 0 R 3 0 R]>>"), null);
    }

    /// Says that it has 2,000,000,000 pages.
    static Path boaster(Path file) throws IOException {
        return pdf(file, List.of("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"), null);
    }

    /// A form that draws itself twice, and so on.
    static Path mirror(Path file) throws IOException {
        var objects = new java.util.ArrayList<>(List.of("<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Count 1/Kids[3 0 R]>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>",
                "<</Length 4>>\nstream\n/F Do\nendstream"));
        String twice = "/F Do ".repeat(10);
        for (int i = 5; i < 25; i++)
            objects.add("<</Type/XObject/Subtype/Form/BBox[0 0 200 200]/Resources<</XObject<</F " + (i + 1)
                    + " 0 R>>>>/Length " + twice.length() + ">>\nstream\n" + twice + "\nendstream");
        objects.add("<</Type/XObject/Subtype/Form/BBox[0 0 200 200]/Length 9>>\nstream\n0 0 9 9 re f\nendstream");
        return pdf(file, objects, null);
    }

    /// A good page with a file in it whose name climbs.
    static Path climbing(Path file) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var name = "../../../climbed.txt";
            var embedded = new PDComplexFileSpecification();
            embedded.setFile(name);
            embedded.setEmbeddedFile(new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(new byte[10])));
            var files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(java.util.Map.of(name, embedded));
            var names = new org.apache.pdfbox.pdmodel.PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            document.getDocumentInformation().setTitle(name);
            document.save(file.toFile());
        }
        return file;
    }

    /// A PNG that says it has that many pixels and has few bytes.
    static Path picture(Path file, int width, int height) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(new byte[]{ (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array());
        chunk(out, "IDAT", blanks(64 << 10));
        chunk(out, "IEND", new byte[0]);
        return Files.write(file, out.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) throws IOException {
        byte[] named = (type + new String(data, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
        var crc = new CRC32();
        crc.update(named);
        out.write(ByteBuffer.allocate(4).putInt(data.length).array());
        out.write(named);
        out.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }

    private static byte[] blanks(long bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        byte[] blank = new byte[1 << 16];
        Arrays.fill(blank, (byte) ' ');
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            for (long done = 0; done < bytes; done += blank.length) out.write(blank);
        }
        return packed.toByteArray();
    }

    /// @param stream as the last object, packed
    private static Path pdf(Path file, List<String> objects, byte @org.jspecify.annotations.Nullable [] stream)
            throws IOException {
        var out = new ByteArrayOutputStream();
        var offsets = new java.util.ArrayList<Integer>();
        write(out, "%PDF-1.7\n");
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            write(out, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
        }
        if (stream != null) {
            offsets.add(out.size());
            write(out, offsets.size() + " 0 obj\n<</Filter/FlateDecode/Length " + stream.length + ">>\nstream\n");
            out.write(stream);
            write(out, "\nendstream\nendobj\n");
        }
        int table = out.size();
        write(out, "xref\n0 " + (offsets.size() + 1) + "\n0000000000 65535 f \n");
        for (int offset : offsets) write(out, String.format("%010d 00000 n \n", offset));
        write(out, "trailer\n<</Size " + (offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + table + "\n%%EOF\n");
        return Files.write(file, out.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private Hostile() {}
}
