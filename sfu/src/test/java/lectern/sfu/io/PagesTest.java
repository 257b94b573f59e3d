package lectern.sfu.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class PagesTest {
    @Test
    void memoryIsZeroedAlignedAndAsLargeAsAsked() {
        for (long bytes : new long[]{ 1, 63, 4_096, 5 << 20}) {
            MemorySegment memory = Pages.allocate(bytes);
            assertEquals(bytes, memory.byteSize());
            assertEquals(0, memory.address() % 64);
            assertEquals(-1, memory.mismatch(MemorySegment.ofArray(new byte[(int) bytes])));
            memory.set(ValueLayout.JAVA_BYTE, bytes - 1, (byte) 7);
            assertEquals(7, memory.get(ValueLayout.JAVA_BYTE, bytes - 1));
            assertThrows(IndexOutOfBoundsException.class, () -> memory.get(ValueLayout.JAVA_BYTE, bytes));
        }
    }
}
