package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {
    @TempDir
    Path folder;

    @Test
    void drawingsAreToldFromOtherMarkup() {
        assertEquals(FileKind.SVG, of("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        assertEquals(FileKind.SVG,
                of("\u00ef\u00bb\u00bf<?xml version='1.0'?>\n<!-- made by hand -->\n<!DOCTYPE svg>\n<svg/>"));
        assertEquals(FileKind.SVG, of(" <svg:svg xmlns:svg='http://www.w3.org/2000/svg'/>"));
        assertEquals(FileKind.OTHER, of("<!doctype html><html><body><svg/></body></html>"));
        assertEquals(FileKind.OTHER, of("<?xml version='1.0'?><office:document/>"));
    }

    @Test
    void phonesPhotosAreToldFromClips() {
        assertEquals(FileKind.HEIC, of("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"));
        assertEquals(FileKind.HEIC, of("\0\0\0\u0018ftypavif\0\0\0\0avifmif1"));
        assertEquals(FileKind.HEIC, of("\0\0\0\u0018ftypmif1\0\0\0\0miafheic"));
        assertEquals(FileKind.CLIP, of("\0\0\0\u0018ftypisom\0\0\0\0isomavc1"));
        assertEquals(FileKind.CLIP, of("\0\0\0\u0014ftypM4A \0\0\0\0"));
        assertEquals(FileKind.CLIP, of("\u001a\u0045\u00df\u00a3"));
        assertEquals(FileKind.CLIP, of("ID3\4"));
        assertEquals(FileKind.CLIP, of("\u00ff\u00fb\u0090"));
        assertEquals(FileKind.UNKNOWN, of("\u00ff\u00feW\0o\0"));
    }

    @Test
    void officeFilesAreKnownByWhatIsPackedInThem() throws Exception {
        String types = "application/vnd.openxmlformats-officedocument.";
        assertEquals(FileKind.PPTX, zip("[Content_Types].xml", types + "presentationml.presentation.main+xml"));
        assertEquals(FileKind.PPTX, zip("[Content_Types].xml", types + "presentationml.slideshow.main+xml"));
        assertEquals(FileKind.DOCX, zip("[Content_Types].xml", types + "wordprocessingml.document.main+xml"));
        assertEquals(FileKind.XLSX, zip("[Content_Types].xml", types + "spreadsheetml.sheet.main+xml"));
        assertEquals(FileKind.ODP, zip("mimetype", "application/vnd.oasis.opendocument.presentation"));
        assertEquals(FileKind.OTHER, zip("mimetype", "application/epub+zip"));
        assertEquals(FileKind.OTHER, zip("readme.txt", "presentation.main+xml"));
        assertEquals(FileKind.RTF, of("{\\rtf1\\ansi}"));
    }

    @Test
    void oldOfficeFilesToo() throws Exception {
        assertEquals(FileKind.PPT, ole("PowerPoint Document"));
        assertEquals(FileKind.DOC, ole("WordDocument"));
        assertEquals(FileKind.XLS, ole("Workbook"));
        assertEquals(FileKind.LOCKED, ole("EncryptedPackage"));
        assertEquals(FileKind.OTHER, ole("Contents"));
        assertEquals(Refusal.ENCRYPTED, FileKind.LOCKED.refused().why);
        assertEquals(Refusal.NEEDS_OFFICE, FileKind.DOC.refused().why);
    }

    private static FileKind of(String start) { return FileKind.of(start.getBytes(StandardCharsets.ISO_8859_1)); }

    private FileKind zip(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return FileKind.of(Files.write(folder.resolve("packed"), bytes.toByteArray()).toFile());
    }

    private FileKind ole(String name) throws IOException {
        Path file = folder.resolve("old");
        try (var ole = new POIFSFileSystem(); var out = Files.newOutputStream(file)) {
            ole.createDocument(new java.io.ByteArrayInputStream(new byte[64]), name);
            ole.writeFilesystem(out);
        }
        return FileKind.of(file.toFile());
    }
}
