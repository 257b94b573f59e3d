package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import lectern.classroom.Grant;
import lectern.protocol.ParticipantId;
import lectern.protocol.Role;
import org.junit.jupiter.api.Test;

class SealTest {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/. ";
    private static final Grant LINK = new Grant("r7k2m9ab", Role.STUDENT, null, null, 1,
            Instant.ofEpochSecond(1_900_000_000));
    private static final Grant PERSON = new Grant("r7k2m9ab", Role.TEACHER, "王芳", "id-1", 7, Instant.ofEpochSecond(1));
    private final Seal seal = new Seal(secret(1));

    private static byte[] secret(int fill) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return secret;
    }

    @Test
    void aTokenSaysWhatWasSealed() {
        assertEquals(Optional.of(LINK), seal.open(seal.token(LINK)));
        assertEquals(Optional.of(PERSON), seal.open(seal.token(PERSON)));
        assertEquals(seal.token(LINK), seal.token(LINK), "the same after a restart");
        assertTrue(seal.token(LINK).length() <= 64, seal.token(LINK));
        assertTrue(seal.token(LINK).matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void anotherSecretOpensNothing() {
        assertEquals(Optional.empty(), new Seal(secret(2)).open(seal.token(LINK)));
    }

    /// Every character replaced by every other, every character left out, everything cut: none of it passes.
    @Test
    void noTokenSurvivesAChange() {
        for (Grant grant : new Grant[]{ LINK, PERSON}) {
            String token = seal.token(grant);
            for (int at = 0; at < token.length(); at++) {
                for (char letter : LETTERS.toCharArray()) {
                    String changed = token.substring(0, at) + letter + token.substring(at + 1);
                    if (!changed.equals(token)) assertEquals(Optional.empty(), seal.open(changed), changed);
                }
                assertEquals(Optional.empty(), seal.open(token.substring(0, at)));
                assertEquals(Optional.empty(), seal.open(token.substring(0, at) + token.substring(at + 1)));
                assertEquals(Optional.empty(), seal.open(token.substring(0, at) + "A" + token.substring(at)));
            }
        }
    }

    @Test
    void garbageIsNoToken() {
        var random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            assertEquals(Optional.empty(), seal.open(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
            assertEquals(Optional.empty(), seal.open(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)));
        }
        assertEquals(Optional.empty(), seal.open("A".repeat(100_000)));
    }

    @Test
    void aResumeKeyIsOnePersonsInOneRoom() {
        var p2 = new ParticipantId("p2");
        String key = seal.resumeKey("r1", p2);
        assertTrue(key.length() <= 64, key);
        assertEquals(Optional.of(p2), seal.resumes("r1", key));
        assertEquals(Optional.empty(), seal.resumes("r2", key));
        assertEquals(Optional.empty(), seal.resumes("r1", key.replace("p2.", "p1.")));
        assertEquals(Optional.empty(), seal.resumes("r1", null));
        for (int at = 0; at < key.length(); at++)
            for (char letter : LETTERS.toCharArray()) {
                String changed = key.substring(0, at) + letter + key.substring(at + 1);
                if (!changed.equals(key)) assertEquals(Optional.empty(), seal.resumes("r1", changed), changed);
            }
        assertNotEquals(key, seal.resumeKey("r1", new ParticipantId("p3")));
    }
}
