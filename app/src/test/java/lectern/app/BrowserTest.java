package lectern.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrowserTest {
    @Test
    void eachSystemHasItsWay() {
        assertEquals(List.of("xdg-open", "https://a.example/?b=1"),
                Browser.command("Linux", "https://a.example/?b=1"));
        assertEquals(List.of("open", "https://a.example/"), Browser.command("Mac OS X", "https://a.example/"));
        assertEquals(List.of("rundll32", "url.dll,FileProtocolHandler", "https://a.example/"),
                Browser.command("Windows 11", "https://a.example/"));
    }

    @Test
    void onlyAddressesAreOpened() {
        assertThrows(IOException.class, () -> Browser.open("file:///etc/passwd"));
        assertThrows(IOException.class, () -> Browser.open("/bin/true"));
        assertThrows(IllegalArgumentException.class, () -> Browser.open("http://a b"));
    }
}
