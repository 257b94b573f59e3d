package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lectern.server.ByteRange.Part;
import lectern.server.ByteRange.Unsatisfiable;
import lectern.server.ByteRange.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ByteRangeTest {
    private static ByteRange of(String range, long length) { return ByteRange.of(range, null, "\"e\"", length); }

    @ParameterizedTest
    @CsvSource({ "bytes=0-0,0,0", "bytes=0-,0,99", "bytes=5-9,5,9", "bytes=90-200,90,99", "bytes=-1,99,99",
            "bytes=-500,0,99", "BYTES= 3-4 ,3,4", "bytes=99-999999999999999999,99,99"})
    void aPart(String range, long first, long last) {
        assertEquals(new Part(first, last), of(range, 100));
    }

    @ParameterizedTest
    @CsvSource({ "bytes=100-", "bytes=100-200", "bytes=-0"})
    void nothingOfIt(String range) {
        assertEquals(new Unsatisfiable(), of(range, 100));
    }

    @ParameterizedTest
    @CsvSource(value = { "bytes=1-2, 5-6", "bytes=-", "bytes=9-5", "lines=1-2", "bytes=a-b", "bytes", "bytes=--1",
            "bytes=1-99999999999999999999", "bytes=0x1-2", "''"}, delimiter = ';')
    void whatIsNotUnderstoodGivesTheWhole(String range) {
        assertEquals(new Whole(), of(range, 100));
    }

    @Test
    void aPartOfAnotherVersionIsNotGiven() {
        assertEquals(new Part(0, 4), ByteRange.of("bytes=0-4", "\"e\"", "\"e\"", 100));
        for (String other : new String[]{ "\"f\"", "W/\"e\"", "Sat, 21 Nov 2026 10:00:00 GMT", ""})
            assertEquals(new Whole(), ByteRange.of("bytes=0-4", other, "\"e\"", 100));
        assertEquals(new Whole(), ByteRange.of(null, "\"e\"", "\"e\"", 100));
    }

    @Test
    void whateverIsAskedAPartLiesWithin() {
        var random = new Random(4);
        String letters = "bytes=0123456789-, \tx";
        for (int round = 0; round < 100_000; round++) {
            var text = new StringBuilder(random.nextBoolean() ? "bytes=" : "");
            for (int i = random.nextInt(24); i > 0; i--) text.append(letters.charAt(random.nextInt(letters.length())));
            long length = random.nextInt(1_000);
            if (of(text.toString(), length) instanceof Part(long first, long last))
                assertTrue(0 <= first && first <= last && last < length, text + " of " + length);
        }
    }
}
