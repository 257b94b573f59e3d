package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetKindTest {
    private static final String PNG = "\u0089PNG\r\n\u001a\n\0\1\2\3";

    private static byte[] bytes(String text) {
        return text.replace("\\0", "\0").replace("\\x1a", "\u001a").replace("\\xff", "\u00ff")
                .replace("\\xfb", "\u00fb")
                .replace("\\xf1", "\u00f1").replace("\\x90", "\u0090").replace("\\x50", "P").replace("\\xdf", "\u00df")
                .replace("\\xa3", "\u00a3").replace("\\xd8", "\u00d8").replace("\\x28", "(").replace("\\x20", " ")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(value = { "\\xff\\xd8\\xff1;JPEG", "GIF89a;GIF", "RIFF....WEBPVP8 ;WEBP", "%PDF-1.7;PDF",
            "junk before %PDF-1.4;PDF", "<?xml version='1.0'?><!-- x --><svg xmlns;SVG", "<svg xmlns;SVG",
            "{\\rtf1;OFFICE",
            "RIFF....WAVEfmt ;WAV", "\\0\\0\\0\\x20ftypisom\\0\\0\\0\\0mp42;MP4",
            "\\0\\0\\0\\x20ftypM4A \\0\\0\\0\\0isom;M4A",
            "\\0\\0\\0\\x20ftypqt\\x20\\x20\\0\\0\\0\\0;MOV", "\\x1aE\\xdf\\xa3....webm;WEBM",
            "\\x1aE\\xdf\\xa3....matroska;MKV", "OggS....OpusHead;OGG", "OggS...\\x80theora;OGV", "fLaC\\0;FLAC",
            "ID3\\0;MP3",
            "\\xff\\xfb\\x90\\0;MP3", "\\xff\\xf1\\x50\\0\\0\\0\\0;AAC"}, delimiter = ';')
    void isToldByTheFirstBytes(String head, AssetKind kind) {
        assertEquals(kind, AssetKind.of(bytes(head)).orElseThrow());
    }

    @Test
    void archivesAndOldOfficeFilesMayBeDocuments() {
        assertEquals(AssetKind.OFFICE, AssetKind.of(bytes("PK\3\4....")).orElseThrow());
        assertEquals(AssetKind.OFFICE,
                AssetKind.of(bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")).orElseThrow());
        assertEquals(AssetKind.PNG, AssetKind.of(bytes(PNG)).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "R", "RIFF....AVI ", "%PDF", "GIF88a", "<html><svg", "<p>", "MZ", "PK",
            "\\x1aE\\xdf\\xa3",
            "\\0\\0\\0\\x20ftypcrx \\0\\0\\0\\0", "\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff"})
    void everythingElseIsNotKept(String head) {
        assertTrue(AssetKind.of(bytes(head)).isEmpty());
    }

    @Test
    void aPhonesPhotoIsAnsweredInWords() {
        byte[] photo = bytes("\\0\\0\\0\\x20ftypmif1\\0\\0\\0\\0heicmiaf");
        assertTrue(AssetKind.of(photo).isEmpty());
        assertTrue(AssetKind.refusal(photo).contains("JPEG"));
        assertEquals(AssetKind.WORDS, AssetKind.refusal(bytes("MZ")));
    }

    @Test
    void nothingThatABrowserRunsIsServedAsSuch() {
        for (AssetKind kind : AssetKind.values())
            assertTrue(
                    kind.contentType
                            .matches("(image/(png|jpeg|gif|webp)|(video|audio)/.*|application/(pdf|octet-stream))"),
                    kind + " " + kind.contentType);
    }

    @Test
    void anyBytesAreJudged() {
        var random = new Random(9);
        String[] starts = { PNG, "\0\0\0\u0020ftyp", "RIFF....", "\u00ff", "<", "OggS", "\u001a\u0045\u00df\u00a3"};
        for (int round = 0; round < 50_000; round++) {
            byte[] start = bytes(starts[random.nextInt(starts.length)]);
            byte[] head = new byte[random.nextInt(60)];
            random.nextBytes(head);
            System.arraycopy(start, 0, head, 0, Math.min(start.length, head.length));
            AssetKind.of(head);
            AssetKind.refusal(head);
        }
    }
}
