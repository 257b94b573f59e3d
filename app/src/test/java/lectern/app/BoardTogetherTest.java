package lectern.app;

import org.junit.jupiter.api.Test;

class BoardTogetherTest {
    @Test
    void theWindowAndChromiumDrawOnOneBoard() throws Exception {
        OwnDisplay.play(BoardScenario.class, "board: done", 180);
    }
}
