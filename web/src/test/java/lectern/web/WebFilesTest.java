package lectern.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebFilesTest {
    @Test
    void theIndexIsHtmlWithAnEtagThatStays() {
        var index = WebFiles.find(WebFiles.INDEX).orElseThrow();
        assertEquals("text/html; charset=utf-8", index.contentType());
        assertTrue(index.bytes().length > 100);
        assertTrue(index.etag().matches("\"[0-9a-f]{24}\""));
        assertEquals(index.etag(), WebFiles.find(WebFiles.INDEX).orElseThrow().etag());
    }

    @Test
    void foldersBelowAreFound() {
        assertEquals("text/javascript; charset=utf-8",
                WebFiles.find("board/board-wire.js").orElseThrow().contentType());
    }

    @Test
    void nothingOutsideTheFolderIsFound() {
        for (String path : List.of("", "none.js", "../web/index.html", "/index.html", "WebFiles.class", "index.html/",
                "a/../index.html", "board/../index.html", "board//board-wire.js", "./index.html", "..%2findex.html",
                "index.html\0.js", "INDEX.HTML"))
            assertTrue(WebFiles.find(path).isEmpty(), path);
    }
}
