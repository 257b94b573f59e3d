package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportKindTest {
    @Test
    void picturesAreKnownByTheirFirstBytes() {
        assertEquals(ImportKind.PICTURE, of("photo.pdf", "\u0089PNG\r\n\u001a\n\0\0\0\r"));
        assertEquals(ImportKind.PICTURE, of("photo", "\u00ff\u00d8\u00ff\u00e0"));
        assertEquals(ImportKind.PICTURE, of("a.webp", "RIFF\1\2\3\4WEBP"));
        assertEquals(ImportKind.PICTURE, of("a.bmp", "BM\1\2\3\4\0\0\0\0\66\0\0\0"));
        assertEquals(ImportKind.PICTURE, of("a.heic", "\0\0\0\30ftypheic"));
    }

    @Test
    void clipsAreKnownByTheirNames() {
        assertEquals(ImportKind.FILM, of("a.MP4", "\0\0\0\30ftypisom"));
        assertEquals(ImportKind.SOUND, of("a.wav", "RIFF\1\2\3\4WAVE"));
        assertEquals(ImportKind.SOUND, of("a.ogg", "OggS"));
    }

    @Test
    void theServerFindsOutTheRest() {
        assertEquals(ImportKind.DOCUMENT, of("a.pdf", "%PDF-1.7"));
        assertEquals(ImportKind.DOCUMENT, of("a.png", "BMW is a car"));
        assertEquals(ImportKind.DOCUMENT, of("", ""));
    }

    private static ImportKind of(String name, String head) {
        return ImportKind.of(name, head.getBytes(StandardCharsets.ISO_8859_1));
    }
}
