package lectern.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import lectern.server.Foresight.Ahead;
import org.junit.jupiter.api.Test;

class ForesightTest {
    @Test
    void theNextTwoThenTheOneBeforeThenAllOthers() {
        var foresight = new Foresight(7);
        assertEquals(new Ahead(true, List.of(1, 2, 3, 4, 5, 6)), foresight.onDemand(0, 0));
        assertNull(foresight.onDemand(0, 0), "all of a class ask the same");
        assertEquals(new Ahead(false, List.of(1, 2)), foresight.onDemand(0, 1), "sharper, for those who look closely");
        assertEquals(new Ahead(true, List.of(4, 5, 2, 6, 1, 0)), foresight.onDemand(3, 1));
        assertEquals(new Ahead(true, List.of(5, 4, 3, 2, 1, 0)), foresight.onDemand(6, 1));
        assertEquals(new Ahead(true, List.of()), new Foresight(1).onDemand(0, 0));
    }
}
