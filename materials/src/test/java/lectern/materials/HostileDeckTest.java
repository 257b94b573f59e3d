package lectern.materials;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.usermodel.PictureData;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decks that are meant to harm: each is answered in words, and nothing of them is left.
class HostileDeckTest {
    @TempDir
    static Path folder;
    private static Converter converter;
    private static Path good;

    @BeforeAll
    static void start() throws IOException {
        converter = Converter.start(ConverterSettings.in(folder.resolve("work")), Optional::empty);
        good = deck(folder.resolve("good.pptx"), new Dimension(960, 540), DeckSamples.photo(60, 60, "png"));
    }

    @AfterAll
    static void end() throws IOException {
        converter.close();
        try (var left = Files.list(folder.resolve("work"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void whatIsNoDeckIsCalledSo() throws Exception {
        byte[] whole = Files.readAllBytes(good);
        refused(Refusal.BROKEN, Files.write(folder.resolve("half.pptx"), Arrays.copyOf(whole, whole.length / 2)));
        Path locked = folder.resolve("locked.pptx");
        try (var ole = new POIFSFileSystem(); var out = Files.newOutputStream(locked)) {
            ole.createDocument(new ByteArrayInputStream(new byte[64]), "EncryptionInfo");
            ole.createDocument(new ByteArrayInputStream(new byte[4096]), "EncryptedPackage");
            ole.writeFilesystem(out);
        }
        refused(Refusal.ENCRYPTED, locked);
        refused(Refusal.EMPTY, Files.write(folder.resolve("empty.pptx"), new byte[0]));
        refused(Refusal.OTHER_KIND, Samples.book(folder.resolve("book.pptx"), 1));
    }

    @Test
    void entitiesAreNotGrown() throws Exception {
        String laughs = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>";
        refused(Refusal.BROKEN, DeckSamples.changed(good, folder.resolve("laughs.pptx"), Map.of("ppt/slides/slide1.xml",
                xml -> laughs + xml.substring(xml.indexOf("<p:sld")).replace("Good", "&c;"))));
    }

    @Test
    void whatUnpacksTooFarIsRefused() throws Exception {
        Path bomb = folder.resolve("bomb.pptx");
        packed(bomb, "ppt/media/bomb.bin", 400 << 20);
        refused(Refusal.UNPACKS_TOO_LARGE, bomb);
        packed(bomb, "ppt/slides/slide1.xml", 100 << 20);
        refused(Refusal.UNPACKS_TOO_LARGE, bomb);
    }

    @Test
    void namesThatClimbAreRefused() throws Exception {
        refused(Refusal.BROKEN, DeckSamples.changed(good, folder.resolve("climbing.pptx"),
                Map.of("../../../climbed.txt", _ -> "climbed")));
        for (Path above = folder.resolve("work/a"); above != null; above = above.getParent())
            assertFalse(Files.exists(above.resolve("climbed.txt")));
    }

    @Test
    void whatIsTooMuchIsRefused() throws Exception {
        Path many = folder.resolve("many.pptx");
        try (var out = new ZipOutputStream(Files.newOutputStream(many))) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.write("presentationml.presentation.main+xml".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 10_000; i++) out.putNextEntry(new ZipEntry("ppt/slides/slide" + i + ".xml"));
        }
        refused(Refusal.TOO_MANY_PAGES, many);
        byte[] small = DeckSamples.photo(60, 60, "png");
        refused(Refusal.PAGE_TOO_LARGE, deck(folder.resolve("wall.pptx"), new Dimension(28_346, 28_346), small));
        byte[] bomb = Files.readAllBytes(Hostile.picture(folder.resolve("bomb.png"), 100_000, 100_000));
        refused(Refusal.PAGE_TOO_LARGE, deck(folder.resolve("picture.pptx"), new Dimension(960, 540), bomb));
    }

    private static void refused(Refusal why, Path file) throws Exception {
        Path pdf = folder.resolve("none.pdf");
        assertEquals(why, PdfReadingTest.why(converter.prepare(file, pdf, _ -> {})), file.toString());
        assertFalse(Files.exists(pdf));
        assertFalse(Files.exists(folder.resolve("none.pdf.part")));
    }

    private static Path deck(Path file, Dimension size, byte[] picture) throws IOException {
        try (var show = new XMLSlideShow(); var out = Files.newOutputStream(file)) {
            show.setPageSize(size);
            var slide = show.createSlide();
            DeckTest.box(slide, "Good", 50, 50);
            slide.createPicture(show.addPicture(picture, PictureData.PictureType.PNG))
                    .setAnchor(new Rectangle(50, 200, 100, 100));
            show.write(out);
        }
        return file;
    }

    private static void packed(Path file, String name, int blanks) throws IOException {
        byte[] blank = new byte[1 << 20];
        Arrays.fill(blank, (byte) ' ');
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
            out.write("presentationml.presentation.main+xml".getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < blanks >> 20; i++) out.write(blank);
        }
    }
}
