package lectern.signaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import lectern.protocol.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTest {
    private static final String FP = "0123456789abcdef".repeat(4);

    @Test
    void aLinkIsReadAndWrittenBack() {
        var link = Link.parse(" https://192.0.2.1:8443/j/abc.def#fp=" + FP + "\n");
        assertEquals(new Link("192.0.2.1", 8443, "abc.def", FP), link);
        assertEquals("https://192.0.2.1:8443/j/abc.def#fp=" + FP, link.toString());
        assertEquals(link, Link.parse(link.toString()));
    }

    @Test
    void theAppsOwnSchemeIsTheSameLink() {
        assertEquals(Link.parse("https://school.example/j/t#fp=" + FP),
                Link.parse("lectern://school.example/j/t#fp=" + FP.toUpperCase()));
    }

    @Test
    void anIpv6AddressKeepsItsBracketsInTheUrlAlone() {
        var link = Link.parse("https://[2001:db8::1]:8443/j/t#fp=" + FP);
        assertEquals("2001:db8::1", link.host());
        assertEquals("https://[2001:db8::1]:8443/ws", link.socketUrl());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | Paste the link
            hello there                         | no spaces
            http://192.0.2.1:8443/j/t#fp=0      | starts with https
            https:///j/t#fp=0                   | names no server
            https://192.0.2.1:8443/other        | doesn't lead to a class
            https://192.0.2.1:8443/j/#fp=0      | no ticket
            https://192.0.2.1:8443/j/t          | cut short
            https://192.0.2.1:8443/j/t#fp=abc   | cut short
            https://192.0.2.1:99999/j/t#fp=abc  | port
            """)
    void whatIsWrongIsSaidInWords(String text, String words) {
        var wrong = assertThrows(LinkException.class, () -> Link.parse(text));
        assertTrue(wrong.getMessage().contains(words), wrong.getMessage());
    }

    @Test
    void theRoleIsReadWhereItCanBe() {
        assertEquals(Optional.of(Role.WATCHER), new Link("h", 1, base64(1, 3, 0, 0), FP).role());
        assertEquals(Optional.of(Role.TEACHER), new Link("h", 1, base64(1, 0, 0, 0), FP).role());
        assertEquals(Optional.empty(), new Link("h", 1, base64(1, 9), FP).role());
        assertEquals(Optional.empty(), new Link("h", 1, base64(2, 3), FP).role());
        assertEquals(Optional.empty(), new Link("h", 1, "no.base64", FP).role());
    }

    private static String base64(int... bytes) {
        var out = new ByteArrayOutputStream();
        for (int one : bytes) out.write(one);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    /// Whatever is pasted, there is a link or words.
    @Test
    void mutatedLinksAreReadOrRefused() {
        long seed = 7;
        var random = new Random(seed);
        String good = "https://192.0.2.1:8443/j/abc.def#fp=" + FP;
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder(good);
            for (int n = random.nextInt(4); n > 0; n--) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean())
                    text.setCharAt(at, (char) (random.nextInt(3) == 0
                            ? random.nextInt(0x10000)
                            : 33 + random.nextInt(94)));
                else
                    text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
                if (text.isEmpty()) text.append('x');
            }
            try {
                var link = Link.parse(text.toString());
                assertEquals(link.fingerprint(), Link.parse(link.toString()).fingerprint(),
                        "seed " + seed + " round " + round + ": " + text);
                read++;
            } catch (LinkException expected) {
                assertTrue(expected.getMessage().endsWith("."), "seed " + seed + " round " + round);
            }
        }
        assertTrue(read > 5_000, "unchanged ones are read: " + read);
    }
}
