package lectern.ui.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TileGridTest {
    @Test
    void fewTilesStandInOneColumn() {
        assertEquals(1, TileGrid.of(4, 1440, 740).columns());
    }

    @Test
    void manyTilesGetTwoColumnsWhereThereIsRoom() {
        assertEquals(2, TileGrid.of(11, 1440, 740).columns());
        assertEquals(1, TileGrid.of(11, 1024, 480).columns(), "a small window scrolls instead");
    }

    @ParameterizedTest
    @ValueSource(ints = { 1024, 1280, 1440, 1920, 2560, 3840})
    void tilesAreWholePixelsAndLeaveTheStageMostOfTheWindow(
            int window) {
        for (int tiles = 1; tiles <= 50; tiles++) {
            var grid = TileGrid.of(tiles, window, window * 0.55);
            assertEquals(Math.rint(grid.tileWidth()), grid.tileWidth());
            assertEquals(Math.rint(grid.tileHeight()), grid.tileHeight());
            assertEquals(16.0 / 9, grid.tileWidth() / grid.tileHeight(), 1e-9);
            assertTrue(grid.contentWidth() <= window * 0.30,
                    tiles + " tiles take " + grid.contentWidth() + " of " + window);
        }
    }

    @Test
    void tilesDontOverlap() {
        var grid = TileGrid.of(11, 1440, 740);
        assertEquals(grid.tileWidth() + TileGrid.GAP, grid.x(1) - grid.x(0));
        assertEquals(grid.tileHeight() + TileGrid.GAP, grid.y(2) - grid.y(0));
        assertEquals(grid.y(10) + grid.tileHeight(), grid.contentHeight(11));
        assertEquals(0, grid.contentHeight(0));
    }
}
