package lectern.app;

import org.junit.jupiter.api.Test;

class MaterialsTogetherTest {
    @Test
    void theWindowAndChromiumReadOneBook() throws Exception {
        OwnDisplay.play(MaterialsScenario.class, "materials: done", 240);
    }
}
