package lectern.media;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class LayersTest {
    @Test
    void asManyLayersAsTheSizeFills() {
        assertEquals(List.of(layer(4, 120_000), layer(2, 500_000), layer(1, 1_500_000)), Layers.of(1280, 720));
        assertEquals(List.of(layer(2, 120_000), layer(1, 500_000)), Layers.of(640, 480).subList(0, 2));
        assertEquals(List.of(true, true, false), active(640, 360));
        assertEquals(List.of(true, false, false), active(320, 180));
        assertEquals(120_000, Layers.of(320, 180).getFirst().maxBitrateBps());
    }

    private static Layers.Layer layer(double scaleDownBy, int maxBitrateBps) {
        return new Layers.Layer(true, scaleDownBy, maxBitrateBps);
    }

    private static List<Boolean> active(int width, int height) {
        return Layers.of(width, height).stream().map(Layers.Layer::active).toList();
    }
}
