package lectern.protocol.material;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.protocol.board.Region;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The browser reads the same golden file.
class TilingTest {
    private static final Path GOLDEN = Path.of("src/main/resources/lectern/protocol/golden/tiling.json");

    @Test
    void cutsAsTheGoldenFileSays() throws IOException {
        JsonNode golden = JsonMapper.builder().build().readTree(Files.readString(GOLDEN));
        for (JsonNode it : golden.get("tilings")) {
            var tiling = Tiling.of(it.get("pageWidth").asDouble(), it.get("pageHeight").asDouble(),
                    it.get("level").asInt());
            assertEquals(new Tiling(it.get("level").asInt(), it.get("width").asInt(), it.get("height").asInt(),
                    it.get("columns").asInt(), it.get("rows").asInt()), tiling);
            JsonNode last = it.get("last");
            assertEquals(new Region(last.get("x").asDouble(), last.get("y").asDouble(), last.get("width").asDouble(),
                    last.get("height").asDouble()), tiling.region(tiling.columns() - 1, tiling.rows() - 1));
        }
        for (JsonNode it : golden.get("levels"))
            assertEquals(it.get("level").asInt(), Tiling.levelFor(it.get("pixelsPerUnit").asDouble()));
    }

    @Test
    void tilesCoverThePageWithoutOverlap() {
        var tiling = Tiling.of(793.7, 1122.5, 3);
        double area = 0;
        for (int column = 0; column < tiling.columns(); column++)
            for (int row = 0; row < tiling.rows(); row++) {
                Region region = tiling.region(column, row);
                area += region.width() * region.height();
            }
        assertEquals(tiling.width() / 8.0 * tiling.height() / 8.0, area, 1e-9);
    }
}
