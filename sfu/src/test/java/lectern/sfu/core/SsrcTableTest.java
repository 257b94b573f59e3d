package lectern.sfu.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SsrcTableTest {
    @Test
    void itIsAMapWithALimit() {
        var random = new Random(5);
        for (int round = 0; round < 200; round++) {
            var table = new SsrcTable<Integer>();
            Map<Integer, Integer> model = new HashMap<>();
            for (int i = 0; i < 200; i++) {
                int ssrc = round % 2 == 0 ? random.nextInt() : random.nextInt(100) << 24;
                boolean fits = model.containsKey(ssrc) || model.size() < SsrcTable.MAX;
                assertEquals(fits, table.put(ssrc, i));
                if (fits)
                    model.put(ssrc, i);
                assertEquals(model.get(ssrc), table.get(ssrc));
                int other = random.nextInt();
                assertEquals(model.get(other), table.get(other));
            }
            assertEquals(model.size(), table.size());
            model.forEach((ssrc, value) -> assertEquals(value, table.get(ssrc)));
            table.clear();
            model.keySet().forEach(ssrc -> assertNull(table.get(ssrc)));
        }
        assertTrue(new SsrcTable<Integer>().put(0, 1));
        assertFalse(new SsrcTable<Integer>().size() > 0);
    }
}
