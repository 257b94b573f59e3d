package lectern.materials;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// What an office program's file is by what is packed in it.
final class OfficeKind {
    private static final int MOST_TEXT = 8 << 20;
    private static final Map<String, FileKind> OPEN_DOCUMENT = Map.of("presentation", FileKind.ODP,
            "presentation-template", FileKind.ODP, "text", FileKind.ODT, "text-template", FileKind.ODT, "spreadsheet",
            FileKind.ODS, "spreadsheet-template", FileKind.ODS);
    private static final String ODF = "application/vnd.oasis.opendocument.";

    /// ECMA-376 part 2 §10.1.2.2: the content types name the main part; ODF 1.3 part 2 §3.3: so does `mimetype`.
    static FileKind ofZip(File file) throws IOException {
        try (var zip = new ZipFile(file)) {
            String mime = text(zip, "mimetype").strip();
            if (mime.startsWith(ODF)) {
                if (text(zip, "META-INF/manifest.xml").contains("encryption-data")) return FileKind.LOCKED;
                return OPEN_DOCUMENT.getOrDefault(mime.substring(ODF.length()), FileKind.OTHER);
            }
            String types = text(zip, "[Content_Types].xml");
            // Decks, shows and templates, with macros (which nothing here runs) and without.
            if (types.contains("presentationml.") && types.contains(".main+xml") || types.contains("ms-powerpoint."))
                return FileKind.PPTX;
            if (types.contains("wordprocessingml.") || types.contains("ms-word.")) return FileKind.DOCX;
            if (types.contains("spreadsheetml.") || types.contains("ms-excel.")) return FileKind.XLSX;
            return FileKind.OTHER;
        }
    }

    static FileKind ofOle(File file) throws IOException {
        try (var ole = new POIFSFileSystem(file, true)) {
            DirectoryNode root = ole.getRoot();
            if (has(root, "EncryptedPackage") || has(root, "EncryptedSummary")) return FileKind.LOCKED;
            if (has(root, "PowerPoint Document")) return FileKind.PPT;
            if (has(root, "WordDocument")) return isLocked(root) ? FileKind.LOCKED : FileKind.DOC;
            if (has(root, "Workbook") || has(root, "Book")) return FileKind.XLS;
            return FileKind.OTHER;
        }
    }

    /// [MS-DOC] §2.5.2: bit F of the 16 bits at 10.
    private static boolean isLocked(DirectoryNode root) throws IOException {
        try (var in = root.createDocumentInputStream("WordDocument")) {
            byte[] start = in.readNBytes(12);
            return start.length == 12 && (start[11] & 1) != 0;
        }
    }

    private static boolean has(DirectoryNode root, String name) { return root.hasEntryCaseInsensitive(name); }

    private static String text(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) return "";
        try (var in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
        }
    }

    private OfficeKind() {}
}
